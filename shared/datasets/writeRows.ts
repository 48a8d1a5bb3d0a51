import type { Losses } from '../exports/losses';
import type { UnitBuffer } from '../exports/unitBuffer';

/** Stands for a space in a row, where the editor wants spaces kept: U+2423 OPEN BOX. */
export const SPACE_SIGN = '␣';

/** The label of a row by its place in its mention. */
export type Scheme = (type: string, first: boolean, last: boolean) => string;

export interface RowLayout {
  readonly separator: string;
  /** Whether a space has a row, with {@link SPACE_SIGN}. */
  readonly keepSpaces: boolean;
  /** Whether a blank line follows each sentence. */
  readonly bySentence: boolean;
  readonly scheme: Scheme;
}

/** GB/T 15834: what ends a sentence, and what may close after it. */
const SENTENCE_END = '。！？';
const CLOSING = '。！？”’」』）】》';

/** Writes a text as rows of a character and its label. */
export class ColumnRows {
  private readonly plain: string;
  private readonly names = new Map<string, string>();
  /** Whether a sentence has ended and its blank line waits for what may still close it. */
  private ended = false;

  constructor(
    private readonly out: UnitBuffer,
    private readonly text: string,
    private readonly layout: RowLayout,
    private readonly losses: Losses,
  ) {
    this.plain = `${layout.separator}O\n`;
  }

  /** A blank line. */
  endSequence(): void {
    this.out.addText('\n');
    this.ended = false;
  }

  /** Rows for `[from, to)`, which no mention covers. */
  outside(from: number, to: number): void {
    const { bySentence } = this.layout;
    for (let at = from; at < to; ) {
      const code = this.text.charCodeAt(at);
      if (!bySentence && isPlain(code)) {
        this.out.add(code);
        this.out.addText(this.plain);
        at++;
        continue;
      }
      const char = this.charAt(at);
      at += char.length;
      const row = this.rowOf(char);
      if (row === null) continue;
      this.endSentence(row);
      this.out.addText(row);
      this.out.addText(this.plain);
      if (bySentence && SENTENCE_END.includes(row)) this.ended = true;
    }
  }

  /** Rows for a mention; false where it has none. */
  inside(from: number, to: number, type: string): boolean {
    const rows: string[] = [];
    for (let at = from; at < to; ) {
      const char = this.charAt(at);
      at += char.length;
      const row = this.rowOf(char);
      if (row !== null) rows.push(row);
    }
    const [head] = rows;
    if (head === undefined) return false;
    this.endSentence(head);
    const { separator, scheme } = this.layout;
    const name = this.nameOf(type);
    rows.forEach((row, n) => {
      this.out.addText(`${row}${separator}${scheme(name, n === 0, n === rows.length - 1)}\n`);
    });
    return true;
  }

  private endSentence(next: string): void {
    if (!this.ended || CLOSING.includes(next)) return;
    this.out.addText('\n');
    this.ended = false;
  }

  private charAt(at: number): string {
    return String.fromCodePoint(this.text.codePointAt(at) ?? 0xfffd);
  }

  /** What a character's row holds; null where it has none. */
  private rowOf(char: string): string | null {
    if (isPlain(char.charCodeAt(0))) return char;
    const { losses } = this;
    const { keepSpaces } = this.layout;
    if (/\s/.test(char)) {
      if (!keepSpaces) {
        losses.add('spaces');
        return null;
      }
      if (char !== ' ') losses.add('otherSpaces');
      return SPACE_SIGN;
    }
    if (/\p{Cc}/u.test(char)) {
      losses.add('controls');
      return null;
    }
    if (/\p{Cs}/u.test(char)) {
      losses.add('surrogates');
      return '\ufffd';
    }
    if (char === SPACE_SIGN && keepSpaces) losses.add('spaceSigns');
    return char;
  }

  /** A type as a column can hold it: without white space. */
  private nameOf(type: string): string {
    let name = this.names.get(type);
    if (name === undefined) {
      name = type.replace(/[\s\p{Cc}\p{Cs}]/gu, '_');
      if (name !== type) this.losses.add('typeNames');
      this.names.set(type, name);
    }
    return name;
  }
}

/** Printable ASCII, quotation marks and dashes, and the Han and CJK blocks: code units that are a row as they are. */
function isPlain(code: number): boolean {
  return (
    (code > 0x3000 && code < 0xd800) || (code > 0x20 && code < 0x7f) || (code >= 0x2010 && code <= 0x2027)
  );
}
