import { retold } from '../steps/retold';
import { commonPassages } from './passages';
import { LEAST_SCORE, placeQuotation } from './placeQuotation';
import { type Quotation, quoteScore } from './quoteScore';
import { TextMap } from './textMap';

/** Something that is to be found again in another text: a mention, the place of a correction. */
export interface Anchored extends Quotation {
  /** In the text it was made on; null where only the words say where. */
  readonly position: { readonly start: number; readonly end: number } | null;
}

/** `exact`: the same words in a passage both texts have. `moved`: found by its words and what stands around them. */
export type Anchoring =
  | { readonly kind: 'exact' | 'moved'; readonly start: number; readonly end: number; readonly score: number }
  | { readonly kind: 'orphan' };

const ORPHAN: Anchoring = { kind: 'orphan' };
/** Quotations placed between two yields. */
const STEP = 200;
/** Share of the work that is comparing the texts. */
const COMPARING = 0.7;
/** Code units of surroundings taken where the format tells none and its text is known. */
const CONTEXT = 16;
/**
 * How far (code units) from where it is expected a quotation is looked for: in texts that were compared, what is not in
 * a common passage can't be far; else anything may have been put in before it.
 */
const NEAR = 2_000;
const FAR = 20_000;

/**
 * Where each of `list` stands in `text`; `was` is the text they were made on, null where it is not known. Yields the
 * share done (0–1). First the texts are compared as wholes, so that nothing is moved by what was put in or taken out
 * elsewhere; only what lies in a changed passage is looked for by its words, within bounds. 125,000 mentions on 5
 * million code units take a few seconds.
 */
export function* anchorQuotes(
  list: readonly Anchored[],
  was: string | null,
  text: string,
): Generator<number, readonly Anchoring[]> {
  const map = was === null ? null : yield* mapOf(was, text);
  const placed: Anchoring[] = [];
  let drift = 0;
  for (const [n, item] of list.entries()) {
    const anchored = completed(item, was);
    const result = map ? anchorMapped(anchored, was ?? '', text, map) : anchorUnmapped(anchored, text, drift);
    if (!map && result.kind !== 'orphan' && item.position) drift = result.start - item.position.start;
    placed.push(result);
    if (n % STEP === STEP - 1) yield COMPARING + ((1 - COMPARING) * n) / list.length;
  }
  return withoutDoubles(placed);
}

function* mapOf(was: string, text: string): Generator<number, TextMap> {
  const passages = yield* retold(commonPassages(was, text), share => COMPARING * Math.min(1, share));
  return new TextMap(passages, was.length, text.length);
}

/** With the surroundings its own text gives it, where the format told none. */
function completed(item: Anchored, was: string | null): Anchored {
  const { position, quote, prefix, suffix } = item;
  if (was === null || position === null || prefix !== '' || suffix !== '') return item;
  if (!was.startsWith(quote, position.start)) return item;
  const { start, end } = position;
  return {
    ...item,
    prefix: was.slice(Math.max(0, start - CONTEXT), start),
    suffix: was.slice(end, end + CONTEXT),
  };
}

function anchorMapped(item: Anchored, was: string, text: string, map: TextMap): Anchoring {
  const { position, quote, prefix, suffix } = item;
  // Offsets that do not fit the format's own text are no more than a hint.
  if (position === null || was.slice(position.start, position.end) !== quote) {
    const start = position ? map.near(position.start).at : 0;
    return moved(placeQuotation(text, item, { start, reach: position ? FAR : text.length, likely: null }));
  }
  const range = map.range(position.start, position.end);
  if (range) {
    const wide = map.range(
      Math.max(0, position.start - prefix.length),
      Math.min(was.length, position.end + suffix.length),
    );
    const score = wide ? 1 : quoteScore(text, { ...range, errors: 0 }, item, range.start, NEAR);
    return { kind: 'exact', ...range, score };
  }
  const start = map.near(position.start);
  const last = map.near(position.end - 1);
  const end = last.exact ? { at: last.at + 1, exact: true } : map.near(position.end);
  const { length } = quote;
  const likely = end.exact
    ? { start: start.exact ? start.at : Math.max(0, end.at - length), end: end.at }
    : { start: start.at, end: start.at + length };
  return moved(placeQuotation(text, item, { start: start.at, reach: NEAR, likely }));
}

function anchorUnmapped(item: Anchored, text: string, drift: number): Anchoring {
  const { position, quote } = item;
  if (position && quote !== '' && text.startsWith(quote, position.start)) {
    const end = position.start + quote.length;
    const score = quoteScore(text, { start: position.start, end, errors: 0 }, item, position.start, FAR);
    if (score >= LEAST_SCORE)
      return { kind: score === 1 ? 'exact' : 'moved', start: position.start, end, score };
  }
  const expected = position
    ? { start: position.start + drift, reach: FAR, likely: null }
    : { start: 0, reach: text.length, likely: null };
  return moved(placeQuotation(text, item, expected));
}

function moved(found: ReturnType<typeof placeQuotation>): Anchoring {
  return found ? { kind: 'moved', ...found } : ORPHAN;
}

/** Of a name that was deleted the next one of the same words must not become a second time what it is already. */
function withoutDoubles(placed: readonly Anchoring[]): readonly Anchoring[] {
  // Mostly few or none: then there are few to compare.
  const starts = new Set(placed.flatMap(each => (each.kind === 'moved' ? [each.start] : [])));
  if (starts.size === 0) return placed;
  const exact = new Set(
    placed.flatMap(each =>
      each.kind === 'exact' && starts.has(each.start) ? [`${each.start}-${each.end}`] : [],
    ),
  );
  return placed.map(each =>
    each.kind === 'moved' && exact.has(`${each.start}-${each.end}`) ? ORPHAN : each,
  );
}
