import type { Lexicon, Word } from '../../lexicon/lexicon';
import { classOf, isWordClass } from './characters';

/** Code units looked at on either side of a break. */
const REACH = 12;
/** Logarithm of the probability given to a word the lexicon lacks; that of a word seen once in jieba's counts. */
const UNKNOWN = -17.9;

/** What the lexicon says of the place where two blocks meet. */
export interface Crossing {
  /** Word of the joined text that reaches over the break: its code units before and after it; 0 where none does. */
  readonly left: number;
  readonly right: number;
  readonly word: string;
  readonly wordLogProbability: number;
  readonly wordTag: string;
  /** Logarithm of how much more probable the joined text is than its halves apart. */
  readonly gain: number;
  /** The last word of the first text and the first word of the second, as they stand; '' where a mark stands there. */
  readonly last: string;
  readonly lastTag: string;
  readonly lastLogProbability: number;
  readonly beforeLastTag: string;
  readonly first: string;
  readonly firstTag: string;
  readonly firstLogProbability: number;
  readonly afterFirstTag: string;
  /** Both halves of the crossing word are words themselves. */
  readonly halvesAreWords: boolean;
}

/** Segments the normalised texts of two blocks around the place where they meet. */
export function crossingOf(first: string, second: string, lexicon: Lexicon): Crossing {
  const tail = first.slice(tailStart(first));
  const head = second.slice(0, headEnd(second));
  const before = tail === '' ? [] : lexicon.segment(tail);
  const after = head === '' ? [] : lexicon.segment(head);
  const last = before.at(-1);
  const next = after[0];
  const edges = {
    last: wordText(tail, last),
    lastTag: last?.tag ?? '',
    lastLogProbability: last ? logProbability(lexicon, wordText(tail, last)) : 0,
    beforeLastTag: before.at(-2)?.tag ?? '',
    first: wordText(head, next),
    firstTag: next?.tag ?? '',
    firstLogProbability: next ? logProbability(lexicon, wordText(head, next)) : 0,
    afterFirstTag: after[1]?.tag ?? '',
  };
  if (!last || !next) return { ...edges, ...NO_CROSSING };
  const joined = tail + head;
  const words = lexicon.segment(joined);
  const gain =
    totalOf(lexicon, joined, words) - totalOf(lexicon, tail, before) - totalOf(lexicon, head, after);
  const crossing = words.find(word => word.start < tail.length && word.end > tail.length);
  if (!crossing) return { ...edges, ...NO_CROSSING, gain };
  const word = wordText(joined, crossing);
  const left = tail.length - crossing.start;
  return {
    ...edges,
    left,
    right: crossing.end - tail.length,
    word,
    wordLogProbability: logProbability(lexicon, word),
    wordTag: crossing.tag,
    gain,
    halvesAreWords: lexicon.has(word.slice(0, left)) && lexicon.has(word.slice(left)),
  };
}

const NO_CROSSING = {
  left: 0,
  right: 0,
  word: '',
  wordLogProbability: 0,
  wordTag: '',
  gain: 0,
  halvesAreWords: false,
};

function tailStart(text: string): number {
  let start = text.length;
  const limit = Math.max(0, text.length - REACH);
  while (start > limit && isWordClass(classOf(text.charCodeAt(start - 1)))) start--;
  return start;
}

function headEnd(text: string): number {
  let end = 0;
  const limit = Math.min(text.length, REACH);
  while (end < limit && isWordClass(classOf(text.charCodeAt(end)))) end++;
  return end;
}

function wordText(text: string, word: Word | undefined): string {
  return word ? text.slice(word.start, word.end) : '';
}

function logProbability(lexicon: Lexicon, word: string): number {
  return Math.max(UNKNOWN, lexicon.logProbability(word));
}

function totalOf(lexicon: Lexicon, text: string, words: readonly Word[]): number {
  let total = 0;
  for (const word of words) total += logProbability(lexicon, wordText(text, word));
  return total;
}
