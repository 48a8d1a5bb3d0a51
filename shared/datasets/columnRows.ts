import { Malformed } from '../imports/importFailure';
import { LABEL } from './columnLabel';

export type Row =
  | { readonly kind: 'row'; readonly token: string; readonly label: string; readonly at: number }
  | { readonly kind: 'blank'; readonly at: number }
  /** `-DOCSTART-`: another document begins. */
  | { readonly kind: 'document'; readonly at: number };

/** Lines looked at to tell the separator and the column of labels. */
const SAMPLE = 500;

/**
 * The rows of a file in columns. The separator is a tab if the first lines have one, else spaces; the token is the first
 * column, the label the last column that holds labels only (CoNLL-2003 has parts of speech and chunks before it).
 * Throws Malformed, naming the line.
 */
export function* rowsOf(text: string, file: string): Generator<Row> {
  const { separator, column } = layoutOf(text, file);
  const known = new Set<string>();
  let number = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const stop = feed < 0 ? text.length : feed;
    const end = stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    // The usual row, a token and a label seen before, without taking the line apart.
    const tab = column === 1 && separator === '\t' ? text.indexOf('\t', start) : -1;
    if (tab > start && tab < end) {
      const label = text.slice(tab + 1, end);
      if (known.has(label)) {
        yield { kind: 'row', token: text.slice(start, tab), label, at: stop };
        start = stop + 1;
        number++;
        continue;
      }
    }
    const line = text.slice(start, end);
    start = stop + 1;
    number++;
    if (isBlank(line)) yield { kind: 'blank', at: stop };
    else if (line.startsWith('-DOCSTART-')) yield { kind: 'document', at: stop };
    else {
      const cells = line.split(separator);
      const label = cells[column]?.trim();
      if (label === undefined || !LABEL.test(label)) {
        if (isComment(line)) continue;
        throw new Malformed(file, wrongRow(number, column, label));
      }
      if (cells[column] === label) known.add(label);
      yield { kind: 'row', token: cells[0] ?? '', label, at: stop };
    }
  }
}

/** White space alone; of a file in tabs a row may begin with a space as its token. */
function isBlank(line: string): boolean {
  return line === '' || line.trim() === '';
}

/** `# text = …`; but a number sign may be a token, and then a label ends its row. */
function isComment(line: string): boolean {
  return (
    /^#(?: |\s*\S+ ?[=:])/.test(line) &&
    !LABEL.test(
      line
        .trimEnd()
        .split(/[\t ]+/)
        .at(-1) ?? '',
    )
  );
}

function wrongRow(number: number, column: number, label: string | undefined) {
  return label === undefined
    ? {
        en: `line ${number} has no column ${column + 1} with a label`,
        zh: `第 ${number} 行没有第 ${column + 1} 列的标签`,
      }
    : {
        en: `line ${number}: “${label.slice(0, 40)}” is no label (O, B-…, I-…, E-…, S-…)`,
        zh: `第 ${number} 行：“${label.slice(0, 40)}”不是标签（O、B-…、I-…、E-…、S-…）`,
      };
}

function layoutOf(text: string, file: string): { separator: RegExp | string; column: number } {
  const lines: string[] = [];
  for (let start = 0; start < text.length && lines.length < SAMPLE; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end).replace(/\r$/, '');
    if (!isBlank(line) && !line.startsWith('-DOCSTART-') && !isComment(line)) lines.push(line);
    start = end + 1;
  }
  const separator = lines.some(line => line.includes('\t')) ? '\t' : / +/;
  const rows = lines.map(line => line.split(separator).map(cell => cell.trim()));
  const width = Math.max(0, ...rows.map(row => row.length));
  for (let column = width - 1; column > 0; column--) {
    const labels = rows.filter(row => row[column] !== undefined && LABEL.test(row[column] ?? ''));
    // One row in a hundred may be torn; the error will name it.
    if (labels.length > 0 && labels.length >= rows.length * 0.9) return { separator, column };
  }
  const first = rows.findIndex(row => !row.some((cell, n) => n > 0 && LABEL.test(cell)));
  const shown = lines[Math.max(0, first)] ?? '';
  throw new Malformed(file, {
    en: `no column holds labels (O, B-…, I-…); a row is “${shown.slice(0, 40)}”`,
    zh: `没有哪一列是标签（O、B-…、I-…）；例如“${shown.slice(0, 40)}”一行`,
  });
}
