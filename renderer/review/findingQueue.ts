import type { PlacedFinding } from '../../shared/edits/deciding';
import type { Workspace } from '../app/workspace';
import { ofKinds, selectionOf } from './openFindings';

/** The findings of the queue as it is filtered now. */
export function queue(workspace: Workspace): readonly PlacedFinding[] {
  const { open, kinds } = workspace.getState();
  return open ? ofKinds(open.findings.getState().open, kinds) : [];
}

/** The finding the editor is at, if it is still open. */
export function currentFinding(workspace: Workspace): PlacedFinding | null {
  const state = workspace.open?.findings.getState();
  return state?.open.find(placed => placed.finding === state.current) ?? null;
}

/** Goes to a finding: the text shows it, the queue marks it. The focus stays where it is. */
export function goToFinding(workspace: Workspace, placed: PlacedFinding, focus = false): void {
  const { open, view } = workspace;
  if (!open) return;
  open.findings.setCurrent(placed.finding);
  view?.reveal(selectionOf(open.session.document, placed), { flash: true, focus });
}
