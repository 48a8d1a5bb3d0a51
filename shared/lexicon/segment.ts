import { foldCode, isDigit, isLatinOrDigit } from './fold';
import { type Lexicon, tagCode, type Word } from './lexicon';
import { LONGEST_WORD, type WordTable } from './wordTable';

const DOT = 0x2e;

/**
 * The segmentations of `Lexicon` over `table`: dynamic programming over the graph of all dictionary words, as in
 * jieba (https://github.com/fxsjy/jieba, `calc`), where an unknown character counts as seen once. Runs of Latin letters
 * and digits, decimals and surrogate pairs are never cut.
 */
export function createSegmenter(table: WordTable): Pick<Lexicon, 'segment' | 'segmentInto'> {
  const { pairs, logProbabilities, singleScores } = table;
  const unknown = -Math.log(Math.max(1, table.total));
  let room = 0;
  let codes = new Uint16Array(0);
  let scores = new Float64Array(0);
  let wordStarts = new Int32Array(0);
  let wordIndexes = new Int32Array(0);
  /** End of the unit (character, surrogate pair or Latin run) that starts here; 0 inside a unit. */
  let unitEnds = new Int32Array(0);
  let pairPlaces = new Int32Array(0);

  const makeRoom = (length: number): void => {
    if (length < room) return;
    room = Math.max(256, length * 2);
    codes = new Uint16Array(room);
    scores = new Float64Array(room);
    wordStarts = new Int32Array(room);
    wordIndexes = new Int32Array(room);
    unitEnds = new Int32Array(room);
    pairPlaces = new Int32Array(room);
  };

  const relax = (start: number, end: number, score: number, index: number): void => {
    if (score <= (scores[end] ?? 0)) return;
    scores[end] = score;
    wordStarts[end] = start;
    wordIndexes[end] = index;
  };

  /** Fills `wordStarts` and `wordIndexes`: the best word that ends at each place. */
  function choose(text: string, seen?: (start: number, end: number, tag: number) => void): void {
    const length = text.length;
    makeRoom(length + 1);
    for (let i = 0; i < length; i++) codes[i] = foldCode(text.charCodeAt(i));
    markUnits(codes, length, unitEnds);
    pairs.findAll(codes, length, pairPlaces);
    scores.fill(Number.NEGATIVE_INFINITY, 1, length + 1);
    scores[0] = 0;
    for (let i = 0; i < length; i++) {
      const unitEnd = unitEnds[i] ?? 0;
      if (unitEnd === 0) continue;
      const score = scores[i] ?? 0;
      // Which word a single character is, is looked up when it is chosen.
      if (unitEnd === i + 1) relax(i, unitEnd, score + (singleScores[codes[i] ?? 0] ?? 0), SINGLE);
      else {
        const unit = unitEnd - i <= LONGEST_WORD ? table.find(codes, i, unitEnd) : -1;
        relax(i, unitEnd, score + (unit < 0 ? unknown : (logProbabilities[unit] ?? 0)), unit);
      }
      const pair = pairPlaces[i] ?? -1;
      let lengths = pairs.lengthsAt(pair);
      while (lengths !== 0) {
        const size = 31 - Math.clz32(lengths);
        lengths ^= 1 << size;
        const end = i + size;
        if (end > length || end === unitEnd || (end < length && unitEnds[end] === 0)) continue;
        const index = size === 2 ? pairs.wordAt(pair) : table.find(codes, i, end);
        if (index < 0) continue;
        relax(i, end, score + (size === 2 ? pairs.scoreAt(pair) : (logProbabilities[index] ?? 0)), index);
        seen?.(i, end, table.tagCodeOf(index));
      }
    }
  }

  const wordEndingAt = (end: number): number => {
    const index = wordIndexes[end] ?? -1;
    return index === SINGLE ? table.findSingle(codes[end - 1] ?? 0) : index;
  };

  return {
    segment(text) {
      choose(text);
      const words: Word[] = [];
      for (let end = text.length; end > 0; ) {
        const start = wordStarts[end] ?? 0;
        const index = wordEndingAt(end);
        words.push({ start, end, tag: index >= 0 ? table.tagOf(index) : tagOfUnknown(codes, start, end) });
        end = start;
      }
      return words.reverse();
    },
    segmentInto(text, { starts, tags }, seen) {
      choose(text, seen);
      let count = 0;
      for (let end = text.length; end > 0; end = wordStarts[end] ?? 0) count++;
      for (let end = text.length, k = count - 1; end > 0; k--) {
        const start = wordStarts[end] ?? 0;
        const index = wordEndingAt(end);
        starts[k] = start;
        tags[k] = index >= 0 ? table.tagCodeOf(index) : tagCode(tagOfUnknown(codes, start, end));
        end = start;
      }
      return count;
    },
  };
}

/** Stands for the index of a word of one code unit. */
const SINGLE = -2;

function markUnits(codes: Uint16Array, length: number, unitEnds: Int32Array): void {
  for (let i = 0; i < length; ) {
    const end = endOfUnit(codes, i, length);
    unitEnds[i] = end;
    for (let k = i + 1; k < end; k++) unitEnds[k] = 0;
    i = end;
  }
}

function endOfUnit(codes: Uint16Array, start: number, length: number): number {
  const code = codes[start] ?? 0;
  if (isLatinOrDigit(code)) {
    let end = start + 1;
    while (end < length && (isLatinOrDigit(codes[end] ?? 0) || isDecimalPoint(codes, end, length))) end++;
    return end;
  }
  const isHighSurrogate = code >= 0xd800 && code < 0xdc00;
  return isHighSurrogate && start + 1 < length ? start + 2 : start + 1;
}

function isDecimalPoint(codes: Uint16Array, at: number, length: number): boolean {
  return codes[at] === DOT && at + 1 < length && isDigit(codes[at - 1] ?? 0) && isDigit(codes[at + 1] ?? 0);
}

function tagOfUnknown(codes: Uint16Array, start: number, end: number): string {
  if (!isLatinOrDigit(codes[start] ?? 0)) return 'x';
  for (let i = start; i < end; i++) {
    const code = codes[i] ?? 0;
    if (isLatinOrDigit(code) && !isDigit(code)) return 'eng';
  }
  return 'm';
}
