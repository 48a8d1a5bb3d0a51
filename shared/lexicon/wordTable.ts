import { tagCode } from './lexicon';
import { createWordPairs, mix, type WordPairs } from './wordPairs';

/** No word of the lexicon is longer than this, in UTF-16 code units. */
export const LONGEST_WORD = 16;

/**
 * The words of a lexicon asset as typed arrays over the asset's own text, so that neither loading nor looking up
 * makes a string per word. Single characters are found by their code unit, words of two by both, longer ones by an
 * open-addressing hash. What a look-up costs is waiting for memory, so what belongs together lies together.
 */
export interface WordTable {
  /** Index of the word `codes[start, end)`, or -1. The codes must be folded (see `fold.ts`). */
  find(codes: Uint16Array, start: number, end: number): number;
  /** Index of the word that is this one code unit, or -1. */
  findSingle(code: number): number;
  /** What begins with two code units: see `WordPairs`. */
  readonly pairs: WordPairs;
  /** Natural logarithm of the relative frequency, by index. */
  readonly logProbabilities: Float32Array;
  /** Logarithm of the single code unit's frequency, by code unit; that of a word seen once where it is no word. */
  readonly singleScores: Float32Array;
  /** Part of speech, by index. */
  tagOf(index: number): string;
  /** The same as a number: see `tagCode`. */
  tagCodeOf(index: number): number;
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
  const size = countSpaces(text);
  const starts = new Int32Array(size);
  const lengths = new Uint8Array(size);
  const frequencies = new Float32Array(size);
  const tagIndexes = new Uint8Array(size);
  const tags: string[] = [];
  const singles = new Int32Array(0x10000);
  const pairs = createWordPairs(size);
  /** Words of three and more: hash, then 1 + index. */
  const slots = new Int32Array(2 * tableSize(size));
  const slotMask = slots.length / 2 - 1;
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
      const length = i - start;
      starts[count] = start;
      lengths[count] = length;
      frequencies[count] = frequency;
      tagIndexes[count] = tagIndex;
      if (length === 1) {
        const code = text.charCodeAt(start);
        if (singles[code] === 0) singles[code] = count + 1;
      } else if (length > 1) {
        pairs.add(text.charCodeAt(start), text.charCodeAt(start + 1), length, count);
        if (length > 2) insert(hash, count);
      }
      count++;
      total += frequency;
      hash = 0;
      start = i + 1;
    }
  };

  function insert(hash: number, index: number): void {
    let slot = hash & slotMask;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & slotMask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = index + 1;
  }

  eachLine(text, readLine);
  const logTotal = Math.log(total);
  for (let i = 0; i < count; i++) frequencies[i] = Math.log(frequencies[i] ?? 1) - logTotal;

  pairs.settle(frequencies);
  const singleScores = Float32Array.from(singles, index =>
    index > 0 ? (frequencies[index - 1] ?? 0) : -Math.log(Math.max(1, total)),
  );
  const tagCodes = Int32Array.from(tags, tagCode);

  const isAt = (index: number, codes: Uint16Array, start: number, length: number): boolean => {
    if (lengths[index] !== length) return false;
    const at = starts[index] ?? 0;
    for (let k = 0; k < length; k++) if (text.charCodeAt(at + k) !== codes[start + k]) return false;
    return true;
  };
  const findSingle = (code: number): number => (singles[code] ?? 0) - 1;

  return {
    find(codes, start, end) {
      const length = end - start;
      if (length === 1) return findSingle(codes[start] ?? 0);
      if (length === 2) return pairs.wordAt(pairs.find(codes[start] ?? 0, codes[start + 1] ?? 0));
      let hash = 0;
      for (let i = start; i < end; i++) hash = mix(hash, codes[i] ?? 0);
      for (let slot = hash & slotMask; ; slot = (slot + 1) & slotMask) {
        const index = (slots[2 * slot + 1] ?? 0) - 1;
        if (index < 0) return -1;
        if (slots[2 * slot] === hash && isAt(index, codes, start, length)) return index;
      }
    },
    findSingle,
    pairs,
    logProbabilities: frequencies,
    singleScores,
    tagCodeOf: index => tagCodes[tagIndexes[index] ?? 0] ?? UNKNOWN_TAG,
    tagOf: index => tags[tagIndexes[index] ?? 0] ?? 'x',
    total,
    size: count,
  };
}

const SPACE = 0x20;
const UNKNOWN_TAG = tagCode('x');

function tableSize(words: number): number {
  let size = 1024;
  while (size < words * 2) size *= 2;
  return size;
}

/** At least as many as there are: every word follows a space, and a line has one more. */
function countSpaces(text: string): number {
  let spaces = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === SPACE) spaces++;
  return spaces;
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
