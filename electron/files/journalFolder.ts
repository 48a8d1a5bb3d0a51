import { randomBytes } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readFrames } from '../../shared/journal/frame';
import { type JournalWork, workOf } from '../../shared/journal/workOf';
import type { SourceEncoding } from '../../shared/source/encoding';
import { JournalFile } from './journalFile';
import {
  type JournalBase,
  type JournalHead,
  parseHead,
  RECORDS_FILE,
  readHead,
  writeBase,
} from './journalHead';
import { systemCode } from './systemError';

/** Bytes all journals together may take; beyond, the oldest without unsaved work go. Those with it never do. */
export const JOURNALS_LIMIT = 256 * 1024 * 1024;

/** A journal on the disk, read. */
export interface FoundJournal extends JournalWork {
  readonly id: string;
  readonly head: JournalHead;
  /** Without the head. */
  readonly records: readonly string[];
  /** Milliseconds since the epoch: when it was last written. */
  readonly at: number;
  readonly size: number;
}

/** What a file about to be opened looks like. */
export interface OpenedText {
  readonly sourcePath: string | null;
  readonly annotationPath: string;
  readonly sha256: string;
  readonly encoding: SourceEncoding;
  /** SHA-256 of the annotation file; null where there is none. */
  readonly annotationHash: string | null;
}

/** The journals of this user data, each in a folder of its own under `path`. */
export class JournalFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  async begin(head: JournalHead, base: JournalBase): Promise<JournalFile> {
    const folder = join(this.path, randomBytes(12).toString('hex'));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await writeBase(folder, base);
      return await JournalFile.create(folder, JSON.stringify(head));
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  folderOf(id: string): string {
    if (!/^[0-9a-f]{24}$/.test(id)) throw new Error(`no journal has the id ${id}`);
    return join(this.path, id);
  }

  /** Null where it can't be read: not a journal, of a newer version, damaged in its first line. It is left alone. */
  async read(id: string): Promise<FoundJournal | null> {
    const path = join(this.folderOf(id), RECORDS_FILE);
    try {
      const [bytes, { mtimeMs, size }] = await Promise.all([readFile(path), stat(path)]);
      const [first, ...records] = readFrames(bytes).records;
      const head = parseHead(first);
      return head && { id, head, records, at: mtimeMs, size, ...workOf(records) };
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /**
   * The journal of the very text that is opened, with the work done on it: the latest that holds unsaved work, else the
   * one that ends with the annotation file as it is, for its history.
   */
  async find(text: OpenedText): Promise<FoundJournal | null> {
    const own = (await this.#all(async head => sameDocument(head, text))).filter(({ aside, head, path }) => {
      const here = head.sourcePath !== null || (path ?? head.annotationPath) === text.annotationPath;
      return !aside && here;
    });
    const fitting = own.filter(({ head }) => head.sha256 === text.sha256 && head.encoding === text.encoding);
    const unsaved = fitting.find(journal => journal.unsaved > 0);
    const clean = fitting.find(
      ({ unsaved, hash, head }) => unsaved === 0 && (hash ?? head.annotationHash) === text.annotationHash,
    );
    const kept = unsaved ?? clean ?? null;
    // Begun when the file was opened, and left by a crash before there was any work.
    for (const { id, records } of own) if (records.length === 0 && id !== kept?.id) await this.remove(id);
    return kept;
  }

  /** All that hold unsaved work, the latest first. */
  async unsaved(): Promise<readonly FoundJournal[]> {
    const all = await this.#all(async (_head, folder) => !(await endsClean(folder)));
    return all.filter(({ unsaved }) => unsaved > 0);
  }

  async remove(id: string): Promise<void> {
    await rm(this.folderOf(id), { recursive: true, force: true });
  }

  /** Bytes all journals take. */
  async size(): Promise<number> {
    const sizes = await Promise.all((await this.#ids()).map(id => folderSize(this.folderOf(id))));
    return sizes.reduce((sum, { size }) => sum + size, 0);
  }

  /**
   * Removes the oldest journals without unsaved work until all fit into `limit` bytes; `open` are in use. Resolves to
   * the bytes left.
   */
  async trim(limit: number, open: ReadonlySet<string>): Promise<number> {
    const all = await Promise.all(
      (await this.#ids()).map(async id => ({ id, ...(await folderSize(this.folderOf(id))) })),
    );
    let total = all.reduce((sum, { size }) => sum + size, 0);
    for (const { id, size } of all.sort((a, b) => a.at - b.at)) {
      if (total <= limit) break;
      if (open.has(id)) continue;
      const journal = await this.read(id);
      if (!journal || journal.unsaved > 0) continue;
      await this.remove(id);
      total -= size;
    }
    return total;
  }

  /** The latest first. Only those whose head is `wanted` are read whole. */
  async #all(
    wanted: (head: JournalHead, folder: string) => Promise<boolean>,
  ): Promise<readonly FoundJournal[]> {
    const found: FoundJournal[] = [];
    for (const id of await this.#ids()) {
      const folder = this.folderOf(id);
      const head = await readHead(folder).catch(() => null);
      const journal = head && (await wanted(head, folder)) ? await this.read(id) : null;
      if (journal) found.push(journal);
    }
    return found.sort((a, b) => b.at - a.at);
  }

  async #ids(): Promise<readonly string[]> {
    try {
      const entries: Dirent[] = await readdir(this.path, { withFileTypes: true });
      return entries
        .filter(entry => entry.isDirectory() && /^[0-9a-f]{24}$/.test(entry.name))
        .map(({ name }) => name);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return [];
      throw error;
    }
  }
}

function sameDocument(head: JournalHead, { sourcePath, annotationPath }: OpenedText): boolean {
  return sourcePath === null
    ? head.sourcePath === null && head.annotationPath === annotationPath
    : head.sourcePath === sourcePath;
}

/** Whether a journal's last words are that nothing was unsaved: then it need not be read to know. */
async function endsClean(folder: string): Promise<boolean> {
  const handle = await open(join(folder, RECORDS_FILE), 'r');
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, Math.max(0, size - 64));
    return buffer.toString('utf8', 0, bytesRead).endsWith(' {"t":"clean"}\n');
  } finally {
    await handle.close();
  }
}

/** Bytes of the files in a folder, and when its records were last written (ms). */
async function folderSize(folder: string): Promise<{ size: number; at: number }> {
  let size = 0;
  let at = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const stats = await stat(join(folder, name)).catch(() => null);
    size += stats?.size ?? 0;
    at = Math.max(at, stats?.mtimeMs ?? 0);
  }
  return { size, at };
}
