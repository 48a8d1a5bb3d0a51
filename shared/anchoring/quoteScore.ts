import search from 'approx-string-match';

/** What is known of a place: the words there, what stands around them, and about where. */
export interface Quotation {
  readonly quote: string;
  /** May be empty where nothing is known. */
  readonly prefix: string;
  readonly suffix: string;
}

export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Characters in which the words there differ from the quotation. */
  readonly errors: number;
}

/** As in Hypothesis' client, `match-quote.ts`: the words count most, their place only decides between equals. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const;

/**
 * How surely a candidate is the quotation, 0–1; 1 only for the same words between the same words at the very place.
 * Surroundings that are not known are left out of the sum. `hint` is where the start is expected, `reach` the distance
 * (code units) at which a place says nothing any more.
 */
export function quoteScore(
  text: string,
  { start, end, errors }: Candidate,
  { quote, prefix, suffix }: Quotation,
  hint: number,
  reach: number,
): number {
  const before = text.slice(Math.max(0, start - prefix.length), start);
  const after = text.slice(end, end + suffix.length);
  const parts: [number, number][] = [
    [WEIGHTS.quote, 1 - errors / Math.max(1, quote.length)],
    [WEIGHTS.position, Math.max(0, 1 - Math.abs(start - hint) / reach)],
  ];
  if (prefix !== '') parts.push([WEIGHTS.prefix, likeness(before, prefix)]);
  if (suffix !== '') parts.push([WEIGHTS.suffix, likeness(after, suffix)]);
  const most = parts.reduce((sum, [weight]) => sum + weight, 0);
  return parts.reduce((sum, [weight, share]) => sum + weight * share, 0) / most;
}

/** Share of `wanted` found in `found`, 0–1. O(length²/32). */
function likeness(found: string, wanted: string): number {
  if (found === wanted) return 1;
  if (found === '') return 0;
  const [best] = search(found, wanted, wanted.length);
  return best ? 1 - best.errors / wanted.length : 0;
}
