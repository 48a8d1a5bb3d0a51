import { type Correction, correctionsOf } from '../document/corrections';
import type { IdentifierScheme } from '../document/entity';
import type { Origin, Piece } from '../document/piece';
import type { ImportedMention } from './importFormat';

/** Code units of context kept on either side of a mention. */
const CONTEXT = 16;

/** Where a mention stands in the corrected text, with what its format says of it. */
export type PlacedMention = Omit<ImportedMention, 'position' | 'quote' | 'prefix' | 'suffix'> & {
  readonly start: number;
  readonly end: number;
};

/** A text under construction from left to right: what the source has, and what was put in its place. */
export class ReadingText {
  readonly #source: string[] = [];
  readonly #working: string[] = [];
  readonly #pieces: Piece[] = [];
  #sourceLength = 0;
  #workingLength = 0;

  /** Length of the corrected text so far, UTF-16 code units. */
  get length(): number {
    return this.#workingLength;
  }

  keep(text: string): void {
    if (text === '') return;
    const from = this.#sourceLength;
    this.#take(text, text);
    this.#pieces.push({ from, to: this.#sourceLength });
  }

  replace(before: string, after: string, origin: Origin): void {
    if (before === '' && after === '') return;
    const from = this.#sourceLength;
    this.#take(before, after);
    this.#pieces.push({ from, to: this.#sourceLength, text: after, origin });
  }

  #take(before: string, after: string): void {
    this.#source.push(before);
    this.#working.push(after);
    this.#sourceLength += before.length;
    this.#workingLength += after.length;
  }

  /** Source and corrected text, the corrections between them, and the mentions with their quotations. */
  finish(placed: readonly PlacedMention[]): {
    readonly text: string;
    readonly corrections: readonly Correction[];
    readonly mentions: readonly ImportedMention[];
  } {
    const text = this.#source.join('');
    const working = this.#working.join('');
    const mentions = placed.flatMap(mention => mentionIn(working, mention));
    return { text, corrections: correctionsOf(this.#pieces, text), mentions };
  }
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
