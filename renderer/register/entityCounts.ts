import type { Block } from '../../shared/document/block';
import type { EditingSession, SessionEvent } from '../session/session';

/** How many mentions each entity has, kept up with every change at the cost of the change. */
export class EntityCounts {
  /** Goes up whenever a number changed. */
  private version = 0;
  private readonly byEntity = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private readonly stop: () => void;

  constructor(session: EditingSession) {
    for (const block of session.document.blocks) add(this.byEntity, block, 1);
    this.stop = session.onChange(this.onChange);
  }

  dispose(): void {
    this.stop();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getVersion = (): number => this.version;

  of(id: string): number {
    return this.byEntity.get(id) ?? 0;
  }

  private readonly onChange = ({ changes }: SessionEvent) => {
    const difference = new Map<string, number>();
    for (const { before, after } of changes.flatMap(change => change.patches)) {
      for (const block of before) add(difference, block, -1);
      for (const block of after) add(difference, block, 1);
    }
    let touched = false;
    for (const [id, by] of difference) {
      if (by === 0) continue;
      touched = true;
      const count = this.of(id) + by;
      if (count === 0) this.byEntity.delete(id);
      else this.byEntity.set(id, count);
    }
    if (!touched) return;
    this.version++;
    for (const listener of this.listeners) listener();
  };
}

function add(counts: Map<string, number>, block: Block, by: 1 | -1): void {
  for (const { entity } of block.mentions) {
    if (entity !== undefined) counts.set(entity, (counts.get(entity) ?? 0) + by);
  }
}
