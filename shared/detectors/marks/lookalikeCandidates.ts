import { foldCode } from '../../lexicon/fold';
import type { Lexicon, Word } from '../../lexicon/lexicon';
import { isHan } from './characterClass';
import { type CharacterModel, modelClass } from './characterModel';
import type { Confusable, ConfusableIndex, Likeness } from './confusables';
import { type DocumentPairs, pairCount } from './documentPairs';

/** What judging a character needs besides its block. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly characters: CharacterModel;
  readonly confusables: ConfusableIndex;
  /** How well the parts of speech of a segmentation go together. */
  readonly affinity: (words: readonly Word[]) => number;
}

/** A document's own ways. */
export interface Manner {
  readonly pairs: DocumentPairs;
  /** How ordinary its language is, see `familiarity`. */
  readonly ordinary: number;
  /** How matter-of-fact it is, see `figureRate`. */
  readonly figures: number;
}

/** A character that may have been misread, with the one to put in its place. */
export interface Candidate {
  readonly at: number;
  /** Code unit proposed for the character at `at`. */
  readonly code: number;
  readonly confusable: Confusable;
  /** The word the replacement makes with its neighbours; empty where it stands alone. */
  readonly word: string;
  readonly inputs: readonly number[];
}

/** Han characters to either side that are segmented along with the one in question. */
const WINDOW = 5;
/** Gain in log probability of the two character pairs from which a look-alike is considered at all. */
const WORTH: Readonly<Record<Likeness, number>> = {
  classic: 0.8,
  shape: 2.2,
  glyph: 3,
  sound: 3,
  variant: -3,
};
/** A character whose two pairs are at least this probable together is at home where it stands (3 % of those marked are). */
const AT_HOME = -13;
/** A right reading fits at least one of its neighbours this well (98 % of those marked do). */
const FITTING = -8;
/** Gain in log probability of the segmentation below which a candidate is never right (2 % of those marked are). */
const LEAST_GAIN: Readonly<Record<Likeness, number>> = {
  classic: -1,
  shape: 0.5,
  glyph: 1,
  sound: 0.5,
  variant: -3,
};
/** Log probability given to what the lexicon doesn't know. */
const UNKNOWN = -18;
/** Alternatives of one character that are judged in full. */
const MOST = 3;
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏傅方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤',
);

/** The mean log probability of the document's Han characters after the ones before them: how ordinary its language is. */
export function familiarity(characters: CharacterModel, texts: Iterable<string>): number {
  let sum = 0;
  let count = 0;
  for (const text of texts) {
    for (let at = 1; at < text.length && count < 200_000; at++) {
      if (!isHan(text.charCodeAt(at))) continue;
      sum += characters.after(modelClass(text.charCodeAt(at - 1)), modelClass(text.charCodeAt(at)));
      count++;
    }
  }
  return count === 0 ? -8 : sum / count;
}

/** All candidates of `text` worth judging, in order of position. Linear. */
export function lookalikeCandidates(text: string, knowledge: Knowledge, manner: Manner): Candidate[] {
  const { pairs } = manner;
  const { characters } = knowledge;
  const { starts, entries } = knowledge.confusables;
  const found: Candidate[] = [];
  const length = text.length;
  const codes = new Uint16Array(length + 2);
  codes[0] = codes[length + 1] = 0x20;
  for (let at = 0; at < length; at++) codes[at + 1] = modelClass(text.charCodeAt(at));
  // steps[i]: log probability of character i after the one before it; one more for the end.
  const steps = new Float32Array(length + 1);
  for (let at = 0; at <= length; at++) steps[at] = characters.after(codes[at] ?? 0, codes[at + 1] ?? 0);
  for (let at = 0; at < length; at++) {
    const raw = text.charCodeAt(at);
    const first = starts[raw] ?? 0;
    const last = starts[raw + 1] ?? 0;
    if (first === last) continue;
    const before = codes[at] ?? 0;
    const after = codes[at + 2] ?? 0;
    const own = (steps[at] ?? 0) + (steps[at + 1] ?? 0);
    if (own > AT_HOME) continue;
    let best: { confusable: Confusable; left: number; right: number }[] = [];
    for (let index = first; index < last; index++) {
      const confusable = entries[index];
      if (!confusable) continue;
      const least = own + WORTH[confusable.likeness];
      const folded = foldCode(confusable.code);
      const left = characters.after(before, folded);
      // No probability is above 1, so the right side can't make up for a left side that is below already.
      if (left < least) continue;
      const right = characters.after(folded, after);
      if (left + right >= least && (left > FITTING || right > FITTING))
        best.push({ confusable, left, right });
    }
    if (best.length === 0) continue;
    if (best.length > MOST) best = best.sort((a, b) => b.left + b.right - a.left - a.right).slice(0, MOST);
    const local = localFamiliarity(steps, at);
    const from = windowStart(text, at);
    const to = windowEnd(text, at);
    const window = text.slice(from, to);
    const base = cut(knowledge, window, at - from);
    for (const { confusable, left, right } of best) {
      const char = String.fromCharCode(confusable.code);
      const changed = cut(
        knowledge,
        window.slice(0, at - from) + char + window.slice(at - from + 1),
        at - from,
      );
      if (changed.score - base.score < LEAST_GAIN[confusable.likeness]) continue;
      found.push({
        at,
        code: confusable.code,
        confusable,
        word: changed.word.length > 1 ? changed.word : '',
        inputs: [
          clip(left - (steps[at] ?? 0)),
          clip(right - (steps[at + 1] ?? 0)),
          steps[at] ?? 0,
          steps[at + 1] ?? 0,
          clip(changed.score - base.score),
          base.word.length,
          base.word.length > 1 ? base.wordScore : 0,
          changed.word.length,
          changed.word.length > 1 ? changed.wordScore : 0,
          characters.alone(codes[at + 1] ?? 0),
          characters.alone(foldCode(confusable.code)),
          confusable.similarity,
          confusable.likeness === 'shape' || confusable.likeness === 'classic' ? 1 : 0,
          confusable.likeness === 'classic' ? 1 : 0,
          confusable.likeness === 'sound' ? 1 : 0,
          confusable.likeness === 'variant' ? 1 : 0,
          ...documentCounts(pairs, before, codes[at + 1] ?? 0, after, foldCode(confusable.code)),
          local,
          manner.ordinary,
          manner.figures,
          isHan(before) ? 1 : 0,
          isHan(after) ? 1 : 0,
          Math.min(5, Math.log(length)),
          SURNAMES.has(text.charAt(at - 1)) || SURNAMES.has(text.charAt(at - 2)) ? 1 : 0,
          SURNAMES.has(text.charAt(at)) ? 1 : 0,
          raw === text.charCodeAt(at - 1) || raw === text.charCodeAt(at + 1) ? 1 : 0,
          changed.words - base.words,
          base.singles,
          changed.singles,
          left,
          right,
          changed.affinity - base.affinity,
          ...wordsAround(knowledge.lexicon, text, at, text.charAt(at)),
          ...wordsAround(knowledge.lexicon, text, at, char),
        ],
      });
    }
  }
  return found;
}

