import type { TagAffinities } from '../../shared/detectors/marks/tagAffinity';
import type { Lexicon } from '../../shared/lexicon/lexicon';
import type { WeightedText } from './countCharacters';

const MOST = 40;

/** Counts which parts of speech follow each other in the segmented texts. */
export function countTags(lexicon: Lexicon, texts: Iterable<WeightedText>): TagAffinities {
  const pairs = new Map<string, number>();
  const single = new Map<string, number>();
  let total = 0;
  for (const { text, weight } of texts) {
    for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
      const words = lexicon.segment(run);
      words.forEach(({ tag }, index) => {
        single.set(tag, (single.get(tag) ?? 0) + weight);
        total += weight;
        if (index === 0) return;
        const key = `${words[index - 1]?.tag} ${tag}`;
        pairs.set(key, (pairs.get(key) ?? 0) + weight);
      });
    }
  }
  const tags = [...single]
    .sort((a, b) => b[1] - a[1])
    .map(([tag]) => tag)
    .filter(tag => tag !== 'x')
    .slice(0, MOST);
  tags.push('x');
  const tenths = tags.flatMap(before =>
    tags.map(after => {
      const expected = ((single.get(before) ?? 0) * (single.get(after) ?? 0)) / total;
      return Math.round(10 * Math.log(((pairs.get(`${before} ${after}`) ?? 0) + 2) / (expected + 2)));
    }),
  );
  return { tags, tenths };
}
