import { type ReadAnnotations, readAnnotations } from '../../shared/annotation/readAnnotations';
import { idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import { DEFAULT_TAGSET } from '../../shared/document/tagset';
import type { OpenedFile, OpenedSource, OpenReply, OpenRequest } from '../../shared/ipc/contract';
import { openImported } from '../import/importFlow';
import { restoreWork } from '../journal/restoreWork';
import { EditingSession } from '../session/session';
import { presentDocument } from './presentDocument';
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
  await showFile(workspace, reply.document);
}

/** From here on main holds this file as the present document, so the one before is given up in any case. */
async function showFile(workspace: Workspace, file: OpenedFile): Promise<void> {
  const { source, annotations } = file;
  if (annotations === null) {
    if (await showRestored(workspace, file, null)) return;
    if (source) showFresh(workspace, file, source);
    else if (file.imported) await openImported(workspace, file);
    else {
      workspace.show(null);
      giveUp(workspace, file);
      workspace.notice(messages => messages.recovery.unreadable(file.name), 'warning');
    }
    return;
  }
  const reading = readAnnotations(annotations, file.annotationName);
  if (reading.kind === 'failed') {
    workspace.show(null);
    workspace.dialog({ kind: 'error', action: 'open', error: reading.error, sourceOf: source ? file : null });
    return;
  }
  if (source && source.sha256 !== reading.document.source.sha256) {
    workspace.show(null);
    workspace.dialog({ kind: 'otherSource', file, reading });
    return;
  }
  await showAnnotated(workspace, file, reading);
}

function showFresh(workspace: Workspace, file: OpenedFile, source: OpenedSource): void {
  const { text, encoding, bom, newline, sha256 } = source;
  const ids = idSource();
  const { author, tagset } = workspace.getState().settings;
  const named = { name: file.name, text, encoding, bom, newline, sha256 };
  const document = openSource(named, ids, tagset ?? DEFAULT_TAGSET);
  const session = new EditingSession(document, ids, author);
  presentDocument(workspace, { ...BEGUN, file, session, annotations: null, base: document });
}

/** Shows a document as its annotation file holds it, with the text that file carries and the work kept for it. */
export async function showAnnotated(
  workspace: Workspace,
  file: OpenedFile,
  reading: ReadAnnotations,
): Promise<void> {
  if (await showRestored(workspace, file, reading)) return;
  const { author } = workspace.getState().settings;
  const session = new EditingSession(reading.document, reading.ids, author);
  const { annotations } = file;
  presentDocument(workspace, {
    ...BEGUN,
    file,
    session,
    annotations,
    base: reading.document,
    annotated: true,
  });
  for (const message of reading.notices) workspace.notice(message, 'warning');
}

/** Shows a document that no annotation file holds yet: it is unsaved work from the start. */
export function showUnsaved(workspace: Workspace, file: OpenedFile, reading: ReadAnnotations): void {
  const { author } = workspace.getState().settings;
  const session = new EditingSession(reading.document, reading.ids, author);
  session.markUnsaved();
  const { annotations } = file;
  presentDocument(workspace, { ...BEGUN, file, session, annotations, base: reading.document, unsaved: 1 });
}

const BEGUN = { records: null, unsaved: 0, annotated: false } as const;

/** Shows a document with the work its journal keeps; false where there is none, or none that fits. */
async function showRestored(
  workspace: Workspace,
  file: OpenedFile,
  reading: ReadAnnotations | null,
): Promise<boolean> {
  const { journal } = file;
  const restored = journal && (await restoreWork(journal, file.annotationName, reading));
  if (!restored) return false;
  const { saved, present, ids, base, baseAnnotations, taken, unsaved } = restored;
  const { author } = workspace.getState().settings;
  const session = new EditingSession(saved, ids, author, present);
  presentDocument(workspace, {
    file,
    session,
    annotations: baseAnnotations,
    base,
    records: taken,
    unsaved,
    annotated: journal.savedHash !== null,
  });
  if (session.getState().edited) {
    workspace.notice(messages => messages.recovery.recovered(unsaved), 'warning', 'file.revert');
  }
  if (restored.cut) workspace.notice(messages => messages.recovery.cut, 'warning');
  if (restored.otherOnDisk) {
    workspace.dialog({
      kind: 'filesChanged',
      documentId: file.documentId,
      annotations: 'changed',
      source: null,
    });
  }
  return true;
}

/** Leaves a file that could not be shown, so that main and the window agree that nothing is open. */
export function giveUp(workspace: Workspace, file: OpenedFile): void {
  workspace.dialog(null);
  workspace.kanwu.closeDocument({ documentId: file.documentId }).catch(workspace.unexpected);
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
