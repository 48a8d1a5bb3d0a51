import type { Block } from '../../shared/document/block';
import { dismissedNames } from '../../shared/edits/decideSuggestion';
import { BlockFollower } from '../session/blockFollower';
import type { EditingSession } from '../session/session';
import type { TypedName } from './protocol';

interface Counted extends TypedName {
  count: number;
}

/** Names of one character say too little to be looked for elsewhere, and a sentence is no name. */
const SHORTEST = 2;
const LONGEST = 60;
/** Milliseconds. */
const SOON = 60;

export interface NamesNews {
  readonly added: readonly TypedName[];
  readonly removed: readonly TypedName[];
  readonly dismissed: ReturnType<typeof dismissedNames>;
}

/** Which names the mentions of a document have, kept up with every change at the cost of the change, and in slices where that is much. */
export class TaggedNames {
  private readonly counts = new Map<string, Counted>();
  /** Names whose number changed since `take`, with what it was then. */
  private readonly changed = new Map<string, { readonly name: TypedName; readonly before: number }>();

  private readonly follower: BlockFollower;
  private readonly session: EditingSession;
  private readonly listener: (news: NamesNews) => void;
  private sentDismissed: unknown = null;
  private telling: ReturnType<typeof setTimeout> | undefined;

  /** `listener` is told a moment after changes, once all of them are in, where they changed any name. */
  constructor(session: EditingSession, listener: (news: NamesNews) => void) {
    this.session = session;
    this.listener = listener;
    this.follower = new BlockFollower(session, this.count, this.tellSoon);
  }

  dispose(): void {
    this.follower.dispose();
    clearTimeout(this.telling);
  }

  private readonly tellSoon = (): void => {
    this.telling ??= setTimeout(this.tell, SOON);
  };

  /** Tells what is new; not while a change is still followed, for half of one says that names are gone which the other half brings back. */
  tell = (): void => {
    clearTimeout(this.telling);
    this.telling = undefined;
    if (!this.follower.isSettled) return;
    const { added, removed } = this.take();
    const { decisions } = this.session.document;
    if (added.length === 0 && removed.length === 0 && decisions === this.sentDismissed) return;
    this.sentDismissed = decisions;
    this.listener({ added, removed, dismissed: dismissedNames(decisions) });
  };

  /** Names tagged that were not when last asked, and such as are tagged no more. */
  private take(): { readonly added: readonly TypedName[]; readonly removed: readonly TypedName[] } {
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
