import { indexOfBlock } from '../../shared/document/document';
import type { LossPlace } from '../../shared/exports';
import type { Workspace } from '../app/workspace';

/** Leaves the dialog and shows a place of the text, as far as it is still there. */
export function goToPlace(workspace: Workspace, { block, start, end }: LossPlace): void {
  const { open } = workspace;
  if (!open || block === null) return;
  const index = indexOfBlock(open.session.document, block);
  if (index < 0) return;
  workspace.dialog(null);
  const selection = { anchor: { index, offset: start }, focus: { index, offset: end } };
  // After the dialog has given the focus back.
  setTimeout(() => workspace.view?.reveal(selection, { flash: true, focus: true }), 0);
}
