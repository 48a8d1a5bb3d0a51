import { dirname } from 'node:path';
import type { OpenReply, UnsavedWork } from '../../shared/ipc/contract';
import { fileError } from '../../shared/source/fileError';
import { shortenFolder, shortenPath } from './displayPath';
import type { OpenDocument, OpenDocuments } from './documents';
import { fileState } from './fileState';
import type { FoundJournal } from './journalFolder';
import type { Journals } from './journals';

/** What opening unsaved work comes to: a document for it, and the reply for the page once it is attached. */
export interface OpenedWork {
  readonly document: OpenDocument;
  readonly attach: () => Promise<OpenReply>;
}

/**
 * Opens the work of a journal, whatever became of its source: the journal holds the text. Saving goes where the work was
 * last saved, and asks first where the source there is another by now. Null where the journal is gone.
 */
export async function openJournal(
  id: string,
  documents: OpenDocuments,
  journals: Journals,
): Promise<OpenedWork | null> {
  const found = await journals.folder.read(id);
  if (!found) return null;
  const { head } = found;
  const annotationPath = found.path ?? head.annotationPath;
  const source = await sourceOf(found);
  const saved = await fileState(annotationPath);
  const known = saved !== null && (saved.hash === found.hash || saved.hash === head.annotationHash);
  const document = documents.add({
    name: head.name,
    sourcePath: source === 'there' ? head.sourcePath : null,
    annotationPath,
    annotationSeen: known ? saved.seen : null,
    annotationHash: known ? saved.hash : null,
    sourceSeen: null,
    sourceHash: source === 'there' ? head.sha256 : null,
    text: head,
    journalId: id,
    askWhere: source === 'changed',
    openedPath: head.sourcePath ?? annotationPath,
  });
  const attach = async (): Promise<OpenReply> => {
    const journal = await journals.attachKept(document.id, id, saved?.hash ?? null);
    if (!journal) return { kind: 'failed', error: fileError('open', 'missing', head.name) };
    return {
      kind: 'opened',
      document: {
        documentId: document.id,
        name: head.name,
        displayPath: shortenPath(document.openedPath),
        source: null,
        annotations: null,
        annotationHash: document.annotationHash,
        journal,
        annotationName: annotationPath.replace(/^.*[/\\]/, ''),
        notices: [],
      },
    };
  };
  return { document, attach };
}

/** Unsaved work as the welcome screen lists it. */
export async function listUnsaved(journals: Journals): Promise<readonly UnsavedWork[]> {
  const found = await journals.unsaved();
  return Promise.all(
    found.map(async journal => ({
      id: journal.id,
      name: journal.head.name,
      folder: shortenFolder(dirname(journal.head.sourcePath ?? journal.head.annotationPath)),
      changes: journal.unsaved,
      at: new Date(journal.at).toISOString(),
      source: await sourceOf(journal),
    })),
  );
}

async function sourceOf({ head }: FoundJournal): Promise<UnsavedWork['source']> {
  const state = head.sourcePath === null ? null : await fileState(head.sourcePath);
  if (state === null) return 'gone';
  return state.hash === head.sha256 ? 'there' : 'changed';
}
