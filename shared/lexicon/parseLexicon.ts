import { foldCode } from './fold';
import type { Lexicon } from './lexicon';
import { createSegmenter } from './segment';
import { LONGEST_WORD, readWordTable } from './wordTable';

/**
 * The lexicon of an asset made by `tools/lexicon/build.ts`. Words are looked up in folded form, so 中國銀行 is found
 * as 中国银行 and Ａ股 as A股. Takes about 100 ms and 20 MB.
 *
 * @throws Error naming the line where the text is not such an asset
 */
export function parseLexicon(text: string): Lexicon {
  const table = readWordTable(text);
  const codes = new Uint16Array(LONGEST_WORD);

  const indexOf = (word: string): number => {
    if (word.length === 0 || word.length > LONGEST_WORD) return -1;
    for (let i = 0; i < word.length; i++) codes[i] = foldCode(word.charCodeAt(i));
    return table.find(codes, 0, word.length);
  };

  return {
    has: word => indexOf(word) >= 0,
    logProbability(word) {
      const index = indexOf(word);
      return index < 0 ? Number.NEGATIVE_INFINITY : (table.logProbabilities[index] ?? 0);
    },
    tag(word) {
      const index = indexOf(word);
      return index < 0 ? undefined : table.tagOf(index);
    },
    ...createSegmenter(table),
  };
}
