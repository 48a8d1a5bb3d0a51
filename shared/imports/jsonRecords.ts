import type { Message } from '../source/fileError';
import { fileText } from './fileText';
import { Malformed } from './importFailure';
import type { ImportFile } from './importFormat';
import { parseJson } from './json';
import { JsonPlace } from './jsonPlace';

/**
 * The records of a data set, whichever way it is written: a JSON list, JSON lines, or one object. Yields 0–1 while
 * reading. Never empty. `skip`: see {@link parseJson}.
 */
export function* jsonRecords(
  file: ImportFile,
  skip?: ReadonlySet<string>,
): Generator<number, readonly JsonPlace[]> {
  const text = yield* fileText(file);
  const start = text.search(/\S/);
  if (start < 0) throw new Malformed(file.name, EMPTY);
  if (text[start] === '[' && !isLines(text)) {
    const root = new JsonPlace(file.name, yield* parseJson(text, file.name, { skip }));
    const records = [...root.items()];
    if (records.length === 0) throw new Malformed(file.name, EMPTY);
    return records;
  }
  if (!isLines(text)) return [new JsonPlace(file.name, yield* parseJson(text, file.name, { skip }))];
  return yield* jsonLines(text, file.name, skip);
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

function* jsonLines(
  text: string,
  name: string,
  skip: ReadonlySet<string> | undefined,
): Generator<number, readonly JsonPlace[]> {
  const records: JsonPlace[] = [];
  let number = 0;
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    number++;
    const line = text.slice(start, end);
    start = end + 1;
    if (line.trim() === '') continue;
    records.push(JsonPlace.line(name, yield* parsedLine(line, name, number, skip), number));
    if (number % 100 === 0) yield end / text.length;
  }
  return records;
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
