import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode } from './systemError';

const NEW_FILE_MODE = 0o666; // less the umask
const PERMISSION_BITS = 0o777;

/**
 * Replaces a file's contents as a whole: afterwards the file is either the new one, synced to the disk, or the old one
 * untouched. Rejects with the system's error (ENOSPC, EACCES, EROFS …) and leaves nothing else behind.
 *
 * A temporary file in the same folder is written with FileHandle.writeFile, which unlike the usual atomic-write
 * packages goes on after a short write and so meets the ENOSPC; then it is synced, renamed, and its folder synced.
 * A symbolic link stays one; permissions are kept.
 */
export async function saveFile(path: string, contents: string | Uint8Array): Promise<void> {
  const old = await existing(path);
  const target = old ? await realpath(path) : path;
  // Renaming would replace a write-protected file without asking; opening it for writing changes nothing.
  if (old) await (await open(target, 'r+')).close();
  const folder = dirname(target);
  const temporary = join(folder, `.kanwu-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx', old ? old.mode & PERMISSION_BITS : NEW_FILE_MODE);
    try {
      await handle.writeFile(contents);
      if (old) await keepOwnership(handle, old);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

async function existing(path: string): Promise<Stats | null> {
  try {
    const stats = await stat(path);
    if (stats.isFile()) return stats;
    throw Object.assign(new Error(`not a file: ${path}`), {
      code: stats.isDirectory() ? 'EISDIR' : 'EINVAL',
    });
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function keepOwnership(handle: FileHandle, old: Stats): Promise<void> {
  const { uid, gid } = await handle.stat();
  // Only the superuser can give a file away; anyone else's new file is simply their own.
  if ((uid !== old.uid || gid !== old.gid) && process.geteuid?.() === 0) await handle.chown(old.uid, old.gid);
  // The mode given to open() was narrowed by the umask (and chown may clear bits).
  await handle.chmod(old.mode & PERMISSION_BITS);
}

/** Makes the rename itself last a power cut. Windows cannot open a folder and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network and FUSE file systems refuse to sync a folder; the file itself is written.
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(systemCode(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}
