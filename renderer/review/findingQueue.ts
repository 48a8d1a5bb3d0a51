import type { PlacedFinding } from '../../shared/edits/deciding';
import type { Workspace } from '../app/workspace';
import { inQueueOrder } from '../findings/queueOrder';
import { ofKinds, selectionOf } from './openFindings';

/** The findings of the queue as it is filtered now, in the order in which it is shown. */
export function queue(workspace: Workspace): readonly PlacedFinding[] {
  const { open, kinds } = workspace.getState();
  return open ? inQueueOrder(ofKinds(open.findings.getState().open, kinds)) : [];
}

/** The finding the editor is at, if it is still open. */
export function currentFinding(workspace: Workspace): PlacedFinding | null {
  const state = workspace.open?.findings.getState();
  return state?.open.find(placed => placed.finding === state.current) ?? null;
}

/**
 * Goes to a finding: the text shows it, the queue marks it. The focus goes to the text if told so, or if nothing has
 * it; an editor at work in the list, or at a button of a panel, stays there.
 */
export function goToFinding(workspace: Workspace, placed: PlacedFinding, focus = nothingFocused()): void {
  const { open, view } = workspace;
  if (!open) return;
  open.findings.setCurrent(placed.finding);
  view?.reveal(selectionOf(open.session.document, placed), { flash: true, focus });
}

function nothingFocused(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** After a decision: a button that went with its finding leaves the focus to the text. */
export function keepFocus(workspace: Workspace): void {
  requestAnimationFrame(() => {
    if (nothingFocused() && workspace.getState().dialog === null) workspace.view?.focus();
  });
}
