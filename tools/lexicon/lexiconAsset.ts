import { dict } from '@node-rs/jieba/dict.js';
import { foldText } from '../../shared/lexicon/fold';
import { LONGEST_WORD } from '../../shared/lexicon/wordTable';

/** Written-out numbers such as 一万一千五百二十颗: any number can be, so listing a few helps no segmentation. */
const RARE_NUMBER = { tag: 'm', longest: 3, frequency: 3 };

interface Entry {
  tag: string;
  frequency: number;
}

/**
 * The text of `dist/assets/lexicon.txt`, from jieba's dictionary (MIT, package @node-rs/jieba): one line
 * `tag frequency word word …` per tag and frequency. Words are folded as the lexicon folds what it looks up; where
 * two fold to the same, their frequencies add up and the more frequent one's tag stays.
 */
export function lexiconAsset(): string {
  const entries = new Map<string, Entry>();
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word, count, tag] = line.trim().split(' ');
    const frequency = Number(count);
    if (!word || !tag || !(frequency > 0) || word.length > LONGEST_WORD) continue;
    if (tag === RARE_NUMBER.tag && word.length > RARE_NUMBER.longest && frequency <= RARE_NUMBER.frequency)
      continue;
    const folded = foldText(word);
    const known = entries.get(folded);
    if (!known) entries.set(folded, { tag, frequency });
    else {
      if (frequency > known.frequency) known.tag = tag;
      known.frequency += frequency;
    }
  }
  return formatGroups(entries);
}

function formatGroups(entries: ReadonlyMap<string, Entry>): string {
  const groups = new Map<string, string[]>();
  for (const [word, { tag, frequency }] of entries) {
    const key = `${tag} ${frequency}`;
    const words = groups.get(key);
    if (words) words.push(word);
    else groups.set(key, [word]);
  }
  return `${[...groups].map(([key, words]) => `${key} ${words.join(' ')}`).join('\n')}\n`;
}
