import { basename, isAbsolute } from 'node:path';
import type { OpenReply, OpenRequest } from '../shared/ipc/contract';
import { fileError } from '../shared/source/fileError';
import type { UnsavedWorkGuard } from './closing';
import type { Dialogs } from './dialogs';
import type { OpenDocuments } from './files/documents';
import { type OpenOptions, openFile } from './files/openFile';
import type { RecentFiles } from './recents';

export interface Workspace {
  readonly documents: OpenDocuments;
  readonly guard: UnsavedWorkGuard;
  readonly dialogs: Dialogs;
  readonly recents: RecentFiles;
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
      return replace(workspace, workspace.samplePath, { sampleSavesIn: workspace.sampleSavesIn });
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
  }
}

/** Opens a file that a dialog, the command line or the desktop named, and lists it as recent. */
export async function openPath(workspace: Workspace, path: string): Promise<OpenReply> {
  // A file dragged out of another program's window has no place on the disk.
  if (!isAbsolute(path)) return { kind: 'failed', error: fileError('open', 'missing', basename(path)) };
  const reply = await replace(workspace, path, {});
  if (reply.kind === 'opened') workspace.recents.add(path);
  return reply;
}

/** The present document read again, for a page that was reloaded; null where there is none. */
export async function reopen(workspace: Workspace): Promise<OpenReply | null> {
  const { current } = workspace.documents;
  if (!current) return null;
  workspace.documents.update(current.id, { edited: false });
  return replace(workspace, current.openedPath, sampleOption(workspace, current.id));
}

async function replace(workspace: Workspace, path: string, options: OpenOptions): Promise<OpenReply> {
  const { documents, guard } = workspace;
  // Asked before reading: "Save" may write the very file that is opened next.
  if (!(await guard.mayLeave(documents.current))) return { kind: 'cancelled' };
  const reply = await openFile(path, documents, options);
  if (reply.kind === 'opened') documents.setCurrent(reply.document.documentId);
  return reply;
}

function sampleOption({ documents, samplePath, sampleSavesIn }: Workspace, id: string): OpenOptions {
  return documents.get(id).openedPath === samplePath ? { sampleSavesIn } : {};
}
