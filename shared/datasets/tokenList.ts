import { UnitBuffer } from '../exports/unitBuffer';
import { SPACE_SIGN } from './writeRows';

const SPACED = '\\p{sc=Latin}\\p{sc=Cyrillic}\\p{sc=Greek}\\p{sc=Hangul}\\p{N}';
const WORD = new RegExp(`^[${SPACED}]{2}`, 'u');
const WORD_START = new RegExp(`^[${SPACED}]`, 'u');
const WORD_END = new RegExp(`[${SPACED}]$`, 'u');

const SPACE = SPACE_SIGN.charCodeAt(0);

/** Tokens by where they stand in a text: the nth is `[from[n], to[n])`; an empty one is a space. */
export class TokenList {
  count = 0;
  private from = new Uint32Array(1024);
  private to = new Uint32Array(1024);
  /** Whether some token of a script with spaces has two letters: then the file is cut into words. */
  private words = false;

  constructor(readonly text: string) {}

  /** Adds a token; returns its number. */
  add(from: number, to: number): number {
    if (this.count === this.from.length) {
      this.from = twice(this.from);
      this.to = twice(this.to);
    }
    this.from[this.count] = from;
    this.to[this.count] = to;
    if (to - from > 1 && !this.words) this.words = WORD.test(this.text.slice(from, to));
    return this.count++;
  }

  token(n: number): string {
    return this.text.slice(this.from[n], this.to[n]);
  }

  /**
   * Joins the tokens, with a line feed after each whose number is in `lineEnds` (ascending). Between two tokens there is
   * nothing, as in Chinese; in a file cut into words a space stands between two words of a script with spaces. Linear;
   * yields now and then.
   */
  *joined(lineEnds: readonly number[]): Generator<number, JoinedTokens> {
    const { count, from, to, text, words } = this;
    const starts = new Uint32Array(count);
    const out = new UnitBuffer(0);
    const parts: string[] = [];
    let at = 0;
    let line = 0;
    let fresh = true;
    for (let n = 0; n < count; n++) {
      if (words && !fresh && WORD_START.test(this.token(n)) && WORD_END.test(this.token(n - 1))) {
        out.add(0x20);
        at++;
      }
      fresh = false;
      starts[n] = at;
      const start = from[n] ?? 0;
      const end = to[n] ?? 0;
      const first = text.charCodeAt(start);
      if (start === end || (end - start === 1 && first === SPACE)) out.add(0x20);
      else for (let k = start; k < end; k++) out.add(text.charCodeAt(k));
      at += Math.max(1, end - start);
      if (lineEnds[line] === n) {
        out.add(0x0a);
        at++;
        line++;
        fresh = true;
      }
      if (n % 20_000 !== 0) continue;
      for (const { data } of out.ready()) parts.push(String(data));
      yield n / count;
    }
    for (const { data } of out.rest()) parts.push(String(data));
    return { text: parts.join(''), starts };
  }
}

/** A text put together from tokens, and the UTF-16 offset at which each token begins. */
export interface JoinedTokens {
  readonly text: string;
  readonly starts: Uint32Array;
}

function twice(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(list.length * 2);
  longer.set(list);
  return longer;
}
