import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { frameRecord, readFrames } from '../../shared/journal/frame';
import { BASE_FILE, RECORDS_FILE } from './journalHead';
import { syncFolder } from './saveFile';

/** Milliseconds after which what was written is synced to the disk, at the latest: what a power cut may cost. */
export const SYNC_WITHIN = 1000;
const NEW_FILE = `${RECORDS_FILE}.new`;

/**
 * One journal's file of records, appended to. What is appended is with the operating system when `append` resolves, so
 * that no end of the program can lose it, and on the disk a second later ({@link SYNC_WITHIN}) or with `sync`.
 * Writes happen in turn, and none waits for a sync, which may take half a second on a busy disk. A failed write leaves
 * the file as it was; its records wait and come before the next.
 */
export class JournalFile {
  readonly folder: string;
  #handle: FileHandle;
  /** Bytes of sound records. */
  #end: number;
  /** Of the first of them. */
  #head = 0;
  #waiting: Uint8Array[] = [];
  #turn: Promise<unknown> = Promise.resolve();
  #syncing: NodeJS.Timeout | null = null;
  /** Whether what the journal begins with is still to be put on the disk itself, with the names of both files. */
  #isNew = false;
  /** The file that is to take this one's place, while it is written. */
  #next: { readonly handle: FileHandle; end: number; readonly since: Uint8Array[] } | null = null;

  private constructor(folder: string, handle: FileHandle, end: number) {
    this.folder = folder;
    this.#handle = handle;
    this.#end = end;
  }

  /** Begins a journal in a folder that has none. */
  static async create(folder: string, head: string): Promise<JournalFile> {
    const handle = await open(join(folder, RECORDS_FILE), 'wx');
    const file = new JournalFile(folder, handle, 0);
    try {
      await file.append([head]);
      file.#head = file.#end;
      file.#isNew = true;
    } catch (error) {
      await handle.close();
      throw error;
    }
    return file;
  }

  /** Goes on with a journal, after its first `records` records (the head counts): whatever follows is cut. */
  static async resume(folder: string, records: number): Promise<JournalFile> {
    const path = join(folder, RECORDS_FILE);
    const read = readFrames(await readFile(path));
    const end = read.records.slice(0, records).reduce((sum, record) => sum + frameRecord(record).length, 0);
    const handle = await open(path, 'r+');
    await handle.truncate(end);
    await rm(join(folder, NEW_FILE), { force: true });
    return new JournalFile(folder, handle, end);
  }

  /** Bytes on the disk. */
  get size(): number {
    return this.#end;
  }

  append(records: readonly string[]): Promise<void> {
    const framed = records.map(frameRecord);
    this.#waiting.push(...framed);
    return this.#inTurn(() => this.#write());
  }

  /** Puts everything appended so far on the disk itself. */
  async sync(): Promise<void> {
    await this.#inTurn(() => this.#write());
    await this.#sync();
  }

  /** Whether nothing was ever appended to it but its head. */
  get isEmpty(): boolean {
    return this.#end === this.#head;
  }

  /** Begins a new file for this journal. Until `endRewriting` what is appended goes into both. */
  beginRewriting(head: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#giveUpNext();
      const handle = await open(join(this.folder, NEW_FILE), 'w');
      this.#next = { handle, end: 0, since: [] };
      await this.#writeNext([frameRecord(head)]);
    });
  }

  rewrite(records: readonly string[]): Promise<void> {
    return this.#inTurn(() => this.#writeNext(records.map(frameRecord)));
  }

  /** The new file takes the old one's place, whole, or the old one stands. */
  async endRewriting(): Promise<void> {
    // Most of it is synced before anything has to wait.
    await this.#next?.handle.datasync();
    await this.#inTurn(async () => {
      const next = this.#next;
      if (!next) return;
      await this.#writeNext(next.since.splice(0));
      await rename(join(this.folder, NEW_FILE), join(this.folder, RECORDS_FILE));
      await this.#handle.close();
      this.#handle = next.handle;
      this.#end = next.end;
      this.#next = null;
    });
    await this.#handle.datasync();
    await syncFolder(this.folder);
  }

  abandonRewriting(): Promise<void> {
    return this.#inTurn(() => this.#giveUpNext());
  }

  async close(): Promise<void> {
    try {
      if (!this.isEmpty) await this.sync();
    } finally {
      await this.#inTurn(async () => {
        if (this.#syncing) clearTimeout(this.#syncing);
        await this.#giveUpNext();
        await this.#handle.close();
      });
    }
  }

  /** Writes what waits. At a fixed place, so that a write that failed half-way is written over. */
  async #write(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const taken = this.#waiting.length;
    const bytes = Buffer.concat(this.#waiting);
    await writeAll(this.#handle, bytes, this.#end);
    this.#end += bytes.length;
    this.#next?.since.push(...this.#waiting.slice(0, taken));
    this.#waiting = this.#waiting.slice(taken);
    this.#syncSoon();
  }

  async #writeNext(framed: readonly Uint8Array[]): Promise<void> {
    const next = this.#next;
    if (!next) return;
    const bytes = Buffer.concat(framed);
    await writeAll(next.handle, bytes, next.end);
    next.end += bytes.length;
  }

  async #giveUpNext(): Promise<void> {
    const next = this.#next;
    if (!next) return;
    this.#next = null;
    await next.handle.close();
    await rm(join(this.folder, NEW_FILE), { force: true });
  }

  #syncSoon(): void {
    this.#syncing ??= setTimeout(() => {
      this.#syncing = null;
      // A disk that fails here fails at the next append too, where the editor is told.
      this.#sync().catch(() => undefined);
    }, SYNC_WITHIN).unref();
  }

  async #sync(): Promise<void> {
    if (this.#isNew) {
      await syncFile(join(this.folder, BASE_FILE));
      await syncFolder(this.folder);
      await syncFolder(dirname(this.folder));
      this.#isNew = false;
    }
    await this.#handle.datasync();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work, work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

/** Windows syncs only what is open for writing. */
async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** FileHandle.write may write less than it was given; the rest then meets the error. */
async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' });
    done += bytesWritten;
  }
}
