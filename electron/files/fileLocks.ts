import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { systemCode } from './systemError';

const lockSchema = v.object({
  pid: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** When that process started, as its system counts; null where the system does not tell. */
  started: v.nullable(v.string()),
  /** ISO 8601: when it opened the file. */
  since: v.string(),
});
export type FileLock = v.InferOutput<typeof lockSchema>;

/**
 * Which program has which annotation file open. A folder of the user's that all programs share, whatever their user
 * data, with a file for each; not beside the annotation file, for folders of texts are synchronised, shared and
 * write-protected. A lock whose process is gone counts for nothing. It stops nobody: the second is told.
 */
export class FileLocks {
  readonly #folder: string;
  readonly #held = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Null if the file is this program's from now on; else who has it. */
  async take(path: string): Promise<FileLock | null> {
    const lock = this.#lockOf(path);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    for (let attempt = 0; attempt < 3; attempt++) {
      if (await this.#create(lock)) {
        this.#held.set(path, lock);
        return null;
      }
      const holder = await readLock(lock);
      if (holder && holder.pid !== process.pid && (await isAlive(holder))) return holder;
      await rm(lock, { force: true });
    }
    return null;
  }

  /** Takes a file from the program that has it. */
  async takeOver(path: string): Promise<void> {
    await rm(this.#lockOf(path), { force: true });
    await this.take(path);
  }

  async releaseAll(): Promise<void> {
    for (const [path, lock] of this.#held) {
      this.#held.delete(path);
      // Not another's, which has taken it over meanwhile.
      if ((await readLock(lock))?.pid === process.pid) await rm(lock, { force: true });
    }
  }

  #lockOf(path: string): string {
    return join(this.#folder, `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.lock`);
  }

  async #create(lock: string): Promise<boolean> {
    try {
      const handle = await open(lock, 'wx', 0o600);
      const own: FileLock = {
        pid: process.pid,
        started: await startOf(process.pid),
        since: new Date().toISOString(),
      };
      try {
        await handle.writeFile(JSON.stringify(own));
      } finally {
        await handle.close();
      }
      return true;
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return false;
      throw error;
    }
  }
}

async function readLock(lock: string): Promise<FileLock | null> {
  try {
    const parsed = v.safeParse(lockSchema, JSON.parse(await readFile(lock, 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null; // gone, or half written by a program that was killed over it
  }
}

/** Whether the process that wrote the lock still runs; its number may be another's by now. */
async function isAlive({ pid, started }: FileLock): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: there, but another user's.
    if (systemCode(error) !== 'EPERM') return false;
  }
  const now = await startOf(pid);
  return started === null || now === null || started === now;
}

/** Linux tells when a process started (proc(5), field 22 of `stat`, in clock ticks since the boot). */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
