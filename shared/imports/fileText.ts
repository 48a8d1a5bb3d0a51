import type { ImportFile } from './importFormat';
import { Utf8Parts } from './utf8Parts';

/** Bytes decoded at a time: a few milliseconds. */
const SLICE = 1 << 20;
/** Of what is read only once: as much as a processor keeps at hand. */
const PASSING = 1 << 15;

/**
 * The text of a file without its byte order mark, which is UTF-8 (see `inUtf8`); anything else is `Malformed`.
 * Yields 0–1.
 */
export function* fileText({ name, bytes }: ImportFile): Generator<number, string> {
  const parts = new Utf8Parts(name, bytes, SLICE);
  const text: string[] = [];
  for (let n = 0; n < parts.count; n++) {
    text.push(parts.part(n));
    yield (n + 1) / parts.count;
  }
  const whole = text.join('');
  yield 1;
  return whole;
}

/** The same in parts for who reads it from its beginning to its end: to put 100 MB together is one step of a fifth of a second. */
export function passingText({ name, bytes }: ImportFile): Utf8Parts {
  return new Utf8Parts(name, bytes, PASSING);
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
