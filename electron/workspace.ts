import { basename, isAbsolute } from 'node:path';
import type { MadeDocument, OpenedFile, OpenReply, OpenRequest } from '../shared/ipc/contract';
import { fileError } from '../shared/source/fileError';
import type { Leaving, UnsavedWorkGuard } from './closing';
import type { Dialogs } from './dialogs';
import type { OpenDocument, OpenDocuments } from './files/documents';
import type { FileLocks } from './files/fileLocks';
import type { FileWatch } from './files/fileWatch';
import type { JournalBase } from './files/journalHead';
import type { Journals } from './files/journals';
import { type OpenOptions, openFile } from './files/openFile';
import { openJournal } from './files/openJournal';
import { systemCode } from './files/systemError';
import type { RecentFiles } from './recents';

export interface Workspace {
  readonly documents: OpenDocuments;
  readonly guard: UnsavedWorkGuard;
  readonly dialogs: Dialogs;
  readonly recents: RecentFiles;
  readonly journals: Journals;
  readonly watch: FileWatch;
  readonly locks: FileLocks;
  readonly samplePath: string;
  /** Where saving the sample is suggested. */
  readonly sampleSavesIn: string;
}

/** Opens what the renderer asks for, in place of the present document. */
export async function open(workspace: Workspace, request: OpenRequest): Promise<OpenReply> {
  const { documents, dialogs, recents } = workspace;
  switch (request.from) {
    case 'dialog': {
      const path = await dialogs.askWhatToOpen();
      return path === null ? { kind: 'cancelled' } : openPath(workspace, path);
    }
    case 'sample':
      return openPath(workspace, workspace.samplePath);
    case 'recent': {
      const path = recents.pathOf(request.id);
      if (path === undefined) throw new Error(`no recent file has the id ${request.id}`);
      return openPath(workspace, path);
    }
    case 'encoding':
      return replace(workspace, documents.get(request.documentId).openedPath, {
        ...sampleOption(workspace, request.documentId),
        encoding: request.encoding,
      });
    case 'withoutAnnotations':
      return replace(workspace, documents.get(request.documentId).openedPath, {
        ...sampleOption(workspace, request.documentId),
        withoutAnnotations: true,
      });
    case 'reload': {
      const document = documents.get(request.documentId);
      // Work that is not saved goes to the list, so there is nothing to ask.
      return document.journalId === null
        ? replace(workspace, document.openedPath, sampleOption(workspace, document.id), 'aside')
        : openUnsaved(workspace, document.journalId);
    }
    case 'journal':
      return openUnsaved(workspace, request.id);
  }
}

/** Opens a file that a dialog, the command line or the desktop named, and lists it as recent unless it is the sample. */
export async function openPath(workspace: Workspace, path: string): Promise<OpenReply> {
  // A file dragged out of another program's window has no place on the disk.
  if (!isAbsolute(path)) return { kind: 'failed', error: fileError('open', 'missing', basename(path)) };
  if (path === workspace.samplePath) {
    return replace(workspace, path, { sampleSavesIn: workspace.sampleSavesIn });
  }
  const reply = await replace(workspace, path, {});
  if (reply.kind === 'opened') workspace.recents.add(path);
  return reply;
}

/** The present document read again with all the work on it, for a page that was reloaded; null where there is none. */
export async function reopen(workspace: Workspace): Promise<OpenReply | null> {
  const { documents, journals } = workspace;
  const { current } = documents;
  if (!current) return null;
  await journals.release(current.id, null);
  documents.update(current.id, { edited: false });
  const kept = current.journalId;
  if (kept !== null) return openUnsaved(workspace, kept);
  return replace(workspace, current.openedPath, sampleOption(workspace, current.id));
}

/**
 * Puts a document that the page made in the place of the present one, if the editor gives leave; what the page makes of
 * the present one itself takes its place without a question.
 */
