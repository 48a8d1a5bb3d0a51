/** How far from the stored position (UTF-16 code units) a quotation is looked for. */
const REACH = 50_000;

interface Quote {
  readonly start: number;
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Where a quotation stands in a text: at its stored start if it does, else its exact occurrence within reach whose
 * surroundings agree best, the nearest of equals; null if there is none. O(reach).
 */
export function placeQuote(text: string, quote: Quote): number | null {
  if (quote.text === '') return null;
  if (text.startsWith(quote.text, quote.start)) return quote.start;
  const from = Math.max(0, quote.start - REACH);
  const to = Math.min(text.length, quote.start + quote.text.length + REACH);
  const window = text.slice(from, to);
  let best: { start: number; score: number } | null = null;
  for (let i = window.indexOf(quote.text); i >= 0; i = window.indexOf(quote.text, i + 1)) {
    const start = from + i;
    const agreement =
      commonEnd(text.slice(Math.max(0, start - quote.prefix.length), start), quote.prefix) +
      commonStart(text.slice(start + quote.text.length), quote.suffix);
    const score = agreement - Math.abs(start - quote.start) / (2 * REACH);
    if (!best || score > best.score) best = { start, score };
  }
  return best?.start ?? null;
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
