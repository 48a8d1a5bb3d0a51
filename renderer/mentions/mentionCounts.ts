import type { Block } from '../../shared/document/block';
import type { EditingSession, SessionEvent } from '../session/session';

/** How many mentions a document has, by type, kept up with every change at the cost of the change. */
export class MentionCounts {
  /** Goes up whenever a mention, or a text with mentions in it, may have changed. */
  version = 0;
  private byType: ReadonlyMap<string, number>;
  private readonly listeners = new Set<() => void>();
  private readonly stop: () => void;

  constructor(session: EditingSession) {
    const counts = new Map<string, number>();
    for (const block of session.document.blocks) add(counts, block, 1);
    this.byType = counts;
    this.stop = session.onChange(this.onChange);
  }

  dispose(): void {
    this.stop();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** By type; a new map whenever a number changed. */
  getCounts = (): ReadonlyMap<string, number> => this.byType;

  getVersion = (): number => this.version;

  private readonly onChange = ({ changes }: SessionEvent) => {
    const counts = new Map(this.byType);
    let touched = false;
    for (const { before, after } of changes.flatMap(change => change.patches)) {
      touched ||= before.length !== after.length;
      for (const block of before) touched = add(counts, block, -1) || touched;
      for (const block of after) touched = add(counts, block, 1) || touched;
    }
    if (!touched) return;
    this.version++;
    if (differ(counts, this.byType)) this.byType = counts;
    for (const listener of this.listeners) listener();
  };
}

/** True if the block has mentions. */
function add(counts: Map<string, number>, block: Block, by: 1 | -1): boolean {
  for (const { type } of block.mentions) counts.set(type, (counts.get(type) ?? 0) + by);
  return block.mentions.length > 0;
}

function differ(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size !== b.size || [...a].some(([type, count]) => b.get(type) !== count);
}

export function totalOf(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
