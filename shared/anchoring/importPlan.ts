import { applyCorrections } from '../document/corrections';
import { CodePoints } from '../exports/codePoints';
import type { ImportedDocument, ImportedMention } from '../imports/importFormat';
import { type Anchored, anchorQuotes } from './anchorQuotes';

/** An imported mention with its place in a working text. */
export interface Placement {
  readonly mention: ImportedMention;
  readonly kind: 'exact' | 'moved';
  /** UTF-16 code units in the whole working text. */
  readonly start: number;
  readonly end: number;
  /** 0–1, see `quoteScore`. */
  readonly score: number;
}

/** Where the mentions of an imported document stand in a text, before anything is done. */
export interface ImportPlan {
  readonly imported: ImportedDocument;
  /** In the order of the import. */
  readonly placements: readonly Placement[];
  /** Those of each kind. */
  readonly exact: readonly Placement[];
  readonly moved: readonly Placement[];
  /** The types of all imported mentions, each once. */
  readonly types: ReadonlySet<string>;
  /** What has no place in the text. */
  readonly orphans: readonly ImportedMention[];
}

/** Mentions between two pauses: a millisecond or two. */
const SLICE = 2000;

/** Looks for the place of every imported mention in a working text. Yields the share done (0–1). */
export function* planImport(imported: ImportedDocument, text: string): Generator<number, ImportPlan> {
  const was = imported.text === null ? null : applyCorrections(imported.text, imported.corrections);
  const toUnits = imported.positionsCount === 'codePoints' ? unitsOf(was ?? text) : null;
  yield 0;
  const list: Anchored[] = [];
  for (const { position: given, quote, prefix, suffix } of imported.mentions) {
    const position = given && toUnits ? toUnits(given) : given;
    // A format that quotes nothing means whatever stands there.
    const words = quote === '' && position ? (was ?? text).slice(position.start, position.end) : quote;
    if (list.push({ position, quote: words, prefix, suffix }) % SLICE === 0) yield 0;
  }
  const anchored = yield* anchorQuotes(list, was, text);
  const placements: Placement[] = [];
  const ofKind: Record<Placement['kind'], Placement[]> = { exact: [], moved: [] };
  const orphans: ImportedMention[] = [];
  const types = new Set<string>();
  for (const [n, mention] of imported.mentions.entries()) {
    const place = anchored[n];
    types.add(mention.type);
    if (place && place.kind !== 'orphan') {
      const placement = { mention, ...place };
      placements.push(placement);
      ofKind[place.kind].push(placement);
    } else orphans.push(mention);
    if (n % SLICE === SLICE - 1) yield 1;
  }
  return { imported, placements, ...ofKind, types, orphans };
}

type Range = { readonly start: number; readonly end: number };

function unitsOf(text: string): (range: Range) => Range {
  const points = new CodePoints(text);
  return ({ start, end }) => ({ start: points.toUtf16(start), end: points.toUtf16(end) });
}
