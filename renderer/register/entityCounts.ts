import type { Block } from '../../shared/document/block';
import { BlockFollower } from '../session/blockFollower';
import type { EditingSession } from '../session/session';

/** How many mentions each entity has, kept up with every change at the cost of the change, and in slices where that is much. */
export class EntityCounts {
  /** Goes up whenever a number changed. */
  private version = 0;
  private readonly byEntity = new Map<string, number>();
  /** By how much numbers changed since the version went up. */
  private readonly changed = new Map<string, number>();
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

  getVersion = (): number => this.version;

  of(id: string): number {
    return this.byEntity.get(id) ?? 0;
  }

  private readonly take = ({ mentions }: Block, by: 1 | -1): void => {
    for (const { entity } of mentions) {
      if (entity === undefined) continue;
      const count = this.of(entity) + by;
      // Zero may lie between what a change takes away and what it brings: it goes out when all is in.
      this.byEntity.set(entity, count);
      this.changed.set(entity, (this.changed.get(entity) ?? 0) + by);
    }
  };

  private readonly publish = (): void => {
    let touched = false;
    for (const [id, by] of this.changed) {
      touched ||= by !== 0;
      if (this.byEntity.get(id) === 0) this.byEntity.delete(id);
    }
    this.changed.clear();
    if (!touched) return;
    this.version++;
    for (const listener of this.listeners) listener();
  };
}
