import { TRADITIONAL_PAIRS } from './traditional';

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_TO_HALF = 0xfee0;

const folded = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code++) table[code] = code;
  for (let code = FULL_WIDTH_FIRST; code <= FULL_WIDTH_LAST; code++) {
    const half = code - FULL_TO_HALF;
    if (isLatinOrDigit(half)) table[code] = half;
  }
  for (let i = 0; i + 1 < TRADITIONAL_PAIRS.length; i += 2) {
    table[TRADITIONAL_PAIRS.charCodeAt(i)] = TRADITIONAL_PAIRS.charCodeAt(i + 1);
  }
  return table;
}

/** True for ASCII letters and digits. */
export function isLatinOrDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** True for ASCII digits. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The code unit the lexicon knows for `code`: simplified for traditional, half-width for full-width Latin and digits. */
export function foldCode(code: number): number {
  return folded[code] ?? code;
}

/**
 * `text` with traditional characters made simplified and full-width Latin and digits half-width. Every UTF-16 code
 * unit becomes exactly one, so offsets into the result are offsets into `text`.
 */
export function foldText(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (foldCode(code) !== code) return foldFrom(text, i);
  }
  return text;
}

function foldFrom(text: string, from: number): string {
  let result = text.slice(0, from);
  for (let i = from; i < text.length; i++) result += String.fromCharCode(foldCode(text.charCodeAt(i)));
  return result;
}