function clip(value: number): number {
  return Math.max(-12, Math.min(12, value));
}

function documentCounts(
  pairs: DocumentPairs,
  before: number,
  own: number,
  after: number,
  other: number,
): number[] {
  const log = (count: number): number => Math.log1p(Math.max(0, count));
  return [
    log(isHan(before) ? pairCount(pairs, before, own) - 1 : 0),
    log(isHan(after) ? pairCount(pairs, own, after) - 1 : 0),
    log(isHan(before) ? pairCount(pairs, before, other) : 0),
    log(isHan(after) ? pairCount(pairs, other, after) : 0),
  ];
}

/** Which words of two and three characters `char` makes with its neighbours, whatever the segmentation chose. */
function wordsAround(lexicon: Lexicon, text: string, at: number, char: string): number[] {
  const left = text.slice(Math.max(0, at - 2), at);
  const right = text.slice(at + 1, at + 3);
  const two = (word: string): number => (word.length === 2 && lexicon.has(word) ? 1 : 0);
  const three = (word: string): number => (word.length === 3 && lexicon.has(word) ? 1 : 0);
  return [
    two(left.slice(-1) + char),
    two(char + right.slice(0, 1)),
    Math.max(three(left + char), three(left.slice(-1) + char + right.slice(0, 1)), three(char + right)),
  ];
}

/** How ordinary the language is around a character, itself and its follower aside. */
function localFamiliarity(steps: Float32Array, at: number): number {
  let sum = 0;
  let count = 0;
  for (let near = Math.max(0, at - 6); near < Math.min(steps.length, at + 8); near++) {
    if (near === at || near === at + 1) continue;
    sum += steps[near] ?? 0;
    count++;
  }
  return count === 0 ? -8 : sum / count;
}

function windowStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < WINDOW && isHan(text.charCodeAt(from - 1))) from--;
  return from;
}

function windowEnd(text: string, at: number): number {
  let to = at + 1;
  while (to < text.length && to - at <= WINDOW && isHan(text.charCodeAt(to))) to++;
  return to;
}

interface Cut {
  readonly score: number;
  /** The word that holds the character in question, and its log probability. */
  readonly word: string;
  readonly wordScore: number;
  readonly words: number;
  readonly affinity: number;
  /** Words of one character among it and its neighbours. */
  readonly singles: number;
}

function cut({ lexicon, affinity }: Knowledge, window: string, place: number): Cut {
  const words = lexicon.segment(window);
  let score = 0;
  let word = '';
  let wordScore = UNKNOWN;
  let holder = 0;
  words.forEach(({ start, end }, index) => {
    const part = window.slice(start, end);
    const known = lexicon.logProbability(part);
    const own = known === Number.NEGATIVE_INFINITY ? UNKNOWN : known;
    score += own;
    if (start > place || end <= place) return;
    word = part;
    wordScore = own;
    holder = index;
  });
  return {
    score,
    word,
    wordScore,
    words: words.length,
    singles: singlesAround(words, holder),
    affinity: affinity(words),
  };
}

function singlesAround(words: readonly Word[], holder: number): number {
  let singles = 0;
  for (let index = holder - 1; index <= holder + 1; index++) {
    const word = words[index];
    if (word && word.end - word.start === 1) singles++;
  }
  return singles;
}
