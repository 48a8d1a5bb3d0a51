import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { JournalReply, OpenedJournal } from '../../shared/ipc/contract';
import { JOURNAL_VERSION } from '../../shared/journal/record';
import { JournalFile } from './journalFile';
import { type FoundJournal, JOURNALS_LIMIT, type JournalFolder, type OpenedText } from './journalFolder';
import { type JournalBase, type JournalHead, RECORDS_FILE, readBase } from './journalHead';
import { describeSystemError, systemCode } from './systemError';

/** A document's journal: one found and offered to the page, one begun, or none until there is work to keep. */
interface Attached {
  head: JournalHead;
  /** What it begins with; from the disk once it is there, for it may be large. */
  base: () => Promise<JournalBase>;
  found: FoundJournal | null;
  file: Promise<JournalFile> | null;
  /** Records that came while the journal could not be begun. */
  waiting: string[];
  /** The last thing that is being done with it. */
  turn: Promise<unknown>;
}

/** The journals of the documents of this run. */
export class Journals {
  readonly folder: JournalFolder;
  readonly #byDocument = new Map<string, Attached>();

  constructor(folder: JournalFolder) {
    this.folder = folder;
  }

  /**
   * Gets ready to keep the work on a document that is being opened. Resolves to the work already kept for it, to be
   * replayed by the page (see `take`).
   */
  async attach(
    documentId: string,
    text: OpenedText,
    base: JournalBase,
    ignoreKept: boolean,
  ): Promise<OpenedJournal | null> {
    const head: JournalHead = {
      t: 'open',
      v: JOURNAL_VERSION,
      name: basename(text.sourcePath ?? text.annotationPath),
      ...text,
      begun: new Date().toISOString(),
    };
    const found = ignoreKept ? null : await this.folder.find(text);
    const attached: Attached = {
      head,
      base: async () => base,
      found,
      file: null,
      waiting: [],
      turn: Promise.resolve(),
    };
    this.#byDocument.set(documentId, attached);
    // At once, for syncing what it begins with takes longer than a first change may wait. Removed if none comes.
    if (!found) this.#begin(attached).catch(() => undefined);
    return found && (await this.#opened(found, text.annotationHash));
  }

  /** Attaches a document to the journal that holds it, whatever became of its files. Null where it is not there. */
  async attachKept(
    documentId: string,
    id: string,
    annotationHash: string | null,
  ): Promise<OpenedJournal | null> {
    const found = await this.folder.read(id);
    if (!found) return null;
    const base = () => readBase(this.folder.folderOf(id));
    this.#byDocument.set(documentId, {
      head: found.head,
      base,
      found,
      file: null,
      waiting: [],
      turn: Promise.resolve(),
    });
    return this.#opened(found, annotationHash);
  }

  async #opened(found: FoundJournal, savedHash: string | null): Promise<OpenedJournal> {
    const { records, head } = found;
    const base = await readBase(this.folder.folderOf(found.id));
    return { base, annotationHash: head.annotationHash, records, savedHash };
  }

  /**
   * The page has replayed the first `records` of what it was offered and goes on from there; null: it could not, or
   * would not, and begins anew. What was offered and not taken stays as unsaved work, if it is any.
   */
  async take(documentId: string, records: number | null): Promise<void> {
    const attached = this.#get(documentId);
    const { found } = attached;
    attached.found = null;
    if (!found) return;
    if (records !== null) {
      // At once: the page may already be sending what comes next.
      attached.file = this.#goOn(found, records);
      await attached.file;
    } else if (found.unsaved === 0) await this.folder.remove(found.id);
    else await this.#putAside(found);
  }

  async #goOn(found: FoundJournal, records: number): Promise<JournalFile> {
    const folder = this.folder.folderOf(found.id);
    // What this version could not replay is kept beside it.
    if (records < found.records.length) {
      await copyFile(join(folder, RECORDS_FILE), join(folder, `${RECORDS_FILE}.before-cut`));
    }
    const file = await JournalFile.resume(folder, records + 1);
    if (found.aside) await file.append(['{"t":"aside","on":false}']);
    return file;
  }

  async #putAside(found: FoundJournal): Promise<void> {
    const file = await JournalFile.resume(this.folder.folderOf(found.id), found.records.length + 1);
    await file.append(['{"t":"aside","on":true}']);
    await file.close();
  }

  /** Appends work. A full disk is a reply, and the records wait for the next call. */
  append(documentId: string, records: readonly string[]): Promise<JournalReply> {
    this.#byDocument.get(documentId)?.waiting.push(...records);
    return this.#answering(documentId, async (file, attached) => file.append(attached.waiting.splice(0)));
  }

  /** Notes on the disk, before it is written, which state an annotation file will hold. */
  async saving(documentId: string, mark: number | null, hash: string, path: string): Promise<void> {
    const attached = this.#byDocument.get(documentId);
    if (!attached || mark === null) return;
    attached.head = { ...attached.head, annotationPath: path };
    await this.#note(attached, JSON.stringify({ t: 'saving', n: mark, hash, path }));
  }

  /** Notes that it was written. */
  async saved(documentId: string, hash: string): Promise<void> {
    const attached = this.#byDocument.get(documentId);
    if (attached) await this.#note(attached, JSON.stringify({ t: 'saved', hash }));
  }

  /** Appends and syncs. Nothing where no work was ever done. A journal that can't be written does not stop a save. */
  async #note({ file, head }: Attached, record: string): Promise<void> {
    try {
      const journal = await file;
      if (!journal) return;
      await journal.append([record]);
      await journal.sync();
    } catch (error) {
      console.error(`kanwu: the journal of ${head.name} could not be written:`, systemCode(error) ?? error);
    }
  }

  /** Writes the journal anew, in portions; see `JournalFile`. */
  rewrite(
    documentId: string,
    part: 'begin' | 'more' | 'end' | 'abandon',
    records: readonly string[],
  ): Promise<JournalReply> {
    return this.#answering(documentId, async (file, { head }) => {
      if (part === 'begin') await file.beginRewriting(JSON.stringify(head));
      if (part === 'more') await file.rewrite(records);
      if (part === 'end') await file.endRewriting();
      if (part === 'abandon') await file.abandonRewriting();
    });
  }

  /** Puts all that was appended on the disk itself. What fails is written to the console, for nobody waits for it. */
  async sync(): Promise<void> {
    await Promise.all(
      [...this.#byDocument.values()].map(async ({ file, head }) => {
        try {
          const journal = await file;
          if (journal && !journal.isEmpty) await journal.sync();
        } catch (error) {
          console.error(
            `kanwu: the journal of ${head.name} could not be synced:`,
            systemCode(error) ?? error,
          );
        }
      }),
    );
  }

  /** Ends a document's journal for this run, with a last record of how it was left; none after a crash of the page. */
  async release(documentId: string, left: 'clean' | 'dropped' | 'aside' | null): Promise<void> {
    const attached = this.#byDocument.get(documentId);
    this.#byDocument.delete(documentId);
    if (!attached) return;
    const last = { clean: ['clean'], dropped: ['dropped', 'clean'], aside: ['aside'] };
    try {
      await attached.turn;
      const file = await attached.file;
      if (!file) return;
      if (file.isEmpty) {
        await file.close();
        await this.folder.remove(basename(file.folder));
        return;
      }
      if (left !== null)
        await file.append(last[left].map(t => JSON.stringify(t === 'aside' ? { t, on: true } : { t })));
      await file.close();
      await this.folder.trim(JOURNALS_LIMIT, await this.#inUse());
    } catch (error) {
      console.error(
        `kanwu: the journal of ${attached.head.name} could not be closed:`,
        systemCode(error) ?? error,
      );
    }
  }

  /** Unsaved work that is in no window, the latest first. */
  async unsaved(): Promise<readonly FoundJournal[]> {
    const inUse = await this.#inUse();
    return (await this.folder.unsaved()).filter(({ id }) => !inUse.has(id));
  }

  async #inUse(): Promise<ReadonlySet<string>> {
    const ids = new Set<string>();
    for (const { found, file } of this.#byDocument.values()) {
      if (found) ids.add(found.id);
      const folder = (await file?.catch(() => null))?.folder;
      if (folder) ids.add(basename(folder));
    }
    return ids;
  }

  #answering(
    documentId: string,
    work: (file: JournalFile, attached: Attached) => Promise<void>,
  ): Promise<JournalReply> {
    const attached = this.#byDocument.get(documentId);
    // The page's last words on a document that was left: how it was left is written already.
    if (!attached) return Promise.resolve({ kind: 'written', size: 0 });
    const answer = this.#answer(attached, file => work(file, attached));
    attached.turn = answer;
    return answer;
  }

  async #answer(attached: Attached, work: (file: JournalFile) => Promise<void>): Promise<JournalReply> {
    try {
      const file = await this.#fileOf(attached);
      await work(file);
      return { kind: 'written', size: file.size };
    } catch (error) {
      return { kind: 'failed', error: describeSystemError('save', attached.head.name, error) };
    }
  }

  #begin(attached: Attached): Promise<JournalFile> {
    attached.file ??= attached.base().then(async base => {
      const file = await this.folder.begin(attached.head, base);
      attached.base = () => readBase(file.folder);
      return file;
    });
    return attached.file;
  }

  /** Tried again with the next work where it failed. */
  async #fileOf(attached: Attached): Promise<JournalFile> {
    try {
      return await this.#begin(attached);
    } catch (error) {
      attached.file = null;
      throw error;
    }
  }

  #get(documentId: string): Attached {
    const attached = this.#byDocument.get(documentId);
    if (!attached) throw new Error(`no journal for the document ${documentId}`);
    return attached;
  }
}
