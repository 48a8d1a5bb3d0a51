import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { GoldMention } from '../../../tools/suggesters/annotatedPages';

/** jieba's parts of speech that are mentions: people, organisations, places, times. */
const TYPES: Readonly<Record<string, GoldMention['type']>> = {
  nr: 'PER',
  nrt: 'PER',
  nrfg: 'PER',
  nt: 'ORG',
  ns: 'LOC',
  t: 'DATE',
};

const jieba = Jieba.withDict(dict);

/** What jieba's tagger (its dictionary and hidden Markov model, in Rust) takes for mentions: the peer of the bench. */
export function jiebaMentions(text: string): GoldMention[] {
  const mentions: GoldMention[] = [];
  let start = 0;
  for (const { word, tag } of jieba.tag(text, true)) {
    const type = TYPES[tag];
    if (type) mentions.push({ type, start, end: start + word.length });
    start += word.length;
  }
  return mentions;
}
