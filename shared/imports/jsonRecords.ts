import type { Message } from '../source/fileError';
import { fileParts } from './fileText';
import { Malformed } from './importFailure';
import type { ImportFile } from './importFormat';
import { type JsonValue, parseJson } from './json';
import { isList, JsonPlace } from './jsonPlace';

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
  const parts = yield* fileParts(file);
  if (isLines(beginningOf(parts))) return yield* eachLine(parts, file.name, take, skip);
  if (!parts.some(part => /\S/.test(part))) throw new Malformed(file.name, EMPTY);
  const list = new JsonPlace(file.name, null);
  let count = 0;
  const onItem = (item: JsonValue, index: number) => {
    count++;
    take(new JsonPlace(file.name, item, list, index), index);
  };
  const root = new JsonPlace(file.name, yield* parseJson(parts, file.name, { skip, onItem }));
  if (!isList(root.value)) {
    take(root, 0);
    return 1;
  }
  if (count === 0) throw new Malformed(file.name, EMPTY);
  return count;
}

/** A text's first line that is not blank, and at least a part of it more; all of it where there is no second line. */
function beginningOf(parts: readonly string[]): string {
  let begun = false;
  const end = parts.findIndex(part => {
    const start = begun ? 0 : part.search(/\S/);
    begun ||= start >= 0;
    return start >= 0 && part.includes('\n', start);
  });
  return end < 0 ? '' : parts.slice(0, end + 2).join('');
}

const EMPTY: Message = { en: 'there is nothing in it', zh: '文件里没有内容' };

/** Whether the first line that is not blank is a JSON text of its own and more follow. */
function isLines(text: string): boolean {
  const start = text.search(/\S/);
  const end = text.indexOf('\n', start);
  if (end < 0 || !/\S/.test(text.slice(end, end + 1000))) return false;
  const last = text.slice(start, end).trimEnd().at(-1);
  if (last !== '}' && last !== ']') return false;
  const next = text.slice(end, end + 1000).trimStart()[0];
  return next === '{' || next === '[';
}

function* eachLine(
  parts: readonly string[],
  name: string,
  take: TakeRecord,
  skip: ReadonlySet<string> | undefined,
): Generator<number, number> {
  let number = 0;
  let count = 0;
  let read = 0;
  for (const { line, share } of linesOf(parts)) {
    number++;
    read += line.length;
    if (line.trim() !== '') {
      take(JsonPlace.line(name, yield* parsedLine(line, name, number, skip), number), count++);
    }
    if (read < PAUSE_AFTER) continue;
    read = 0;
    yield share;
  }
  return count;
}

/** Code units of lines read between two pauses: a few milliseconds. */
const PAUSE_AFTER = 1 << 17;

/**
 * The lines of a text in parts, without their line feeds. Linear: a line over many parts is put together once. One within a
 * part is put together of two pieces: a text that is but a part of another is read half as fast, character by character.
 */
function* linesOf(parts: readonly string[]): Generator<{ readonly line: string; readonly share: number }> {
  let begun: string[] = [];
  for (const [n, part] of parts.entries()) {
    let start = 0;
    for (let feed = part.indexOf('\n'); feed >= 0; feed = part.indexOf('\n', start)) {
      const middle = (start + feed) >> 1;
      begun.push(part.slice(start, middle), part.slice(middle, feed));
      yield { line: begun.join(''), share: n / parts.length };
      begun = [];
      start = feed + 1;
    }
    begun.push(part.slice(start));
  }
  yield { line: begun.join(''), share: 1 };
}

function* parsedLine(line: string, name: string, number: number, skip: ReadonlySet<string> | undefined) {
  try {
    return yield* parseJson(line, name, { skip });
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const inLine = (message: string) => message.replace(/line 1, |第 1 行/, '');
    throw new Malformed(name, {
      en: `line ${number}: ${inLine(error.what.en)}`,
      zh: `第 ${number} 行：${inLine(error.what.zh)}`,
    });
  }
}
