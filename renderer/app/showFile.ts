import type { ReadAnnotations } from '../../shared/annotation/readAnnotations';
import { idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import { DEFAULT_TAGSET } from '../../shared/document/tagset';
import type { OpenedFile, OpenedSource } from '../../shared/ipc/contract';
import { workingOrCancelled } from '../import/working';
import { restoreWork } from '../journal/restoreWork';
import { EditingSession } from '../session/session';
import { presentDocument } from './presentDocument';
import { Cancelled } from './timeSlices';
import type { Workspace } from './workspace';

const BEGUN = { records: null, unsaved: 0, annotated: false } as const;

/** Shows a source that nothing was done on yet. */
export function showFresh(workspace: Workspace, file: OpenedFile, source: OpenedSource): void {
  const { text, encoding, bom, newline, sha256 } = source;
  const ids = idSource();
  const { author, tagset } = workspace.getState().settings;
  const named = { name: file.name, text, encoding, bom, newline, sha256 };
  const document = openSource(named, ids, tagset ?? DEFAULT_TAGSET);
  const session = new EditingSession(document, ids, author);
  presentDocument(workspace, { ...BEGUN, file, session });
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
  presentDocument(workspace, { ...BEGUN, file, session, annotated: true });
  for (const message of reading.notices) workspace.notice(message, 'warning');
}

/** Shows a document that no annotation file holds yet: it is unsaved work from the start. */
export function showUnsaved(workspace: Workspace, file: OpenedFile, reading: ReadAnnotations): void {
  const { author } = workspace.getState().settings;
  const session = new EditingSession(reading.document, reading.ids, author);
  session.markUnsaved();
  presentDocument(workspace, { ...BEGUN, file, session, unsaved: 1 });
}

/** Shows a document with the work its journal keeps; false where there is none, or none that fits. */
export async function showRestored(
  workspace: Workspace,
  file: OpenedFile,
  reading: ReadAnnotations | null,
): Promise<boolean> {
  const { journal } = file;
  const onDisk = reading && file.annotations !== null ? { ...reading, json: file.annotations } : null;
  const restored =
    journal &&
    (await restoreWork(journal, file.annotationName, onDisk, work =>
      workingOrCancelled(workspace, 'reading', work),
    ));
  if (!restored) return false;
  const { saved, present, ids, taken, unsaved, sinceSave } = restored;
  const { author } = workspace.getState().settings;
  const session = new EditingSession(saved, ids, author, present);
  presentDocument(workspace, {
    file,
    session,
    records: taken,
    unsaved,
    annotated: journal.savedHash !== null,
  });
  if (session.getState().edited) {
    workspace.notice(messages => messages.recovery.recovered(sinceSave), 'warning', 'file.revert');
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

/** Shows a file by `show`; nothing is open where the editor cancels that. */
export async function showUnlessCancelled(
  workspace: Workspace,
  file: OpenedFile,
  show: () => Promise<void>,
): Promise<void> {
  try {
    await show();
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    workspace.show(null);
    giveUp(workspace, file);
  }
}

/** Leaves a file that could not be shown, so that main and the window agree that nothing is open. */
export function giveUp(workspace: Workspace, file: OpenedFile): void {
  workspace.dialog(null);
  workspace.kanwu.closeDocument({ documentId: file.documentId }).catch(workspace.unexpected);
}
