import { Malformed } from '../imports/importFailure';
import { LABEL } from './columnLabel';

/** Lines looked at to tell the separator and the column of labels. */
const SAMPLE = 500;

/**
 * The rows of a file in columns. The separator is a tab if the first lines have one, else spaces; the token is the first
 * column, the label the last column that holds labels only (CoNLL-2003 has parts of speech and chunks before it).
 * One object that goes from row to row: five million of them cost more in garbage than in reading.
 */
export class RowReader {
  /** `document` is `-DOCSTART-`: another document begins. */
  kind: 'row' | 'blank' | 'document' = 'blank';
  /** The token is `[from, to)` of the file's text. */
  from = 0;
  to = 0;
  label = '';
  /** Code units read. */
  at = 0;
  private number = 0;
  private readonly separator: RegExp | string;
  private readonly column: number;
  private readonly known = new Set<string>();

  /** Throws Malformed where no column holds labels. */
  constructor(
    private readonly text: string,
    private readonly file: string,
  ) {
    const { separator, column } = layoutOf(text, file);
    this.separator = separator;
    this.column = column;
  }

  /** Goes to the next row; false at the end. Throws Malformed, naming the line. */
  next(): boolean {
    const { text } = this;
    while (this.at < text.length) {
      const start = this.at;
      let tab = -1;
      let stop = start;
      for (; stop < text.length; stop++) {
        const code = text.charCodeAt(stop);
        if (code === 10) break;
        if (code === 9 && tab < 0) tab = stop;
      }
      const end = stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
      this.at = stop + 1;
      this.number++;
      this.from = start;
      this.to = tab;
      if (tab > start && this.column === 1 && this.isKnown(tab + 1, end)) return true;
      if (this.apart(start, end)) return true;
    }
    return false;
  }

  /** The usual row, a token and a label seen before, without taking the line apart. */
  private isKnown(from: number, end: number): boolean {
    const { label, text } = this;
    const same = end - from === label.length && label !== '' && text.startsWith(label, from);
    if (!same) {
      const other = text.slice(from, end);
      if (this.separator !== '\t' || !this.known.has(other)) return false;
      this.label = other;
    }
    this.kind = 'row';
    return true;
  }

  /** Takes a line apart; false where it is a comment. */
  private apart(start: number, end: number): boolean {
    const line = this.text.slice(start, end);
    if (isBlank(line)) this.kind = 'blank';
    else if (line.startsWith('-DOCSTART-')) this.kind = 'document';
    else {
      const cells = line.split(this.separator);
      const label = cells[this.column]?.trim();
      if (label === undefined || !LABEL.test(label)) {
        if (isComment(line)) return false;
        throw new Malformed(this.file, wrongRow(this.number, this.column, label));
      }
      if (cells[this.column] === label) this.known.add(label);
      this.kind = 'row';
      this.to = start + (cells[0]?.length ?? 0);
      this.label = label;
    }
    return true;
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
