import { readingInSteps } from '../../shared/annotation/readAnnotations';
import type { OpenedFile, OpenReply, OpenRequest } from '../../shared/ipc/contract';
import { openImported } from '../import/importFlow';
import { workingOrCancelled } from '../import/working';
import { giveUp, showAnnotated, showFresh, showRestored, showUnlessCancelled } from './showFile';
import { pause } from './timeSlices';
import type { Workspace } from './workspace';

/** Asks main for a document and shows it. Main asks about unsaved work first. */
export function openRequested(workspace: Workspace, request: OpenRequest): Promise<void> {
  return opening(workspace, () => workspace.kanwu.open(request));
}

export function openDropped(workspace: Workspace, file: File): Promise<void> {
  return opening(workspace, () => workspace.kanwu.openDropped(file));
}

async function opening(workspace: Workspace, ask: () => Promise<OpenReply>): Promise<void> {
  if (workspace.getState().activity === 'opening') return;
  workspace.update({ activity: 'opening' });
  try {
    await showReply(workspace, await ask());
  } catch (error) {
    workspace.unexpected(error);
  } finally {
    if (workspace.getState().activity === 'opening') workspace.update({ activity: null });
  }
}

/** Shows what main opened, or says why it could not be. */
export async function showReply(workspace: Workspace, reply: OpenReply): Promise<void> {
  if (reply.kind === 'cancelled') return;
  if (reply.kind === 'failed') {
    workspace.dialog({ kind: 'error', action: 'open', error: reply.error, sourceOf: null });
    return;
  }
  // Lets "Opening…" be painted before a long text is parsed.
  await pause();
  await showUnlessCancelled(workspace, reply.document, () => showFile(workspace, reply.document));
}

/** From here on main holds this file as the present document, so the one before is given up in any case. */
async function showFile(workspace: Workspace, file: OpenedFile): Promise<void> {
  const { source, annotations } = file;
  if (annotations === null) {
    if (await showRestored(workspace, file, null)) return;
    if (source) showFresh(workspace, file, source);
    else if (file.imported) {
      // What looked like another program's form to main is a text file after all.
      if (!(await openImported(workspace, file))) await showAsText(workspace, file);
    } else {
      workspace.show(null);
      giveUp(workspace, file);
      workspace.notice(messages => messages.recovery.unreadable(file.name), 'warning');
    }
    return;
  }
  // Main no longer keeps what is done on the document before.
  workspace.show(null);
  const steps = readingInSteps(annotations, file.annotationName);
  const reading = await workingOrCancelled(workspace, 'reading', steps);
  if (reading.kind === 'failed') {
    workspace.dialog({ kind: 'error', action: 'open', error: reading.error, sourceOf: source ? file : null });
    return;
  }
  if (source && source.sha256 !== reading.document.source.sha256) {
    workspace.dialog({ kind: 'otherSource', file, reading });
    return;
  }
  await showAnnotated(workspace, file, reading);
}

async function showAsText(workspace: Workspace, { documentId }: OpenedFile): Promise<void> {
  await showReply(workspace, await workspace.kanwu.open({ from: 'encoding', documentId, encoding: 'utf-8' }));
}

/** Back to the welcome screen, if main gets leave to drop unsaved work. */
export async function closeDocument(workspace: Workspace): Promise<void> {
  const { open } = workspace;
  if (!open) return;
  const { closed } = await workspace.kanwu.closeDocument({ documentId: open.file.documentId });
  if (closed && workspace.open?.session === open.session) {
    workspace.show(null);
  }
}
