import { dict } from '@node-rs/jieba/dict.js';
import { isHan } from '../../shared/detectors/marks/characterClass';
import {
  type CharacterCounts,
  levelCount,
  modelClass,
  TOP_LEVEL,
} from '../../shared/detectors/marks/characterModel';

/** A text to count, and how much each occurrence in it counts. */
export interface WeightedText {
  readonly text: string;
  readonly weight: number;
}

const BREAK = 0x0a;

/** Counts characters and pairs of the texts and of jieba's dictionary; the `most` most frequent pairs are kept. */
export function countCharacters(
  texts: Iterable<WeightedText>,
  most: number,
  origin: unknown,
): CharacterCounts {
  const single = new Float64Array(0x10000);
  const pairs = new Map<number, number>();
  const count = (before: number, code: number, weight: number): void => {
    single[before] = (single[before] ?? 0) + weight;
    if (!isHan(before) && !isHan(code)) return;
    const key = before * 0x10000 + code;
    pairs.set(key, (pairs.get(key) ?? 0) + weight);
  };
  for (const { text, weight } of texts) {
    let before = modelClass(BREAK);
    for (let at = 0; at < text.length; at++) {
      const code = modelClass(text.charCodeAt(at));
      count(before, code, weight);
      before = code;
    }
    count(before, modelClass(BREAK), weight);
  }
  for (const [word, weight] of dictionaryWords()) {
    for (let at = 0; at < word.length; at++) {
      const code = modelClass(word.charCodeAt(at));
      // The last character's follower is unknown, but that it occurs is not.
      if (at === word.length - 1) single[code] = (single[code] ?? 0) + weight;
      else count(code, modelClass(word.charCodeAt(at + 1)), weight);
    }
  }
  const kept = [...pairs].sort((a, b) => b[1] - a[1]).slice(0, most);
  const byFirst = new Map<number, string[]>();
  for (const [key, value] of kept) {
    const first = Math.floor(key / 0x10000);
    const groups = byFirst.get(first) ?? Array.from({ length: TOP_LEVEL + 1 }, () => '');
    const place = TOP_LEVEL - levelOf(value);
    groups[place] = (groups[place] ?? '') + String.fromCharCode(key % 0x10000);
    byFirst.set(first, groups);
  }
  const characters = [...single.keys()]
    .filter(code => (single[code] ?? 0) >= 0.7)
    .sort((a, b) => (single[b] ?? 0) - (single[a] ?? 0));
  return {
    origin,
    characters: String.fromCharCode(...characters),
    levels: String.fromCharCode(...characters.map(code => 0x30 + levelOf(single[code] ?? 0))),
    followers: characters.map(code => (byFirst.get(code) ?? []).join('|').replace(/\|+$/, '')),
  };
}

function levelOf(value: number): number {
  return Math.min(TOP_LEVEL, Math.max(0, Math.round(Math.log2(value / levelCount(0)))));
}

/** jieba's words of two characters and more with a weight; it keeps common words known that the texts lack. */
function* dictionaryWords(): Generator<[string, number]> {
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word = '', frequency = '0'] = line.split(' ');
    // The square root keeps politics of the 1990s, from which the frequencies come, from drowning everyday words.
    if (word.length > 1)
      yield [word, Math.min(60, Math.sqrt(Number(frequency)) * 0.25 + 0.02 * Number(frequency) ** 0.8)];
  }
}
