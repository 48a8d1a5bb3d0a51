import { COALESCE_WITHIN } from '../../shared/document/history';

/** A state of the text: its lines. */
export type Lines = readonly string[];

/** What one key did, as it was seen in the window. Times in milliseconds since the epoch. */
export interface SeenEdit {
  readonly id: number;
  readonly before: Lines;
  readonly after: Lines;
  /** Before the key was pressed, and when what it did was seen: the program made the step between the two. */
  readonly pressed: number;
  readonly seen: number;
  readonly typed: boolean;
  /** Whether the caret may have been elsewhere than where the edit before left it. */
  readonly moved: boolean;
  /** Whether it is one step with the edit before; undefined where only an undo will tell. */
  readonly joined?: boolean;
}

/** A history the program may have: edits in their order, and what was undone, the next to be redone last. */
export interface SeenHistory {
  readonly done: readonly SeenEdit[];
  readonly undone: readonly (readonly SeenEdit[])[];
}

export const NOTHING_SEEN: SeenHistory = { done: [], undone: [] };

/** A state a key may lead to. */
export interface Outcome {
  readonly lines: Lines;
  readonly history: SeenHistory;
}

export const sameLines = (a: Lines, b: Lines) => a.length === b.length && a.every((line, n) => line === b[n]);

export function afterEdit({ done }: SeenHistory, edit: SeenEdit): SeenHistory {
  return { done: [...done, edit], undone: [] };
}

/**
 * Where an undo may lead. Typing joins the step before by times that only the program knows exactly, so there may be
 * several; but no other than these. From `lines` itself where nothing is done.
 */
export function afterUndo({ done, undone }: SeenHistory, lines: Lines): readonly Outcome[] {
  if (done.length === 0) return [{ lines, history: { done, undone } }];
  const outcomes: Outcome[] = [];
  for (let k = done.length - 1; k >= 0; k--) {
    const edit = done[k];
    const join = joins(edit, done[k - 1]);
    if (!edit || join === 'yes') continue;
    const group = done.slice(k).map((each, n) => ({ ...each, joined: n > 0 }));
    outcomes.push({
      lines: edit.before,
      history: { done: done.slice(0, k), undone: [...undone, group] },
    });
    if (join === 'no') break;
  }
  return outcomes;
}

/** Where a redo leads. */
export function afterRedo({ done, undone }: SeenHistory, lines: Lines): Outcome {
  const group = undone[undone.length - 1];
  const last = group?.[group.length - 1];
  if (!group || !last) return { lines, history: { done, undone } };
  return { lines: last.after, history: { done: [...done, ...group], undone: undone.slice(0, -1) } };
}

/** Whether an edit is one step with the one before, by the rule of `record` in `shared/document/history.ts`. */
function joins(edit: SeenEdit | undefined, before: SeenEdit | undefined): 'yes' | 'no' | 'maybe' {
  if (!edit || !before) return 'no';
  if (edit.joined !== undefined) return edit.joined ? 'yes' : 'no';
  if (!edit.typed || !before.typed) return 'no';
  if (edit.pressed - before.seen >= COALESCE_WITHIN) return 'no';
  return edit.seen - before.pressed < COALESCE_WITHIN && !edit.moved ? 'yes' : 'maybe';
}

/** Of histories that are the same one. */
export function distinct(histories: readonly SeenHistory[]): readonly SeenHistory[] {
  const key = ({ done, undone }: SeenHistory) =>
    JSON.stringify([
      done.map(({ id, joined }) => [id, joined]),
      undone.map(group => group.map(({ id }) => id)),
    ]);
  return [...new Map(histories.map(history => [key(history), history])).values()];
}
