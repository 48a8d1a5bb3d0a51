import { INNER_TAGGER, labelOf, TAGGERS, type Tagger } from '../../shared/suggesters/taggers';
import type { GoldMention } from './annotatedPages';

const contains = (a: GoldMention, b: GoldMention): boolean => a !== b && a.start <= b.start && a.end >= b.end;

/** The label of every character for one tagger: the longest mentions first, those that overlap them left out. */
export function goldLabels(tagger: Tagger, mentions: readonly GoldMention[], length: number): Uint8Array {
  const labels = new Uint8Array(length);
  const own = mentions.filter(mention => tagger.types.includes(mention.type));
  const wanted =
    tagger === INNER_TAGGER ? own.filter(mention => !own.some(other => contains(mention, other))) : own;
  const ordered = [...wanted].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const { type, start, end } of ordered) {
    if (labels.subarray(start, end).some(label => label !== 0)) continue;
    const index = tagger.types.indexOf(type);
    for (let i = start; i < end; i++) {
      labels[i] = labelOf(index, end - start === 1 ? 3 : i === start ? 0 : i === end - 1 ? 2 : 1);
    }
  }
  return labels;
}

/** Labels for all taggers, in their order. */
export const allGoldLabels = (mentions: readonly GoldMention[], length: number): Uint8Array[] =>
  TAGGERS.map(tagger => goldLabels(tagger, mentions, length));
