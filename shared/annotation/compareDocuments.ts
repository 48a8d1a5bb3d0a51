import { corrections } from '../document/corrections';
import type { Decision } from '../document/decision';
import type { KanwuDocument } from '../document/document';
import { storedMentions } from './writeAnnotations';

export const COMPARED = ['correction', 'mention', 'decision'] as const;
export type Compared = (typeof COMPARED)[number];

/** Something that one of two documents of a source holds and the other does not. */
export interface Difference {
  readonly what: Compared;
  readonly side: 'mine' | 'theirs';
  /** Where in the source, UTF-16 code units. */
  readonly at: number;
  /** The correction in its place as `……〔before → after〕……`, the mention as `TYPE text`, the decision's quotation. */
  readonly text: string;
  /** Of a decision; null for all others. */
  readonly answer: Decision['answer'] | null;
}

export interface Comparison {
  readonly counts: Readonly<Record<Compared, { readonly mine: number; readonly theirs: number }>>;
  /** In the order of the source, the first `most`. */
  readonly differences: readonly Difference[];
}

/**
 * What differs between two documents: corrections by source range and replacement, mentions by type, source range and
 * text, decisions by fingerprint and answer. Who and when do not count. O(n log n).
 */
export function compareDocuments(mine: KanwuDocument, theirs: KanwuDocument, most = 200): Comparison {
  const a = entriesOf(mine);
  const b = entriesOf(theirs);
  const only = (side: Difference['side'], own: Entries, other: Entries): Difference[] =>
    [...own].flatMap(([key, entry]) => (other.has(key) ? [] : [{ ...entry, side }]));
  const differences = [...only('mine', a, b), ...only('theirs', b, a)];
  differences.sort((x, y) => x.at - y.at || COMPARED.indexOf(x.what) - COMPARED.indexOf(y.what));
  const count = (what: Compared, side: Difference['side']) =>
    differences.filter(difference => difference.what === what && difference.side === side).length;
  const both = (what: Compared) => ({ mine: count(what, 'mine'), theirs: count(what, 'theirs') });
  return {
    counts: { correction: both('correction'), mention: both('mention'), decision: both('decision') },
    differences: differences.slice(0, most),
  };
}

type Entries = ReadonlyMap<string, Omit<Difference, 'side'>>;

function entriesOf(document: KanwuDocument): Entries {
  const entries = new Map<string, Omit<Difference, 'side'>>();
  const { text } = document.source;
  for (const { from, to, replacement } of corrections(document)) {
    const key = JSON.stringify(['correction', from, to, replacement]);
    entries.set(key, {
      what: 'correction',
      at: from,
      answer: null,
      text: inPlace(text, from, to, replacement),
    });
  }
  for (const { type, source, text: words } of storedMentions(document)) {
    const key = JSON.stringify(['mention', type, source.start, source.end, words]);
    entries.set(key, { what: 'mention', at: source.start, text: `${type} ${words}`, answer: null });
  }
  for (const [fingerprint, { answer, at, quote }] of document.decisions) {
    const key = JSON.stringify(['decision', fingerprint, answer]);
    entries.set(key, { what: 'decision', at, text: quote, answer });
  }
  return entries;
}

/** Code units of text shown on either side of a correction. */
const AROUND = 5;

function inPlace(text: string, from: number, to: number, replacement: string): string {
  const before = shown(text.slice(Math.max(0, from - AROUND), from), '');
  const after = shown(text.slice(to, to + AROUND), '');
  return `${before}〔${shown(text.slice(from, to))} → ${shown(replacement)}〕${after}`;
}

/** Line ends as a mark, and of long text its ends. */
function shown(text: string, nothing = '∅'): string {
  const line = text.replace(/\r\n|[\n\r]/g, '⏎');
  return line === '' ? nothing : line.length > 40 ? `${line.slice(0, 20)}…${line.slice(-18)}` : line;
}