export async function showMade(
  workspace: Workspace,
  { documentId, sha256, encoding }: Omit<MadeDocument, 'annotations'>,
  annotations: string,
): Promise<{ shown: boolean }> {
  const { documents, guard, watch, journals, locks } = workspace;
  if (documents.current?.id === documentId) await journals.release(documentId, null);
  else {
    const leaving = await guard.mayLeave(documents.current);
    if (!leaving) return { shown: false };
    await leavePresent(workspace, leaving);
    documents.setCurrent(documentId);
    watch.start();
  }
  documents.update(documentId, { text: { sha256, encoding } });
  const { sourcePath, annotationPath, annotationHash } = documents.get(documentId);
  await locks.take(annotationPath).catch(lockFailed);
  const text = { sourcePath, annotationPath, sha256, encoding, annotationHash };
  await journals.attach(documentId, text, { source: null, annotations }, true);
  return { shown: true };
}

/** How the document in the window is left: as its editor answered, or with its unsaved work put aside. */
async function replace(
  workspace: Workspace,
  path: string,
  options: OpenOptions,
  how: Leaving = 'asked',
): Promise<OpenReply> {
  const { documents, guard, journals } = workspace;
  // Asked before reading: "Save" may write the very file that is opened next.
  const leaving = how === 'asked' ? await guard.mayLeave(documents.current) : how;
  if (!leaving) return { kind: 'cancelled' };
  const reply = await openFile(path, documents, options);
  if (reply.kind !== 'opened') return reply;
  if (!(await mayOpen(workspace, documents.get(reply.document.documentId)))) return { kind: 'cancelled' };
  await leavePresent(workspace, leaving);
  await workspace.locks.take(documents.get(reply.document.documentId).annotationPath).catch(lockFailed);
  const { document } = reply;
  documents.setCurrent(document.documentId);
  workspace.watch.start();
  const { sourcePath, annotationPath, text } = documents.get(document.documentId);
  const base = baseOf(document);
  // A damaged annotation file: the page will say so, and show nothing.
  if (!text || !base) return reply;
  const { annotationHash } = document;
  const { sha256, encoding } = text;
  // Another encoding, or no annotations: asked for, so what was done on the other reading is not brought up.
  const ignoreKept = options.encoding !== undefined || options.withoutAnnotations === true;
  const journal = await journals.attach(
    document.documentId,
    { sourcePath, annotationPath, sha256, encoding, annotationHash },
    base,
    ignoreKept,
  );
  return { kind: 'opened', document: { ...document, journal } };
}

function baseOf({ source, annotations, name }: OpenedFile): JournalBase | null {
  if (annotations !== null) return { source: null, annotations };
  if (!source) return null;
  const { text, encoding, bom, newline, sha256 } = source;
  return { source: { name, text, encoding, bom, newline, sha256 }, annotations: null };
}

async function openUnsaved(workspace: Workspace, id: string): Promise<OpenReply> {
  const { documents, guard, journals } = workspace;
  const leaving = await guard.mayLeave(documents.current);
  if (!leaving) return { kind: 'cancelled' };
  await leavePresent(workspace, leaving);
  const opened = await openJournal(id, documents, journals);
  if (!opened) return { kind: 'failed', error: fileError('open', 'missing', id) };
  documents.setCurrent(opened.document.id);
  await workspace.locks.take(opened.document.annotationPath).catch(lockFailed);
  workspace.watch.start();
  return opened.attach();
}

/** Whether no other program has the document open, or the editor wants it here all the same. */
async function mayOpen(
  { locks, dialogs }: Workspace,
  { annotationPath, name }: OpenDocument,
): Promise<boolean> {
  const holder = await locks.take(annotationPath).catch(lockFailed);
  if (!holder) return true;
  if (!(await dialogs.askAboutOther(name, holder.since))) return false;
  await locks.takeOver(annotationPath).catch(lockFailed);
  return true;
}

/** Locks are a courtesy: where they can't be written nothing else stops. */
function lockFailed(error: unknown): null {
  console.error('kanwu: could not lock the file:', systemCode(error) ?? error);
  return null;
}

/** Ends the journal of the document in the window; unsaved work still there was given up by its editor. */
export async function leavePresent(
  { documents, journals, locks }: Workspace,
  leaving: Leaving,
): Promise<void> {
  const { current } = documents;
  await locks.releaseAll();
  if (!current) return;
  await journals.release(current.id, current.edited ? (leaving === 'aside' ? 'aside' : 'dropped') : 'clean');
}

function sampleOption({ documents, samplePath, sampleSavesIn }: Workspace, id: string): OpenOptions {
  return documents.get(id).openedPath === samplePath ? { sampleSavesIn } : {};
}
