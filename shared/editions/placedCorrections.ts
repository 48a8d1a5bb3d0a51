import { blockLength } from '../document/block';
import type { Correction } from '../document/corrections';
import type { KanwuDocument } from '../document/document';
import type { ExportPart } from '../exports/exportFormat';
import { PAUSE } from '../exports/flatText';
import { madeCorrections } from '../exports/madeCorrections';

/** A correction and where it stands in the text as corrected. */
export interface PlacedCorrection {
  /** Counted from 1, in the order of the text. */
  readonly number: number;
  readonly correction: Correction;
  /** What stood there before; line ends as in the source. */
  readonly before: string;
  /** Index of the block. A correction that reaches over several is placed in the first. */
  readonly block: number;
  /** UTF-16 offsets into the block's text; equal where something was taken out, or changed between blocks. */
  readonly start: number;
  readonly end: number;
}

/** Corrections placed between two pauses. */
const SLICE = 5000;

/** The corrections of a document with their places, with pauses in which nothing is written. O(pieces + blocks). */
export function* placedCorrections(document: KanwuDocument): Generator<ExportPart, PlacedCorrection[]> {
  const { blocks, source } = document;
  const placed: PlacedCorrection[] = [];
  let shift = 0;
  let index = 0;
  let at = document.lead.text.length;
  for (const correction of yield* madeCorrections(document)) {
    const { from, to, replacement } = correction;
    const start = from + shift;
    const end = start + replacement.length;
    shift = end - to;
    for (let block = blocks[index]; block && index < blocks.length - 1; block = blocks[index]) {
      const next = at + blockLength(block);
      if (start < next) break;
      at = next;
      index++;
    }
    const block = blocks[index];
    const text = at + (block?.marker.text.length ?? 0);
    const inText = (offset: number) => Math.max(0, Math.min(offset - text, block?.body.text.length ?? 0));
    placed.push({
      number: placed.length + 1,
      correction,
      before: source.text.slice(from, to),
      block: index,
      start: inText(start),
      end: inText(end),
    });
    if (placed.length % SLICE === 0) yield PAUSE;
  }
  return placed;
}
