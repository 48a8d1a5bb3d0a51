import type { TextBlock } from '../../document/textBlock';
import { foldCode } from '../../lexicon/fold';
import { isDigit, isLatin } from './characterClass';

/**
 * How often each pair of neighbouring characters occurs in a document, up to 255: a name or term that recurs is no
 * misreading. One byte per slot of a hash table, so the counts are upper bounds, seldom too high.
 */
export interface DocumentPairs {
  readonly counts: Uint8Array;
  /** UTF-16 code units of the whole document. */
  readonly characters: number;
}

/** Counts the pairs of all blocks in one pass. 8 kB to 4 MB by the document's length. */
export function countPairs(blocks: readonly TextBlock[]): DocumentPairs {
  let characters = 0;
  for (const { text } of blocks) characters += text.length;
  const bits = Math.min(22, Math.max(13, Math.ceil(Math.log2(characters * 4 + 1))));
  const counts = new Uint8Array(1 << bits);
  for (const { text } of blocks) {
    let before = 0;
    for (let at = 0; at < text.length; at++) {
      const code = foldCode(text.charCodeAt(at));
      const slot = slotOf(before, code, counts.length);
      if ((counts[slot] ?? 0) < 255) counts[slot] = (counts[slot] ?? 0) + 1;
      before = code;
    }
  }
  return { counts, characters };
}

/** Occurrences of `first` followed by `second` (code units, folded), at most 255. */
export function pairCount(pairs: DocumentPairs, first: number, second: number): number {
  return pairs.counts[slotOf(first, second, pairs.counts.length)] ?? 0;
}

function slotOf(first: number, second: number, size: number): number {
  const mixed = Math.imul(first * 0x1f35 + second, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (size - 1);
}

/**
 * Digits and Latin letters per 100 characters, at most 6: reports have many, novels and verse next to none. Their
 * language differs enough that what is a slip in one is style in the other.
 */
export function figureRate(blocks: readonly TextBlock[]): number {
  let figures = 0;
  let characters = 0;
  for (const { text } of blocks) {
    characters += text.length;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 0x30 && code <= 0x7a && (isDigit(code) || isLatin(code))) figures++;
    }
  }
  return Math.min(6, (100 * figures + 100) / (characters + 200));
}
