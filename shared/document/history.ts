import { type Change, changesBlocksOnly, invert, isNoChange } from './change';
import type { Spot } from './document';

/** A selection as model positions; `anchor` and `focus` are equal where it is only a caret. */
export interface Selection {
  readonly anchor: Spot;
  readonly focus: Spot;
}

export function sameSpot(a: Spot, b: Spot): boolean {
  return a.index === b.index && a.offset === b.offset;
}

export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  if (a === null || b === null) return a === b;
  return sameSpot(a.anchor, b.anchor) && sameSpot(a.focus, b.focus);
}

/** What one undo takes back. */
export interface Step {
  /** Id of the command or edit, for the menu («Undo join»). */
  readonly label: string;
  readonly changes: readonly Change[];
  readonly before: Selection | null;
  readonly after: Selection | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The one history of a document: typing, joins, tags and bulk actions alike. Immutable, like the document. */
export interface History {
  /** The last {@link KEPT_STEPS}. */
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** How many steps before those are no longer kept. */
  readonly dropped: number;
}

export const EMPTY_HISTORY: History = { done: [], undone: [], dropped: 0 };

/** How far Undo reaches, in the window and after a restart: what is done all day must not pile up in memory. */
export const KEPT_STEPS = 1000;

/** Steps that led to the present state, kept or not. */
export function depthOf({ done, dropped }: History): number {
  return done.length + dropped;
}

/** Typing that pauses less than this (ms) is one step. */
export const COALESCE_WITHIN = 500;

/**
 * The history with a step that was just applied. With `coalesce` it becomes part of the previous step where that
 * has the same label, came less than {@link COALESCE_WITHIN} ago and ended where this one begins.
 */
export function record(history: History, step: Step, coalesce: boolean): History {
  if (step.changes.every(isNoChange)) return history;
  const last = history.done[history.done.length - 1];
  if (coalesce && last && continuesTyping(last, step)) {
    const merged = {
      ...last,
      changes: mergeTyping(last.changes, step.changes),
      after: step.after,
      at: step.at,
    };
    return { ...history, done: [...history.done.slice(0, -1), merged], undone: [] };
  }
  const over = Math.max(0, history.done.length + 1 - KEPT_STEPS);
  return { done: [...history.done.slice(over), step], undone: [], dropped: history.dropped + over };
}

/** Whether a step of typing is part of the one before it. */
export function continuesTyping(
  last: Pick<Step, 'label' | 'at' | 'after'>,
  step: Pick<Step, 'label' | 'at' | 'before'>,
): boolean {
  const { after } = last;
  const { before } = step;
  return (
    last.label === step.label &&
    // A clock that was set back is no reason to take hours of typing for one word.
    Math.abs(step.at - last.at) < COALESCE_WITHIN &&
    after !== null &&
    before !== null &&
    after.focus.index === before.focus.index &&
    after.focus.offset === before.focus.offset
  );
}

/** Two changes of the same single block are one, so that a long line typed does not keep every state of it. */
function mergeTyping(earlier: readonly Change[], later: readonly Change[]): readonly Change[] {
  const a = earlier[earlier.length - 1];
  const b = later[0];
  const p = a?.patches[0];
  const q = b?.patches[0];
  const simple = (change: Change | undefined) =>
    change?.patches.length === 1 && change.decisions.length === 0 && changesBlocksOnly(change);
  if (later.length !== 1 || !simple(a) || !simple(b) || !p || !q) return [...earlier, ...later];
  if (p.at !== q.at || p.after.length !== q.before.length) return [...earlier, ...later];
  if (p.after.some((block, n) => block !== q.before[n])) return [...earlier, ...later];
  const merged: Change = { patches: [{ at: p.at, before: p.before, after: q.after }], decisions: [] };
  return [...earlier.slice(0, -1), merged];
}

/** Takes the last step back: the changes to apply, the selection to show, and the history after it. */
export function undo(
  history: History,
): { readonly changes: readonly Change[]; readonly step: Step; readonly history: History } | null {
  const step = history.done[history.done.length - 1];
  if (!step) return null;
  return {
    changes: step.changes.map(invert).reverse(),
    step,
    history: { ...history, done: history.done.slice(0, -1), undone: [...history.undone, step] },
  };
}

/** Does the last undone step again. */
export function redo(
  history: History,
): { readonly changes: readonly Change[]; readonly step: Step; readonly history: History } | null {
  const step = history.undone[history.undone.length - 1];
  if (!step) return null;
  return {
    changes: step.changes,
    step,
    history: { ...history, done: [...history.done, step], undone: history.undone.slice(0, -1) },
  };
}
