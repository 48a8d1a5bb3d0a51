import search from 'approx-string-match';
import { editDistance } from './editDistance';
import { type Candidate, type Quotation, quoteScore } from './quoteScore';

/** Where a quotation was found. */
export interface FoundQuotation {
  readonly start: number;
  readonly end: number;
  /** 0–1, see `quoteScore`. */
  readonly score: number;
}

/** Below this a place is no better than another with the same words. */
export const LEAST_SCORE = 0.68;
/** Once the surroundings agree this well, no further occurrence is looked for: the nearest come first. */
const SURE = 0.97;
/** Occurrences compared at most; the nearest come first. */
const MOST = 60;
/** One character in so many may differ: names are short, and two names of two characters differ in one. */
const PER_ERROR = 3;
/** Shorter quotations are everywhere with one character changed, and longer ones take long: exactly only. */
const SHORTEST_ROUGH = 5;
const LONGEST_ROUGH = 200;
const ROUGHLY_NEARER = 5;

/** About where a quotation is expected. */
export interface Expectation {
  readonly start: number;
  /** How far from there it is looked for, in UTF-16 code units. */
  readonly reach: number;
  /** A stretch to be considered first: what stands between the same neighbours now; null where that is not known. */
  readonly likely: { readonly start: number; readonly end: number } | null;
}

/**
 * Where a quotation stands: at the likely place if its score there is good enough; else the best of its exact
 * occurrences within reach and, where none is good enough, of the nearly exact ones. Null where nothing reaches
 * {@link LEAST_SCORE}.
 */
export function placeQuotation(
  text: string,
  wanted: Quotation,
  expected: Expectation,
): FoundQuotation | null {
  const { quote } = wanted;
  if (quote === '') return null;
  const scored = (candidate: Candidate): FoundQuotation => ({
    start: candidate.start,
    end: candidate.end,
    score: quoteScore(text, candidate, wanted, expected.start, expected.reach),
  });
  const likely = likelyCandidate(text, quote, expected.likely);
  let best = likely && scored(likely);
  if (best && best.score >= LEAST_SCORE) return best;
  for (const start of occurrences(text, quote, expected)) {
    const found = scored({ start, end: start + quote.length, errors: 0 });
    if (!best || found.score > best.score) best = found;
    if (found.score >= SURE) break;
  }
  if (best && best.score >= LEAST_SCORE) return best;
  for (const rough of roughly(text, quote, expected)) {
    const found = scored(rough);
    if (!best || found.score > best.score) best = found;
  }
  return best && best.score >= LEAST_SCORE ? best : null;
}

/** The likely stretch as a candidate, unless it is of quite another length. */
function likelyCandidate(text: string, quote: string, likely: Expectation['likely']): Candidate | null {
  if (!likely) return null;
  const length = likely.end - likely.start;
  if (length <= 0 || length > 2 * quote.length + PER_ERROR || quote.length > LONGEST_ROUGH) return null;
  return {
    ...likely,
    errors: Math.min(quote.length, editDistance(text.slice(likely.start, likely.end), quote)),
  };
}

/** Exact occurrences within reach, nearest first. */
function* occurrences(text: string, quote: string, { start: hint, reach }: Expectation): Generator<number> {
  const from = Math.max(0, hint - reach);
  const part = text.slice(from, hint + reach + quote.length);
  const at = hint - from;
  let next = part.indexOf(quote, at);
  let previous = at > 0 ? part.lastIndexOf(quote, at - 1) : -1;
  for (let n = 0; n < MOST && (next >= 0 || previous >= 0); n++) {
    if (previous < 0 || (next >= 0 && next - at < at - previous)) {
      yield from + next;
      next = part.indexOf(quote, next + 1);
    } else {
      yield from + previous;
      previous = previous > 0 ? part.lastIndexOf(quote, previous - 1) : -1;
    }
  }
}

/** Occurrences with a few errors, nearer than exact ones are looked for. */
function* roughly(text: string, quote: string, { start: hint, reach }: Expectation): Generator<Candidate> {
  const most = Math.floor(quote.length / PER_ERROR);
  if (quote.length < SHORTEST_ROUGH || quote.length > LONGEST_ROUGH) return;
  const near = reach / ROUGHLY_NEARER;
  const from = Math.max(0, hint - near);
  for (const { start, end, errors } of search(text.slice(from, hint + near), quote, most).slice(0, MOST)) {
    if (end > start) yield { start: from + start, end: from + end, errors };
  }
}
