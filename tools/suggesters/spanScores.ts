import { SUGGESTED_TYPES, type SuggestedType } from '../../shared/suggesters/suggestion';
import type { GoldMention } from './annotatedPages';

export interface Tally {
  right: number;
  suggested: number;
  gold: number;
}
export type Tallies = Record<SuggestedType, Tally>;

export const emptyTallies = (): Tallies => {
  const tally = (): Tally => ({ right: 0, suggested: 0, gold: 0 });
  return {
    PER: tally(),
    ORG: tally(),
    LOC: tally(),
    DATE: tally(),
    TIME: tally(),
    MONEY: tally(),
    PERCENT: tally(),
    WORK: tally(),
    EVENT: tally(),
  };
};

/** A suggestion's type may be any of a tagset. */
interface SuggestedSpan {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
const keyOf = ({ type, start, end }: SuggestedSpan): string => `${type} ${start} ${end}`;

/** Counts one block: a suggestion is right where type, start and end are those of a gold mention (nested ones count). */
export function tally(
  into: Tallies,
  suggested: readonly SuggestedSpan[],
  gold: readonly GoldMention[],
): void {
  const wanted = new Set(gold.map(keyOf));
  for (const mention of gold) into[mention.type].gold++;
  for (const mention of suggested) {
    const type = SUGGESTED_TYPES.find(known => known === mention.type);
    if (!type) continue;
    into[type].suggested++;
    if (wanted.delete(keyOf(mention))) into[type].right++;
  }
}

export function addTallies(into: Tallies, other: Tallies): void {
  for (const type of SUGGESTED_TYPES) {
    into[type].right += other[type].right;
    into[type].suggested += other[type].suggested;
    into[type].gold += other[type].gold;
  }
}

export const sumOf = (tallies: Tallies): Tally =>
  SUGGESTED_TYPES.map(type => tallies[type]).reduce(
    (sum, { right, suggested, gold }) => ({
      right: sum.right + right,
      suggested: sum.suggested + suggested,
      gold: sum.gold + gold,
    }),
    { right: 0, suggested: 0, gold: 0 },
  );

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** 0–1 each; NaN where there is nothing to divide by. */
export const scoresOf = ({ right, suggested, gold }: Tally): Scores => ({
  precision: right / suggested,
  recall: right / gold,
  f1: (2 * right) / (suggested + gold),
});
