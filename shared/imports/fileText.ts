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

/**
 * Each part is cut at a character and decoded by itself: a decoder that keeps what is left of the last part takes several times
 * as long in Node.
 */
function* decodedUtf8(bytes: Uint8Array): Generator<number, readonly string[] | null> {
  const parts: string[] = [];
  try {
    for (let at = 0, end = 0; at < bytes.length; at = end) {
      end = characterStart(bytes, at + SLICE);
      // Only a mark at the very beginning is none of the text.
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: at > 0 });
      parts.push(decoder.decode(bytes.subarray(at, end)));
      yield end / bytes.length;
    }
    return parts;
  } catch {
    return null;
  }
}

/** Bytes of a character of UTF-8 at most. */
const LONGEST_CHARACTER = 4;

/** The place where the character begins that the byte at `at` belongs to; `at` itself where no character is that long. */
function characterStart(bytes: Uint8Array, at: number): number {
  for (let start = at; start > at - LONGEST_CHARACTER; start--) {
    if (((bytes[start] ?? 0) & 0xc0) !== 0x80) return Math.min(start, bytes.length);
  }
  return at;
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
