import type { Word } from '../../lexicon/lexicon';

/** How readily one part of speech follows another, as `tools/marks/learnLookalike.ts` writes it. */
export interface TagAffinities {
  /** jieba's tags, most frequent first; all others count as the last, `x`. */
  readonly tags: readonly string[];
  /** Row by row, the tag before and the tag after: ln P(after | before) / P(after), in tenths. */
  readonly tenths: readonly number[];
}

/** Mean affinity of the neighbouring words of a segmentation is not what counts, but its sum: each pair is evidence. */
export function tagAffinity({ tags, tenths }: TagAffinities): (words: readonly Word[]) => number {
  const places = new Map(tags.map((tag, index) => [tag, index]));
  const other = tags.length - 1;
  return words => {
    let sum = 0;
    for (let index = 1; index < words.length; index++) {
      const before = places.get(words[index - 1]?.tag ?? '') ?? other;
      const after = places.get(words[index]?.tag ?? '') ?? other;
      sum += (tenths[before * tags.length + after] ?? 0) / 10;
    }
    return sum;
  };
}
