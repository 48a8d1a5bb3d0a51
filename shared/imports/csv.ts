import { Malformed } from './importFailure';

export interface CsvRecord {
  readonly cells: readonly string[];
  /** Line on which the record begins, from 1. */
  readonly line: number;
  /** UTF-16 offset behind it. */
  readonly at: number;
}

/**
 * The records of a CSV text (RFC 4180; line ends CR LF, LF or CR; the separator `,`, `;` or a tab, whichever the first line
 * has most of). Blank records are left out. Throws Malformed for a quotation without end. Linear.
 */
export function* csvRecords(text: string, file: string): Generator<CsvRecord> {
  const separator = separatorOf(text);
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const cells: string[] = [];
    const first = line;
    for (let more = true; more; ) {
      const quoted = text[at] === '"';
      let cell = '';
      if (quoted) {
        const end = quotedEnd(text, at, file, line);
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        line += lineBreaks(cell);
        at = end + 1;
      }
      const stop = plainEnd(text, at, separator);
      cells.push(quoted ? cell + text.slice(at, stop).trim() : text.slice(at, stop));
      more = text[stop] === separator;
      at = stop + 1;
      if (!more && text[stop] === '\r' && text[at] === '\n') at++;
    }
    line++;
    if (cells.some(cell => cell !== '')) yield { cells, line: first, at };
  }
}

function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const head = text.slice(0, end < 0 ? text.length : end);
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Where the quotation that begins at `start` ends: its last quotation mark. */
function quotedEnd(text: string, start: number, file: string, line: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  throw new Malformed(file, {
    en: `line ${line}: a quotation mark opens a cell that never ends`,
    zh: `第 ${line} 行：单元格的引号没有结束`,
  });
}

function plainEnd(text: string, from: number, separator: string): number {
  let at = from;
  for (; at < text.length; at++) {
    const char = text[at];
    if (char === separator || char === '\n' || char === '\r') break;
  }
  return at;
}

function lineBreaks(cell: string): number {
  return cell.match(/\r\n|[\r\n]/g)?.length ?? 0;
}
