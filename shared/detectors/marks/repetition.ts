import type { TextBlock } from '../../document/textBlock';
import type { Lexicon, Word } from '../../lexicon/lexicon';
import { isHan } from './characterClass';
import type { CharacterModel } from './characterModel';
import { countPairs, type DocumentPairs, figureRate } from './documentPairs';

/** What judging a repetition needs besides its block. */
export interface RepetitionKnowledge {
  readonly lexicon: Lexicon;
  readonly characters: CharacterModel;
  /** For each character how seldom it is doubled in sound text: −log2 of its share, by code unit (folded). */
  readonly rarity: Float32Array;
}

/** What a document says about repetition in it. */
export interface RepetitionSurvey {
  readonly pairs: DocumentPairs;
  /** Doubled Han characters per 1000 characters: novels and verse double freely. */
  readonly doubledRate: number;
  /** How matter-of-fact the text is, see `figureRate`. */
  readonly figures: number;
}

/** A repetition: `[start, end)` holds `unit` twice or more. */
export interface Repetition {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
  /** What would be left. */
  readonly kept: string;
  /** The word that the kept text makes with its neighbours; may be empty. */
  readonly word: string;
  readonly inputs: readonly number[];
}

/** Rarity given to characters never counted. */
export const RARITY_UNKNOWN = 9;
const WINDOW = 7;
/** Log probability given to what the lexicon doesn't know. */
export const UNKNOWN = -18;
/** What these sound like, people and things say in doubles: 哈哈, 咚咚. 〇〇 is part of a year. */
export const SOUNDS =
  /[〇阿啊唉哎哦噢喔唔嗯呜哈嘿呵嘻嗨咦呀哟喂嘘哼咯咚铛叮当啷嗵砰啪轰隆哗咕喳吱呱汪喵咩哒嘟咳嗡嗖唰唧喔噔嘎咔嚓噼嘭吁咴哞噜啦哇嗷]/;

/** One linear pass over the document. */
export function surveyRepetition(blocks: readonly TextBlock[]): RepetitionSurvey {
  let doubled = 0;
  let characters = 0;
  for (const { text } of blocks) {
    characters += text.length;
    for (let at = 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === text.charCodeAt(at - 1) && isHan(code)) doubled++;
    }
  }
  // A few lines say little: their rate is drawn towards that of ordinary prose.
  const doubledRate = (1000 * (doubled + 8)) / (characters + 2000);
  return { pairs: countPairs(blocks), doubledRate, figures: figureRate(blocks) };
}

/** Where the Han characters before `at` begin, at most a window away. */
export function hanStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < WINDOW && isHan(text.charCodeAt(from - 1))) from--;
  return from;
}

/** Where the Han characters from `at` on end, at most a window away. */
export function hanEnd(text: string, at: number): number {
  let to = at;
  while (to < text.length && to - at < WINDOW && isHan(text.charCodeAt(to))) to++;
  return to;
}

/** A text with its segmentation and the log probability of that. */
export function segmented(lexicon: Lexicon, text: string): { text: string; words: Word[]; score: number } {
  const words = lexicon.segment(text);
  const score = words.reduce((sum, { start, end }) => sum + logOf(lexicon, text.slice(start, end)), 0);
  return { text, words, score };
}

/** Log probability of a word; `UNKNOWN` where the lexicon lacks it. */
export function logOf(lexicon: Lexicon, word: string): number {
  const known = lexicon.logProbability(word);
  return known === Number.NEGATIVE_INFINITY ? UNKNOWN : known;
}
