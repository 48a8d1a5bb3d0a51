import { CodePoints } from '../exports/codePoints';
import type { ExportOption } from '../exports/exportFormat';
import type { FlatMention, FlatText } from '../exports/flatText';

/** A stretch of the text that a data set holds as one example. */
export interface Unit {
  readonly text: string;
  /** Where it begins in the whole text: UTF-16 code units. */
  readonly start: number;
  /** The same in code points. */
  readonly offset: number;
  /** Those that lie in it, in order, with offsets into the whole text. */
  readonly mentions: readonly FlatMention[];
}

/** Whether an example is a line of the text or all of it. */
export const UNIT_OPTION: ExportOption = {
  id: 'unit',
  name: { en: 'One example for each', zh: '每个样本为' },
  kind: 'choice',
  choices: [
    { value: 'paragraph', name: { en: 'Paragraph', zh: '一段' } },
    { value: 'document', name: { en: 'Document', zh: '整篇' } },
  ],
  preset: 'paragraph',
};

/** What ends a line in Kanwu (`document/lines.ts`). */
const LINE_BREAK = /\r\n|[\n-\r\x85\u2028\u2029]/g;

/**
 * The lines of a text that are not blank, without their line breaks; a line break inside a mention does not end a line.
 * With `'document'` the whole text as it is. Linear.
 */
export function* unitsOf(flat: FlatText, unit: string): Generator<Unit> {
  const { text, mentions } = flat;
  if (unit === 'document') {
    yield { text, start: 0, offset: 0, mentions };
    return;
  }
  const points = new CodePoints(text);
  let next = 0;
  for (const { start, end } of linesOf(text, mentions)) {
    const first = next;
    while (next < mentions.length && (mentions[next]?.start ?? end) < end) next++;
    const line = text.slice(start, end);
    if (line.trim() === '') continue;
    yield { text: line, start, offset: points.at(start), mentions: mentions.slice(first, next) };
  }
}

/** Lines, where one that ends inside a mention goes on to the end of the line in which that mention ends. */
function* linesOf(text: string, mentions: readonly FlatMention[]): Generator<{ start: number; end: number }> {
  let start = 0;
  let next = 0;
  let covered = 0;
  for (const { index, 0: ending } of text.matchAll(LINE_BREAK)) {
    for (let m = mentions[next]; m && m.start < index; m = mentions[++next])
      covered = Math.max(covered, m.end);
    if (covered > index) continue;
    yield { start, end: index };
    start = index + ending.length;
  }
  yield { start, end: text.length };
}
