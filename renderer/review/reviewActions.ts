import type { Spot } from '../../shared/document/document';
import {
  acceptAll,
  acceptFinding,
  dismissFinding,
  hasProposal,
  type PlacedFinding,
  reopenBreak,
} from '../../shared/edits/deciding';
import { type Seam, seamsOf } from '../../shared/edits/structure';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';
import { advanceFrom, flushAdvance } from './autoAdvance';
import { currentFinding, goToFinding, keepFocus, queue } from './findingQueue';
import { alike, startOf } from './openFindings';

/** The next (or previous) finding of the queue from the current one, or from the caret; round at the ends. */
export function goToNeighbour(workspace: Workspace, direction: 1 | -1): void {
  flushAdvance(workspace);
  const { open } = workspace;
  const list = queue(workspace);
  if (!open || list.length === 0) {
    if (open) workspace.notice(messages => messages.notices.noFindings);
    return;
  }
  const { current } = open.findings.getState();
  const at = list.findIndex(placed => placed.finding === current);
  const target = at < 0 ? fromCaret(open, list, direction) : (at + direction + list.length) % list.length;
  const placed = list[target];
  if (placed) goToFinding(workspace, placed);
}

/** Index of the first of the queue that is at or after the caret, or of the last one before it. */
function fromCaret(open: OpenDocument, list: readonly PlacedFinding[], direction: 1 | -1): number {
  const caret: Spot = open.session.getState().selection?.focus ?? { index: 0, offset: 0 };
  const { document } = open.session;
  const isAhead = (placed: PlacedFinding) =>
    placed.first > caret.index || (placed.first === caret.index && startOf(document, placed) >= caret.offset);
  if (direction === 1) return Math.max(0, list.findIndex(isAhead));
  const before = list.findLastIndex(placed => !isAhead(placed));
  return before < 0 ? list.length - 1 : before;
}

/**
 * Accepts a finding, or without one the current one; where there is none, goes to the next instead, for an editor
 * decides only on what is seen.
 */
export function accept(workspace: Workspace, given?: PlacedFinding): void {
  const placed = decidable(workspace, given);
  const { open } = workspace;
  if (!placed || !open) return;
  if (!hasProposal(placed)) {
    workspace.notice(messages => messages.findings.nothingProposed);
    return;
  }
  const { session } = open;
  const { change, caret } = acceptFinding(session.document, placed, session.context());
  const wasCurrent = isCurrent(workspace, placed);
  const list = queue(workspace);
  session.edit('review.accept', change, { selection: { anchor: caret, focus: caret } });
  keepFocus(workspace);
  if (wasCurrent) advanceFrom(workspace, placed, list);
}

/** Dismisses a finding, or without one the current one. */
export function dismiss(workspace: Workspace, given?: PlacedFinding): void {
  const placed = decidable(workspace, given);
  const { open } = workspace;
  if (!placed || !open) return;
  const { session } = open;
  const wasCurrent = isCurrent(workspace, placed);
  const list = queue(workspace);
  session.edit('review.dismiss', dismissFinding(session.document, placed, session.context()));
  keepFocus(workspace);
  if (wasCurrent) advanceFrom(workspace, placed, list);
}

function isCurrent(workspace: Workspace, placed: PlacedFinding): boolean {
  return workspace.open?.findings.getState().current === placed.finding;
}

function decidable(workspace: Workspace, given: PlacedFinding | undefined): PlacedFinding | null {
  if (given) return given;
  flushAdvance(workspace);
  const current = currentFinding(workspace);
  if (!current) goToNeighbour(workspace, 1);
  return current;
}

/** Dismisses every open finding like this one, in one step. */
export function dismissAlike(workspace: Workspace, placed: PlacedFinding): void {
  const { open } = workspace;
  if (!open) return;
  const { session, findings } = open;
  const { document } = session;
  const all = findings.getState().open.filter(other => alike(document, placed, other));
  const context = session.context();
  const decisions = all.flatMap(other => dismissFinding(document, other, context).decisions);
  const list = queue(workspace);
  session.edit('review.dismissAlike', { patches: [], decisions });
  keepFocus(workspace);
  workspace.notice(messages => messages.findings.dismissedLike(all.length));
  advanceFrom(workspace, placed, list);
}

/** Accepts many findings (in document order) as one step. */
export function acceptMany(workspace: Workspace, list: readonly PlacedFinding[]): void {
  const { open } = workspace;
  if (!open || list.length === 0) return;
  const { session } = open;
  session.edit('review.acceptAll', acceptAll(session.document, list, session.context()));
  workspace.notice(messages => messages.acceptAll.done(list.length));
}

/** Takes a join back: the one at the caret, or the seam that was pointed at. */
export function reopen(workspace: Workspace, at?: { readonly index: number; readonly seam: Seam }): void {
  const { open } = workspace;
  if (!open) return;
  const { session } = open;
  const target = at ?? seamAtCaret(open);
  if (!target) {
    workspace.notice(messages => messages.notices.nothingToReopen);
    return;
  }
  const { change, caret } = reopenBreak(session.document, target.index, target.seam, session.context());
  session.edit('review.reopen', change, { selection: { anchor: caret, focus: caret } });
}

/** The seam nearest to the caret, within its block and two characters of it; the only one of the block otherwise. */
export function seamAtCaret({ session }: OpenDocument): { index: number; seam: Seam } | null {
  const caret = session.getState().selection?.focus;
  const block = caret && session.document.blocks[caret.index];
  if (!caret || !block) return null;
  const seams = seamsOf(block);
  const distance = (seam: Seam) =>
    Math.max(seam.offset - caret.offset, caret.offset - seam.offset - seam.length, 0);
  const [nearest] = [...seams].sort((a, b) => distance(a) - distance(b));
  if (!nearest || (seams.length > 1 && distance(nearest) > 2)) return null;
  return { index: caret.index, seam: nearest };
}
