import { replaceTagset } from '../../shared/edits/tagsetEdits';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';

/** Has main read a tagset and puts it in the document, types in use that it lacks after it; true if it did. */
export async function importTagset(workspace: Workspace, { session }: OpenDocument): Promise<boolean> {
  const reply = await workspace.kanwu.importTagset(null);
  if (reply.kind === 'cancelled') return false;
  if (reply.kind === 'failed') {
    workspace.dialog({ kind: 'error', action: 'open', error: reply.error, sourceOf: null });
    return false;
  }
  session.edit('tagset', replaceTagset(session.document, reply.tagset));
  return true;
}

/** Has main write the document's tagset where the editor says. */
export async function exportTagset(workspace: Workspace, { session }: OpenDocument): Promise<void> {
  const reply = await workspace.kanwu.exportTagset({ tagset: session.document.tagset });
  if (reply.kind === 'saved') workspace.notice(messages => messages.notices.exported(reply.displayPath));
  if (reply.kind === 'failed') {
    workspace.dialog({ kind: 'error', action: 'export', error: reply.error, sourceOf: null });
  }
}
