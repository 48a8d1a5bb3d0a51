import { createHash } from 'node:crypto';
import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as v from 'valibot';
import { readFrames } from '../../shared/journal/frame';
import { JOURNAL_VERSION } from '../../shared/journal/record';
import { SOURCE_ENCODINGS } from '../../shared/source/encoding';

/** The first record of every journal: whose work it is, and the text it begins with. */
const headSchema = v.object({
  t: v.literal('open'),
  v: v.literal(JOURNAL_VERSION),
  name: v.string(),
  /** Null where only the annotation file was there. */
  sourcePath: v.nullable(v.string()),
  annotationPath: v.string(),
  /** Of the source's bytes. */
  sha256: v.string(),
  encoding: v.picklist(SOURCE_ENCODINGS),
  /** SHA-256 of the annotation file it begins with; null where there was none. */
  annotationHash: v.nullable(v.string()),
  /** ISO 8601. */
  begun: v.string(),
});
export type JournalHead = v.InferOutput<typeof headSchema>;

const sourceSchema = v.object({
  name: v.string(),
  text: v.string(),
  encoding: v.picklist(SOURCE_ENCODINGS),
  bom: v.boolean(),
  newline: v.picklist(['\n', '\r\n', '\r', 'mixed']),
  sha256: v.string(),
});
const baseSchema = v.union([
  v.object({ source: v.null(), annotations: v.string() }),
  v.object({ source: sourceSchema, annotations: v.null() }),
]);
/** What the records are replayed on: an annotation file's text, which holds its source's, or a source. */
export type JournalBase = v.InferOutput<typeof baseSchema>;

export const RECORDS_FILE = 'records';
export const BASE_FILE = 'base.json.gz';
/** Bytes read for a head: twice the longest path twice, as JSON. */
const HEAD_BYTES = 32 * 1024;

/** A journal of another version, or one that is damaged in its very first record, has no head: null. */
export function parseHead(record: string | undefined): JournalHead | null {
  if (record === undefined) return null;
  const parsed = v.safeParse(headSchema, JSON.parse(record));
  return parsed.success ? parsed.output : null;
}

/** The head alone, without reading the records. Rejects where the folder holds no journal. */
export async function readHead(folder: string): Promise<JournalHead | null> {
  const handle = await open(join(folder, RECORDS_FILE), 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return parseHead(readFrames(buffer.subarray(0, bytesRead)).records[0]);
  } finally {
    await handle.close();
  }
}

/**
 * Keeps the text once, compressed: so the work can be had also when the source is gone. The file is whole when this
 * resolves, and on the disk itself with the first sync of the records (`JournalFile`): the first change waits for neither.
 */
export async function writeBase(folder: string, base: JournalBase): Promise<void> {
  const bytes = await promisify(gzip)(JSON.stringify(base), { level: 4 });
  const path = join(folder, BASE_FILE);
  await writeFile(`${path}.new`, bytes);
  await rename(`${path}.new`, path);
}

export async function readBase(folder: string): Promise<JournalBase> {
  const bytes = await promisify(gunzip)(await readFile(join(folder, BASE_FILE)));
  return v.parse(baseSchema, JSON.parse(bytes.toString('utf8')));
}

/** SHA-256 of a text as it is written to a file, hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
