import {
  afterEdit,
  afterRedo,
  afterUndo,
  distinct,
  type Lines,
  NOTHING_SEEN,
  type Outcome,
  type SeenHistory,
  sameLines,
} from './seenHistory';

/** Milliseconds within which a change reaches the journal: an older one is never lost. */
export const JOURNALED = 250;

export type Key = 'type' | 'enter' | 'undo' | 'redo';

/** A key that was pressed, at a time (ms); `mark` is the character it types, which the text holds nowhere else. */
export interface PressedKey {
  readonly key: Key;
  readonly at: number;
  readonly moved: boolean;
  readonly mark: string;
}

/** What the window showed, since when (ms), and the histories it may have had then. */
interface SeenState {
  readonly at: number;
  readonly lines: Lines;
  readonly histories: readonly SeenHistory[];
}

/** What a kill cost. */
export interface Verdict {
  /** Edits younger than 250 ms at the kill, and how many of them were gone. */
  readonly young: number;
  readonly lost: number;
  /** Milliseconds since the oldest of the lost was seen; 0 where none was. */
  readonly oldestLost: number;
  /** Why what is found is no legitimate state; null where it is one. */
  readonly fault: string | null;
}

/**
 * The states a window was in since the last kill, and the judge of what is found after the next. Legitimate are: the last
 * state that was seen 250 ms before the kill, those after it, and where the key that was under way may lead from the last
 * of them. What a text was earlier and is not in one of these ways is a loss.
 */
export class SeenStates {
  private states: SeenState[];
  private pending: PressedKey | null = null;
  private edits = 0;

  constructor(lines: Lines) {
    this.states = [{ at: 0, lines, histories: [NOTHING_SEEN] }];
  }

  get lines(): Lines {
    return this.last.lines;
  }

  private get last(): SeenState {
    return this.states[this.states.length - 1] as SeenState;
  }

  press(key: PressedKey): void {
    this.pending = key;
  }

  /** The window shows what the key did. Throws where it can't have done that. */
  see(lines: Lines, at: number): void {
    const key = this.pending;
    if (!key) throw new Error('no key was pressed');
    const histories = this.outcomes(key, lines, at);
    if (histories.length === 0) {
      throw new Error(`${key.key} led to what it can’t lead to:\n${apart(this.lines, lines)}`);
    }
    this.states.push({ at, lines, histories });
    this.pending = null;
  }

  /** Judges what the window shows after a kill, and goes on from there. */
  judge(lines: Lines, killedAt: number): Verdict {
    const { states, pending } = this;
    const safe = states.findLastIndex(({ at }) => at <= killedAt - JOURNALED);
    const young = states.length - 1 - safe;
    const found = states.findLastIndex((state, n) => n >= safe && sameLines(state.lines, lines));
    const histories = states.flatMap((state, n) =>
      n >= safe && sameLines(state.lines, lines) ? state.histories : [],
    );
    const taken = pending ? this.outcomes(pending, lines, killedAt) : [];
    const legitimate = distinct([...histories, ...taken]);
    const lost = found < 0 || taken.length > 0 ? 0 : states.length - 1 - found;
    const oldestLost = lost > 0 ? killedAt - (states[found + 1]?.at ?? killedAt) : 0;
    const fault = legitimate.length > 0 ? null : this.faultOf(lines, killedAt);
    this.states = [{ at: 0, lines, histories: fault === null ? legitimate : [NOTHING_SEEN] }];
    this.pending = null;
    return { young, lost, oldestLost, fault };
  }

  private faultOf(lines: Lines, killedAt: number): string {
    const { states, pending } = this;
    const earlier = states.findLastIndex(state => sameLines(state.lines, lines));
    const under = `under way: ${pending?.key ?? 'nothing'}`;
    if (earlier < 0)
      return `the window shows what it never showed before (${under}):\n${apart(this.lines, lines)}`;
    const age = killedAt - (states[earlier + 1]?.at ?? killedAt);
    return `${states.length - 1 - earlier} edits lost, the oldest ${age} ms old (${under})`;
  }

  /** The histories in which the key leads from the last state to `lines`; none where it can't. */
  private outcomes(key: PressedKey, lines: Lines, at: number): readonly SeenHistory[] {
    const { lines: before, histories } = this.last;
    if (key.key === 'type' || key.key === 'enter') {
      if (!(key.key === 'type' ? isTyped(before, lines, key.mark) : isParted(before, lines))) return [];
      const { at: pressed, moved } = key;
      const edit = {
        id: this.edits++,
        before,
        after: lines,
        pressed,
        seen: at,
        typed: key.key === 'type',
        moved,
      };
      return histories.map(history => afterEdit(history, edit));
    }
    const ways = (history: SeenHistory): readonly Outcome[] =>
      key.key === 'undo' ? afterUndo(history, before) : [afterRedo(history, before)];
    return distinct(
      histories
        .flatMap(ways)
        .filter(outcome => sameLines(outcome.lines, lines))
        .map(({ history }) => history),
    );
  }
}

function isTyped(before: Lines, after: Lines, mark: string): boolean {
  return (
    sameLines(
      before,
      after.map(line => line.replace(mark, '')),
    ) && after.some(line => line.includes(mark))
  );
}

function isParted(before: Lines, after: Lines): boolean {
  return after.length === before.length + 1 && after.join('') === before.join('');
}

/** The lines in which two states differ. */
function apart(a: Lines, b: Lines): string {
  const only = (these: Lines, those: Lines) => these.filter(line => !those.includes(line));
  return `last seen: ${only(a, b).join(' | ')}\nnow: ${only(b, a).join(' | ')}`;
}
