import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import type { SaveReply, SaveRequest, TextReply } from '../shared/ipc/contract';
import type { Message } from '../shared/source/fileError';
import type { Dialogs } from './dialogs';
import { Backups } from './files/backups';
import type { OpenDocuments } from './files/documents';
import { FileLocks } from './files/fileLocks';
import { hashOfBytes } from './files/fileState';
import { FileWatch } from './files/fileWatch';
import { JOURNALS_LIMIT, JournalFolder } from './files/journalFolder';
import { Journals } from './files/journals';
import { sourceOnDisk } from './files/openFile';
import { listUnsaved } from './files/openJournal';
import { ANNOTATIONS_LIMIT, readFile } from './files/readFile';
import { saveDocument } from './files/saveDocument';
import type { Staging } from './files/staging';
import { systemCode } from './files/systemError';
import { type Listeners, send } from './ipc';

/** Everything that sees to it that no work is lost: journals, earlier versions, the watch over the files. */
export interface Keeping {
  readonly journals: Journals;
  readonly watch: FileWatch;
  readonly locks: FileLocks;
  readonly listeners: Pick<
    Listeners,
    | 'save'
    | 'takeJournal'
    | 'journal'
    | 'rewriteJournal'
    | 'unsavedWork'
    | 'discardUnsaved'
    | 'earlierVersions'
    | 'earlierVersion'
    | 'onDisk'
    | 'sourceOnDisk'
    | 'keepMine'
    | 'storageUsed'
  >;
}

export function createKeeping(
  userData: string,
  documents: OpenDocuments,
  dialogs: Dialogs,
  contents: WebContents,
  staging: Staging,
): Keeping {
  const journals = new Journals(new JournalFolder(join(userData, 'journals')));
  const backups = new Backups(join(userData, 'backups'));
  const watch = new FileWatch(documents, change => send(contents, 'filesChanged', change));

  const locks = new FileLocks(join(tmpdir(), `kanwu-${userInfo().uid}`));

  /** A save that comes right after «Keep mine» must know of it. */
  let accepting: Promise<void> = Promise.resolve();

  const save = async (request: SaveRequest): Promise<SaveReply> => {
    // At once: what was staged for this save is complete now.
    const text = staging.text(request.text);
    await accepting;
    return watch.during(() =>
      saveDocument({ ...request, text }, documents, dialogs, {
        async saving({ documentId, mark, auto }, hash, path) {
          // The save itself goes on: it is what the editor asked for.
          await backups
            .keep(path, auto)
            .catch((error: unknown) =>
              console.error('kanwu: the earlier version could not be kept:', systemCode(error) ?? error),
            );
          await journals.saving(documentId, mark, hash, path);
        },
        saved: ({ documentId }, hash) => journals.saved(documentId, hash),
      }),
    );
  };

  return {
    journals,
    watch,
    locks,
    listeners: {
      save,
      async takeJournal({ documentId, records }) {
        await journals.take(documentId, records);
        return null;
      },
      journal: ({ documentId, records }) => journals.append(documentId, records),
      rewriteJournal: ({ documentId, part, records }) => journals.rewrite(documentId, part, records),
      unsavedWork: () => listUnsaved(journals),
      async discardUnsaved({ id }) {
        const work = (await listUnsaved(journals)).find(journal => journal.id === id);
        if (work && (await dialogs.askToDiscard(work.name, work.changes))) await journals.folder.remove(id);
        return listUnsaved(journals);
      },
      earlierVersions: ({ documentId }) => backups.list(documents.get(documentId).annotationPath),
      earlierVersion: ({ documentId, id }) => backups.read(documents.get(documentId).annotationPath, id),
      onDisk: ({ documentId }) => readAnnotationFile(documents.get(documentId).annotationPath),
      sourceOnDisk: ({ documentId }) => sourceOnDisk(documents.get(documentId)),
      async keepMine({ documentId }) {
        const accepted = watch.accept(documentId);
        accepting = accepted.catch(() => undefined);
        await accepted;
        return null;
      },
      async storageUsed() {
        return { journals: await journals.folder.size(), backups: await backups.size() };
      },
    },
  };
}

async function readAnnotationFile(path: string): Promise<TextReply> {
  const file = await readFile(path, ANNOTATIONS_LIMIT);
  if (file.kind === 'failed') return file;
  const text = Buffer.from(file.bytes).toString('utf8');
  return { kind: 'read', text, name: path.replace(/^.*[/\\]/, ''), hash: hashOfBytes(file.bytes) };
}

/** What to tell the editor at start: unsaved work alone takes more than all journals may. */
export async function journalsTooLarge(journals: Journals): Promise<Message | null> {
  const bytes = await journals.folder.trim(JOURNALS_LIMIT, new Set());
  if (bytes <= JOURNALS_LIMIT) return null;
  const size = `${Math.round(bytes / 1024 / 1024)} MB`;
  return {
    en: `Unsaved work kept for recovery takes ${size}. Open or discard what is listed on the welcome screen.`,
    zh: `为恢复而保留的未保存工作已占 ${size}。请在欢迎页打开或舍弃列出的条目。`,
  };
}
