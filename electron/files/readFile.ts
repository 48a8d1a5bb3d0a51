import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type FileError, fileError } from '../../shared/source/fileError';
import { describeSystemError } from './systemError';

/** Largest source opened. Its text, twice as UTF-16 and once as annotations, has to fit into memory with ease. */
export const SOURCE_LIMIT = { bytes: 100 * 1024 * 1024, label: '100 MB' };
/** Largest annotation file: it holds its source's text besides everything done to it. */
export const ANNOTATIONS_LIMIT = { bytes: 400 * 1024 * 1024, label: '400 MB' };

export type ReadReply =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly seen: Seen }
  | { readonly kind: 'failed'; readonly error: FileError };

/** What a file looked like when it was last read or written here; another look means another program wrote it. */
export interface Seen {
  readonly size: number;
  readonly mtimeMs: number;
}

/** Reads a whole regular file. A folder, a device, a file over the limit or out of reach is a `failed` reply. */
export async function readFile(path: string, limit: typeof SOURCE_LIMIT): Promise<ReadReply> {
  const name = basename(path);
  try {
    // Not blocking, or opening a named pipe would wait for a writer for ever.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await handle.stat();
      if (stats.isDirectory()) return failed(fileError('open', 'folder', name));
      if (!stats.isFile()) {
        return failed(fileError('open', 'binary', name, { en: 'a device or pipe', zh: '设备或管道' }));
      }
      if (stats.size > limit.bytes) {
        return failed(fileError('open', 'tooLarge', name, { en: limit.label, zh: limit.label }));
      }
      const bytes = await handle.readFile();
      return { kind: 'read', bytes, seen: { size: stats.size, mtimeMs: stats.mtimeMs } };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failed(describeSystemError('open', name, error));
  }
}

function failed(error: FileError): ReadReply {
  return { kind: 'failed', error };
}
