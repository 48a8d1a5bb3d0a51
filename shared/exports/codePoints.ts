import { inPair } from '../document/surrogatePair';

/** UTF-16 code units between two remembered counts. */
const STRIDE = 1024;

/**
 * Converts offsets of one text between UTF-16 code units (ours) and Unicode code points (Python's, and so those of most
 * annotation tools). Built in O(length), each question O(1): at most {@link STRIDE} units are counted again.
 */
export class CodePoints {
  /** Code points before each multiple of STRIDE; empty where the text has no surrogate pair. */
  private readonly counts: Uint32Array;

  constructor(private readonly text: string) {
    this.counts = /[\ud800-\udbff][\udc00-\udfff]/.test(text) ? countsOf(text) : new Uint32Array(0);
  }

  /** Code points before UTF-16 `offset`. Inside a surrogate pair the pair counts as passed. */
  at(offset: number): number {
    if (this.counts.length === 0) return offset;
    const stride = Math.floor(offset / STRIDE);
    let count = this.counts[stride] ?? 0;
    for (let at = stride * STRIDE; at < offset; at++) if (!inPair(this.text, at)) count++;
    return count;
  }

  /** The UTF-16 offset of the code point numbered `index`; beyond the text where there is no such code point. */
  toUtf16(index: number): number {
    const { counts, text } = this;
    if (counts.length === 0) return index;
    let low = 0;
    let high = counts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((counts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    let at = low * STRIDE;
    let count = counts[low] ?? 0;
    // A stride may begin with the second half of a pair that was counted before it.
    while (at < text.length && (count < index || inPair(text, at))) {
      if (!inPair(text, at)) count++;
      at++;
    }
    return at + (index - count);
  }

  get length(): number {
    return this.at(this.text.length);
  }
}

function countsOf(text: string): Uint32Array {
  const counts = new Uint32Array(Math.floor(text.length / STRIDE) + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (at % STRIDE === 0) counts[at / STRIDE] = count;
    if (!inPair(text, at)) count++;
  }
  if (text.length % STRIDE === 0) counts[text.length / STRIDE] = count;
  return counts;
}
