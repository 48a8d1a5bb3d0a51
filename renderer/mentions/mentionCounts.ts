import type { Block } from '../../shared/document/block';
import { BlockFollower } from '../session/blockFollower';
import type { EditingSession } from '../session/session';

/** How many mentions a document has, by type, kept up with every change at the cost of the change, and in slices where that is much. */
export class MentionCounts {
  /** Goes up whenever a mention, or a text with mentions in it, may have changed. */
  version = 0;
  private byType: ReadonlyMap<string, number> = new Map();
  private readonly counts = new Map<string, number>();
  /** Blocks that came less those that went, and whether any of them had mentions, since `byType` was made. */
  private grown = 0;
  private touched = false;
  private readonly listeners = new Set<() => void>();
  private readonly follower: BlockFollower;

  constructor(session: EditingSession) {
    this.follower = new BlockFollower(session, this.take, this.publish);
    if (this.follower.isSettled) this.publish();
  }

  dispose(): void {
    this.follower.dispose();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** By type; a new map whenever a number changed. */
  getCounts = (): ReadonlyMap<string, number> => this.byType;

  getVersion = (): number => this.version;

  /** Whether all changes are counted; the version goes up when it comes to be so. */
  get isSettled(): boolean {
    return this.follower.isSettled;
  }

  private readonly take = ({ mentions }: Block, by: 1 | -1): void => {
    this.grown += by;
    this.touched ||= mentions.length > 0;
    for (const { type } of mentions) this.counts.set(type, (this.counts.get(type) ?? 0) + by);
  };

  private readonly publish = (): void => {
    if (!this.touched && this.grown === 0) return;
    this.touched = false;
    this.grown = 0;
    this.version++;
    if (differ(this.counts, this.byType)) this.byType = new Map(this.counts);
    for (const listener of this.listeners) listener();
  };
}

function differ(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size !== b.size || [...a].some(([type, count]) => b.get(type) !== count);
}

export function totalOf(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
