import { createHash } from 'node:crypto';
import { ANNOTATIONS_LIMIT, readFile, type Seen } from './readFile';

/** What a file is on the disk right now. */
export interface FileState {
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
  readonly seen: Seen;
}

/** Null where it can't be read as a file. Reads all of it. */
export async function fileState(path: string): Promise<FileState | null> {
  const file = await readFile(path, ANNOTATIONS_LIMIT);
  if (file.kind === 'failed') return null;
  return { hash: hashOfBytes(file.bytes), seen: file.seen };
}

export function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
