import type { Block } from '../../shared/document/block';
import { BlockFollower } from '../session/blockFollower';
import type { EditingSession } from '../session/session';
import type { TypedName } from './protocol';

interface Counted extends TypedName {
  count: number;
}

/** Names of one character say too little to be looked for elsewhere, and a sentence is no name. */
const SHORTEST = 2;
const LONGEST = 60;

/** Which names the mentions of a document have, kept up with every change at the cost of the change, and in slices where that is much. */
export class TaggedNames {
  private readonly counts = new Map<string, Counted>();
  /** Names whose number changed since `take`, with what it was then. */
  private readonly changed = new Map<string, { readonly name: TypedName; readonly before: number }>();

  private readonly follower: BlockFollower;

  /** `settled` is called after changes, once all of them are in. */
  constructor(session: EditingSession, settled: () => void) {
    this.follower = new BlockFollower(session, this.count, settled);
  }

  get isSettled(): boolean {
    return this.follower.isSettled;
  }

  dispose(): void {
    this.follower.dispose();
  }

  /** Names tagged that were not when last asked, and such as are tagged no more. */
  take(): { readonly added: readonly TypedName[]; readonly removed: readonly TypedName[] } {
    const added: TypedName[] = [];
    const removed: TypedName[] = [];
    for (const [key, { name, before }] of this.changed) {
      const now = this.counts.get(key)?.count ?? 0;
      if (before === 0 && now > 0) added.push(name);
      if (before > 0 && now === 0) removed.push(name);
      if (now === 0) this.counts.delete(key);
    }
    this.changed.clear();
    return { added, removed };
  }

  private readonly count = ({ body, mentions }: Block, by: 1 | -1): void => {
    for (const { type, start, end } of mentions) {
      if (end - start < SHORTEST || end - start > LONGEST) continue;
      const text = body.text.slice(start, end);
      const key = `${type}\n${text}`;
      let counted = this.counts.get(key);
      if (!counted) {
        counted = { type, text, count: 0 };
        this.counts.set(key, counted);
      }
      if (!this.changed.has(key)) this.changed.set(key, { name: { type, text }, before: counted.count });
      counted.count += by;
    }
  };
}
