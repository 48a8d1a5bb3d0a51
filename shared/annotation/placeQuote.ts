/** How far from the stored position (UTF-16 code units) a quotation is looked for. */
const REACH = 50_000;

interface Quote {
  readonly start: number;
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Occurrences compared at most; the nearest come first. */
const MOST = 200;

/**
 * Where a quotation stands in a text: at its stored start if it does, else its exact occurrence within reach whose
 * surroundings agree best, the nearest of equals; null if there is none. Looks outward from the stored start and stops
 * at an occurrence with the very same surroundings.
 */
export function placeQuote(text: string, quote: Quote): number | null {
  if (quote.text === '') return null;
  if (text.startsWith(quote.text, quote.start)) return quote.start;
  const perfect = quote.prefix.length + quote.suffix.length;
  let best: { start: number; agreement: number } | null = null;
  for (const start of occurrencesAround(text, quote)) {
    const agreement =
      commonEnd(text.slice(Math.max(0, start - quote.prefix.length), start), quote.prefix) +
      commonStart(
        text.slice(start + quote.text.length, start + quote.text.length + quote.suffix.length),
        quote.suffix,
      );
    if (agreement === perfect) return start;
    if (!best || agreement > best.agreement) best = { start, agreement };
  }
  return best?.start ?? null;
}

/** Exact occurrences within reach, nearest first. */
function* occurrencesAround(whole: string, quote: Quote): Generator<number> {
  const { text: wanted } = quote;
  // Only what is within reach is looked through: a text of millions for each of thousands of quotations takes minutes.
  const from = Math.max(0, quote.start - REACH);
  const text = whole.slice(from, quote.start + REACH + wanted.length);
  const start = quote.start - from;
  for (const found of nearestFirst(text, wanted, start)) yield from + found;
}

function* nearestFirst(text: string, wanted: string, start: number): Generator<number> {
  let next = text.indexOf(wanted, start);
  let previous = start > 0 ? text.lastIndexOf(wanted, start - 1) : -1;
  for (let n = 0; n < MOST; n++) {
    const ahead = next >= 0 && next - start <= REACH ? next - start : Number.POSITIVE_INFINITY;
    const behind = previous >= 0 && start - previous <= REACH ? start - previous : Number.POSITIVE_INFINITY;
    if (ahead === Number.POSITIVE_INFINITY && behind === Number.POSITIVE_INFINITY) return;
    if (ahead < behind) {
      yield next;
      next = text.indexOf(wanted, next + 1);
    } else {
      yield previous;
      previous = previous > 0 ? text.lastIndexOf(wanted, previous - 1) : -1;
    }
  }
}

function commonStart(a: string, b: string): number {
  let n = 0;
  while (n < b.length && a.charCodeAt(n) === b.charCodeAt(n)) n++;
  return n;
}

function commonEnd(a: string, b: string): number {
  let n = 0;
  while (n < b.length && n < a.length && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n))
    n++;
  return n;
}
