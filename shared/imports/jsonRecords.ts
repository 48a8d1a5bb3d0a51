import type { Message } from '../source/fileError';
import { drained } from '../steps/drained';
import { cutLists } from './cutLists';
import { passingText } from './fileText';
import { Malformed } from './importFailure';
import type { ImportFile } from './importFormat';
import { type JsonValue, parseJson } from './json';
import { isList, JsonPlace } from './jsonPlace';
import { Utf8Parts } from './utf8Parts';

/** Takes a record as soon as it is read; `index` from 0. */
type TakeRecord = (record: JsonPlace, index: number) => void;

/**
 * Reads the records of a data set, whichever way it is written: a JSON list, JSON lines, or one object. None is kept: those of a
 * book, all kept until the last is read, cost more time in garbage collection than in reading. Yields 0–1; returns how many
 * there were, at least one. `skip`: see {@link parseJson}.
 */
export function* eachRecord(
  file: ImportFile,
  take: TakeRecord,
  skip?: ReadonlySet<string>,
): Generator<number, number> {
  const { name, bytes } = file;
  const first = firstInk(bytes, beginning(bytes));
  if (first === bytes.length) throw new Malformed(name, EMPTY);
  if (isLines(bytes, first)) return yield* eachLine(file, take, skip);
  const list = new JsonPlace(name, null);
  let count = 0;
  const onItem = (item: JsonValue, index: number) => {
    count++;
    take(new JsonPlace(name, item, list, index), index);
  };
  const root = new JsonPlace(name, yield* parseJson(passingText(file), name, { skip, onItem }));
  if (!isList(root.value)) {
    take(root, 0);
    return 1;
  }
  if (count === 0) throw new Malformed(name, EMPTY);
  return count;
}

const EMPTY: Message = { en: 'there is nothing in it', zh: '文件里没有内容' };

const FEED = 0x0a;
const SPACE = 0x20;
/** U+FEFF in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf];

/** Where the text begins: behind a byte order mark. */
function beginning(bytes: Uint8Array): number {
  return MARK.every((byte, n) => bytes[n] === byte) ? MARK.length : 0;
}

/** The first place from `from` on where there is more than white space, as JSON knows it. */
function firstInk(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] ?? 0) <= SPACE) at++;
  return at;
}

/** Whether the first line that is not blank, which begins at `start`, is a JSON text of its own and more follow. */
function isLines(bytes: Uint8Array, start: number): boolean {
  const end = bytes.indexOf(FEED, start);
  if (end < 0) return false;
  let last = end - 1;
  while ((bytes[last] ?? 0) <= SPACE) last--;
  return '}]'.includes(letter(bytes[last])) && '{['.includes(letter(bytes[firstInk(bytes, end)]));
}

function letter(byte: number | undefined): string {
  return String.fromCharCode(byte ?? 0);
}

/** Bytes of a line that are decoded at once, and of lines that are read between two pauses: a few milliseconds. */
const SLICE = 1 << 17;

function* eachLine(
  { name, bytes }: ImportFile,
  take: TakeRecord,
  skip: ReadonlySet<string> | undefined,
): Generator<number, number> {
  let number = 0;
  let count = 0;
  let pausedAt = 0;
  const keys = [...(skip ?? [])].map(key => new TextEncoder().encode(key));
  for (let start = beginning(bytes), next = 0; start < bytes.length; start = next) {
    const feed = bytes.indexOf(FEED, start);
    const end = feed < 0 ? bytes.length : feed;
    next = end + 1;
    number++;
    if (firstInk(bytes, start) < end) {
      const line = bytes.subarray(start, end);
      const value = lineAtOnce(line, name, keys) ?? (yield* lineInSteps(line, name, number, skip));
      take(JsonPlace.line(name, value, number), count++);
    }
    if (end - pausedAt < SLICE) continue;
    pausedAt = end;
    yield end / bytes.length;
  }
  return count;
}

/** A short line that is valid JSON, with null for the lists of these keys; undefined of any other. */
function lineAtOnce(line: Uint8Array, name: string, keys: readonly Uint8Array[]): JsonValue | undefined {
  if (line.length > SLICE) return undefined;
  const pieces = keys.length === 0 ? [line] : cutLists(line, keys);
  const parts = pieces.map(piece => new Utf8Parts(name, piece, SLICE).part(0));
  try {
    return drained(parseJson(parts.join('null'), name));
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return undefined;
  }
}

function* lineInSteps(
  line: Uint8Array,
  name: string,
  number: number,
  skip: ReadonlySet<string> | undefined,
): Generator<number, JsonValue> {
  try {
    return yield* parseJson(new Utf8Parts(name, line, SLICE), name, { skip });
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const inLine = (message: string) => message.replace(/line 1, |第 1 行/, '');
    throw new Malformed(name, {
      en: `line ${number}: ${inLine(error.what.en)}`,
      zh: `第 ${number} 行：${inLine(error.what.zh)}`,
    });
  }
}
