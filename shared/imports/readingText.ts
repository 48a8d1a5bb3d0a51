import { type Correction, correctionsInSteps } from '../document/corrections';
import type { IdentifierScheme } from '../document/entity';
import type { Origin, Piece } from '../document/piece';
import { sortedInSlices } from '../document/sortedInSlices';
import { GrowingText } from '../steps/growingText';
import { retold } from '../steps/retold';
import type { ImportedMention } from './importFormat';

/** Code units of context kept on either side of a mention. */
const CONTEXT = 16;
/** Mentions taken between two pauses: a millisecond or two. */
const SLICE = 1000;

/** Where a mention stands in the corrected text, with what its format says of it. */
export type PlacedMention = Omit<ImportedMention, 'position' | 'quote' | 'prefix' | 'suffix'> & {
  readonly start: number;
  readonly end: number;
};

/** A text under construction from left to right: what the source has, and what was put in its place. */
export class ReadingText {
  readonly #source = new GrowingText();
  readonly #working = new GrowingText();
  readonly #pieces: Piece[] = [];

  /** Length of the corrected text so far, UTF-16 code units. */
  get length(): number {
    return this.#working.length;
  }

  keep(text: string): void {
    if (text === '') return;
    const from = this.#source.length;
    this.#take(text, text);
    this.#pieces.push({ from, to: this.#source.length });
  }

  replace(before: string, after: string, origin: Origin): void {
    if (before === '' && after === '') return;
    const from = this.#source.length;
    this.#take(before, after);
    this.#pieces.push({ from, to: this.#source.length, text: after, origin });
  }

  #take(before: string, after: string): void {
    this.#source.add(before);
    this.#working.add(after);
  }

  /**
   * Source and corrected text, the corrections between them, and the mentions in the order of the text, outer ones first, with
   * their quotations. Yields now and then.
   */
  *finish(placed: readonly PlacedMention[]): Generator<number, FinishedText> {
    const text = this.#source.whole();
    yield 1;
    const working = this.#working.whole();
    yield 1;
    const mentions: ImportedMention[] = [];
    let taken = 0;
    for (const mention of yield* retold(sortedInSlices(placed, outermostFirst), () => 1)) {
      for (const found of mentionIn(working, mention)) mentions.push(found);
      if (++taken % SLICE === 0) yield 1;
    }
    const corrections = yield* retold(correctionsInSteps(this.#pieces, text), () => 1);
    return { text, corrections, mentions };
  }
}

export interface FinishedText {
  readonly text: string;
  readonly corrections: readonly Correction[];
  readonly mentions: readonly ImportedMention[];
}

function outermostFirst(a: PlacedMention, b: PlacedMention): number {
  return a.start - b.start || b.end - a.end;
}

/** Nothing where only white space would be left. */
function mentionIn(working: string, { start, end, ...rest }: PlacedMention): ImportedMention[] {
  const quoted = working.slice(start, end);
  const from = start + quoted.length - quoted.trimStart().length;
  const to = end - (quoted.length - quoted.trimEnd().length);
  if (from >= to) return [];
  return [
    {
      ...rest,
      position: { start: from, end: to },
      quote: working.slice(from, to),
      prefix: working.slice(Math.max(0, from - CONTEXT), from),
      suffix: working.slice(to, to + CONTEXT),
    },
  ];
}

/** What an authority's address identifies; null where it is none that we know. */
export function identifierOf(address: string): { scheme: IdentifierScheme; value: string } | null {
  const [, wikidata] = /wikidata\.org\/(?:wiki|entity)\/(Q\d+)/.exec(address) ?? [];
  if (wikidata) return { scheme: 'wikidata', value: wikidata };
  const [, viaf] = /viaf\.org\/viaf\/(\d+)/.exec(address) ?? [];
  if (viaf) return { scheme: 'viaf', value: viaf };
  const [, geonames] = /geonames\.org\/(\d+)/.exec(address) ?? [];
  return geonames ? { scheme: 'geonames', value: geonames } : null;
}
