import { basename, extname } from 'node:path';
import type { Gazetteer } from '../../shared/gazetteers/gazetteer';
import { parseGazetteer } from '../../shared/gazetteers/parseGazetteer';
import { decodeSource } from '../../shared/source/decodeSource';
import { type FileError, fileError } from '../../shared/source/fileError';
import { readFile } from './readFile';

/** Largest file of names read. */
const LIMIT = { bytes: 50 * 1024 * 1024, label: '50 MB' };

/** Reads a list of names in whatever encoding; what is wrong with it, and in which line, is a `failed` reply. */
export async function readGazetteerFile(
  path: string,
): Promise<
  | { readonly kind: 'read'; readonly gazetteer: Gazetteer }
  | { readonly kind: 'failed'; readonly error: FileError }
> {
  const file = basename(path);
  const read = await readFile(path, LIMIT);
  if (read.kind === 'failed') return read;
  const parsed = parseGazetteer(decodeSource(read.bytes).text);
  if (parsed.kind === 'failed') {
    return { kind: 'failed', error: fileError('open', 'notNames', file, parsed.fault) };
  }
  return { kind: 'read', gazetteer: { name: basename(file, extname(file)), entries: parsed.entries } };
}
