/** No word of the lexicon is longer than this, in UTF-16 code units. */
export const LONGEST_WORD = 16;

/**
 * The words of a lexicon asset as typed arrays over the asset's own text, so that neither loading nor looking up
 * makes a string per word. Entries are found by an open-addressing hash of the word's code units.
 */
export interface WordTable {
  /** Index of the word `codes[start, end)`, or -1. The codes must be folded (see `fold.ts`). */
  find(codes: Uint16Array, start: number, end: number): number;
  /**
   * Bit n is set where some word of n code units starts with the two codes. Spares the segmentation nearly all
   * lookups that would fail.
   */
  lengthsAfter(first: number, second: number): number;
  /** Natural logarithm of the relative frequency, by index. */
  readonly logProbabilities: Float32Array;
  /** Part of speech, by index. */
  tagOf(index: number): string;
  /** Sum of all frequencies of the asset. */
  readonly total: number;
  readonly size: number;
}

/**
 * Reads the asset that `tools/lexicon` writes: lines of `tag frequency word word …`.
 *
 * @throws Error naming the line where the text is not such an asset
 */
export function readWordTable(text: string): WordTable {
  const size = countWords(text);
  const starts = new Int32Array(size);
  const lengths = new Uint8Array(size);
  const frequencies = new Float32Array(size);
  const tagIndexes = new Uint8Array(size);
  const tags: string[] = [];
  const slots = new Int32Array(tableSize(size));
  const slotMask = slots.length - 1;
  const pairs = new PairMasks(size);
  let count = 0;
  let total = 0;

  const readLine = (from: number, to: number, number: number): void => {
    const tagEnd = text.indexOf(' ', from);
    const frequencyEnd = tagEnd < 0 ? -1 : text.indexOf(' ', tagEnd + 1);
    const frequency = frequencyEnd < 0 ? Number.NaN : Number(text.slice(tagEnd + 1, frequencyEnd));
    if (!(frequency > 0) || frequencyEnd >= to) {
      throw new Error(
        `The word list is damaged: line ${number} is not "tag frequency word …". Build it again with tools/lexicon/build.ts.`,
      );
    }
    const tagIndex = indexOfTag(tags, text.slice(from, tagEnd));
    let hash = 0;
    let start = frequencyEnd + 1;
    for (let i = start; i <= to; i++) {
      const code = i < to ? text.charCodeAt(i) : SPACE;
      if (code !== SPACE) {
        hash = mix(hash, code);
        continue;
      }
      starts[count] = start;
      lengths[count] = i - start;
      frequencies[count] = frequency;
      tagIndexes[count] = tagIndex;
      let slot = hash & slotMask;
      while (slots[slot] !== 0) slot = (slot + 1) & slotMask;
      slots[slot] = ++count;
      if (i - start > 1) pairs.add(text.charCodeAt(start), text.charCodeAt(start + 1), i - start);
      total += frequency;
      hash = 0;
      start = i + 1;
    }
  };

  eachLine(text, readLine);
  const logTotal = Math.log(total);
  for (let i = 0; i < count; i++) frequencies[i] = Math.log(frequencies[i] ?? 1) - logTotal;

  const isAt = (index: number, codes: Uint16Array, start: number, length: number): boolean => {
    if (lengths[index] !== length) return false;
    const at = starts[index] ?? 0;
    for (let k = 0; k < length; k++) if (text.charCodeAt(at + k) !== codes[start + k]) return false;
    return true;
  };

  return {
    find(codes, start, end) {
      let hash = 0;
      for (let i = start; i < end; i++) hash = mix(hash, codes[i] ?? 0);
      for (let slot = hash & slotMask; ; slot = (slot + 1) & slotMask) {
        const index = (slots[slot] ?? 0) - 1;
        if (index < 0) return -1;
        if (isAt(index, codes, start, end - start)) return index;
      }
    },
    lengthsAfter: (first, second) => pairs.get(first, second),
    logProbabilities: frequencies,
    tagOf: index => tags[tagIndexes[index] ?? 0] ?? 'x',
    total,
    size: count,
  };
}

const SPACE = 0x20;

/** One step of a multiplicative hash; the high bits are folded down because slots are taken from the low ones. */
function mix(hash: number, code: number): number {
  const product = Math.imul(hash ^ code, 0x9e3779b1);
  return product ^ (product >>> 15);
}

function tableSize(words: number): number {
  let size = 1024;
  while (size < words * 2) size *= 2;
  return size;
}

function countWords(text: string): number {
  let spaces = 0;
  let lines = 0;
  eachLine(text, (from, to) => {
    lines++;
    for (let i = text.indexOf(' ', from); i >= 0 && i < to; i = text.indexOf(' ', i + 1)) spaces++;
  });
  return Math.max(0, spaces - lines);
}

function eachLine(text: string, read: (from: number, to: number, number: number) => void): void {
  let number = 1;
  for (let from = 0; from < text.length; number++) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    if (to > from) read(from, to, number);
    from = to + 1;
  }
}

function indexOfTag(tags: string[], tag: string): number {
  const known = tags.indexOf(tag);
  return known >= 0 ? known : tags.push(tag) - 1;
}

/** Open-addressing map from the first two code units of words to the set of their lengths. */
class PairMasks {
  private readonly keys: Int32Array;
  private readonly masks: Int32Array;
  private readonly slotMask: number;

  constructor(words: number) {
    const size = tableSize(words);
    this.keys = new Int32Array(size);
    this.masks = new Int32Array(size);
    this.slotMask = size - 1;
  }

  add(first: number, second: number, length: number): void {
    const slot = this.slot(first, second);
    this.keys[slot] = pairKey(first, second);
    this.masks[slot] = (this.masks[slot] ?? 0) | (1 << length);
  }

  get(first: number, second: number): number {
    return this.masks[this.slot(first, second)] ?? 0;
  }

  private slot(first: number, second: number): number {
    const key = pairKey(first, second);
    let slot = mix(mix(0, first), second) & this.slotMask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & this.slotMask;
    return slot;
  }
}

function pairKey(first: number, second: number): number {
  return (first << 16) | second;
}
