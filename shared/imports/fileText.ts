import { Malformed } from './importFailure';
import type { ImportFile } from './importFormat';

/** Bytes decoded at a time: a few milliseconds. */
const SLICE = 1 << 20;

/**
 * The text of a file without its byte order mark, which is UTF-8 (see `inUtf8`); anything else is {@link Malformed}.
 * Yields 0–1.
 */
export function* fileText(file: ImportFile): Generator<number, string> {
  const text = (yield* fileParts(file)).join('');
  yield 1;
  return text;
}

/**
 * The same in parts of about a megabyte, cut anywhere. For what is read line by line: to put 100 MB together is one step of
 * a fifth of a second.
 */
export function* fileParts({ name, bytes }: ImportFile): Generator<number, readonly string[]> {
  const utf8 = yield* decodedUtf8(bytes);
  if (utf8 !== null) return utf8;
  throw new Malformed(name, {
    en: 'it is not text in UTF-8, UTF-16, GB18030 or Big5',
    zh: '不是 UTF-8、UTF-16、GB18030 或 Big5 编码的文本',
  });
}

function* decodedUtf8(bytes: Uint8Array): Generator<number, readonly string[] | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  try {
    for (let at = 0; at < bytes.length; at += SLICE) {
      parts.push(decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }));
      yield Math.min(1, (at + SLICE) / bytes.length);
    }
    parts.push(decoder.decode());
    return parts;
  } catch {
    return null;
  }
}

/** The first few thousand characters, for telling formats apart; never throws. */
export function beginningOfFile({ bytes }: ImportFile): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, 4096));
}

/** The file's name without its last extension. */
export function stemOf({ name }: ImportFile): string {
  return name.replace(/\.[^.]*$/, '') || name;
}

export function hasExtension({ name }: ImportFile, ...extensions: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return extensions.some(extension => lower.endsWith(extension));
}
