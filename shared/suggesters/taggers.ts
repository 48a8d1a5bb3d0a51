import type { SuggestedType } from './suggestion';

/**
 * A tagger labels every character with one of `1 + 4 × types` labels: O, and for each type B, I, E, S (first, inner,
 * last and only character of a mention). Since one labelling cannot nest, three taggers run side by side and what
 * each finds is a candidate.
 */
export interface Tagger {
  readonly name: string;
  readonly types: readonly SuggestedType[];
}

/** Names and regular types, which hold nothing of their own kind, wherever they stand (also inside ORG or WORK). */
export const NAME_TAGGER: Tagger = {
  name: 'names',
  types: ['PER', 'LOC', 'DATE', 'TIME', 'MONEY', 'PERCENT'],
};
/** The outermost of those that hold other mentions. */
export const OUTER_TAGGER: Tagger = { name: 'outer', types: ['ORG', 'WORK', 'EVENT'] };
/** Organisations that hold no other organisation: 江南大学 in 江南大学食品学院. */
export const INNER_TAGGER: Tagger = { name: 'inner', types: ['ORG'] };

export const TAGGERS: readonly Tagger[] = [NAME_TAGGER, OUTER_TAGGER, INNER_TAGGER];

export const labelCount = (tagger: Tagger): number => 1 + 4 * tagger.types.length;
/** Labels of all taggers, one after the other: the columns of the weight table. */
export const LABEL_TOTAL = TAGGERS.reduce((sum, tagger) => sum + labelCount(tagger), 0);

/** Label of the first (0), an inner (1), the last (2) or the only (3) character of the tagger's `type`-th type. */
export const labelOf = (type: number, place: 0 | 1 | 2 | 3): number => 1 + 4 * type + place;
