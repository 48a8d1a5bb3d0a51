import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { EarlierVersion, TextReply } from '../../shared/ipc/contract';
import { hashOf } from './journalHead';
import { saveFile } from './saveFile';
import { describeSystemError, systemCode } from './systemError';

/** Versions kept of one annotation file. */
export const VERSIONS_KEPT = 5;
/** Bytes all kept versions together may take (they are compressed); beyond, the oldest go. */
export const BACKUPS_LIMIT = 256 * 1024 * 1024;
/** Of what the program saves by itself only one version in so many milliseconds is kept, or five would be minutes. */
const AUTO_APART = 10 * 60 * 1000;

/** `WRITTEN-SIZE-HASH.json.gz`: when the version was written (ms), its bytes, and the start of its SHA-256. */
const NAME = /^(\d+)-(\d+)-([0-9a-f]{16})\.json\.gz$/;

interface KeptVersion {
  readonly id: string;
  readonly at: number;
  readonly size: number;
  readonly hash: string;
}

/** Earlier versions of annotation files: what each save replaced. */
export class Backups {
  readonly #path: string;
  readonly #limit: number;

  constructor(path: string, limit = BACKUPS_LIMIT) {
    this.#path = path;
    this.#limit = limit;
  }

  /**
   * Keeps what is about to be replaced, unless it is kept already. Rejects with the system's error; nothing where there
   * is no file.
   */
  async keep(annotationPath: string, auto: boolean): Promise<void> {
    const [bytes, stats] = await Promise.all([readFile(annotationPath), stat(annotationPath)]).catch(
      (error: unknown) => {
        if (systemCode(error) === 'ENOENT') return [null, null];
        throw error;
      },
    );
    if (!bytes || !stats) return;
    const folder = this.#folderOf(annotationPath);
    const versions = await this.#versions(folder);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    if (versions.some(version => version.hash === hash)) return;
    const [latest] = versions;
    // Not by the clock's word alone: one that was set back must not stop keeping.
    if (auto && latest && Math.abs(stats.mtimeMs - latest.at) < AUTO_APART) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = `${Math.round(stats.mtimeMs)}-${bytes.length}-${hash}.json.gz`;
    await saveFile(join(folder, name), await promisify(gzip)(bytes, { level: 1 }));
    for (const { id } of (await this.#versions(folder)).slice(VERSIONS_KEPT)) await rm(join(folder, id));
    await this.#trim();
  }

  /** The latest first. */
  async list(annotationPath: string): Promise<readonly EarlierVersion[]> {
    const versions = await this.#versions(this.#folderOf(annotationPath));
    return versions.map(({ id, at, size }) => ({ id, at: new Date(at).toISOString(), size }));
  }

  async read(annotationPath: string, id: string): Promise<TextReply> {
    const name = basename(annotationPath);
    if (!NAME.test(id)) throw new Error(`no earlier version has the id ${id}`);
    try {
      const bytes = await promisify(gunzip)(await readFile(join(this.#folderOf(annotationPath), id)));
      const text = bytes.toString('utf8');
      return { kind: 'read', text, name, hash: hashOf(text) };
    } catch (error) {
      return { kind: 'failed', error: describeSystemError('open', name, error) };
    }
  }

  /** Bytes all of them take. */
  async size(): Promise<number> {
    return (await this.#files()).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  async #trim(): Promise<void> {
    const files = await this.#files();
    let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { path, bytes } of files.sort((a, b) => a.at - b.at)) {
      if (total <= this.#limit) return;
      await rm(path, { force: true });
      total -= bytes;
    }
  }

  #folderOf(annotationPath: string): string {
    return join(this.#path, hashOf(annotationPath).slice(0, 24));
  }

  async #versions(folder: string): Promise<readonly KeptVersion[]> {
    return (await namesIn(folder))
      .flatMap(id => {
        const match = NAME.exec(id);
        return match ? [{ id, at: Number(match[1]), size: Number(match[2]), hash: match[3] ?? '' }] : [];
      })
      .sort((a, b) => b.at - a.at);
  }

  async #files(): Promise<{ path: string; at: number; bytes: number }[]> {
    const all = await Promise.all(
      (await namesIn(this.#path)).map(async folder =>
        Promise.all(
          (await namesIn(join(this.#path, folder))).map(async name => {
            const path = join(this.#path, folder, name);
            const { size, mtimeMs } = await stat(path);
            return { path, at: mtimeMs, bytes: size };
          }),
        ),
      ),
    );
    return all.flat();
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}
