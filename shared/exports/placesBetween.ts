import { blockAt, indexOfBlock, type KanwuDocument, lastEnd, sourceBefore } from '../document/document';
import { pieceLength } from '../document/piece';
import { type Run, runSourcePosition } from '../document/run';
import type { LossPlace } from './exportFormat';

/**
 * Turns places of one document into those of another over the same source: what was lost in the original text is to be
 * found in the text that is open. A place that is not there any more stays named, without a way to it.
 */
export function placesBetween(from: KanwuDocument, to: KanwuDocument): (place: LossPlace) => LossPlace {
  let near = 0;
  return place => {
    if (place.block === null) return place;
    near = Math.max(0, indexOfBlock(from, place.block, near));
    const block = blockAt(from, near);
    const at = runSourcePosition(block.body, place.start);
    if (at === undefined) return { ...place, block: null };
    const target = to.blocks[blockAtSource(to, at)];
    if (!target) return { ...place, block: null };
    const end = runSourcePosition(block.body, Math.max(place.start, place.end - 1)) ?? at;
    const start = workingOffset(target.body, at);
    return { ...place, block: target.id, start, end: Math.max(start, workingOffset(target.body, end + 1)) };
  };
}

/** Index of the block a source position lies in. O(log blocks). */
function blockAtSource(document: KanwuDocument, position: number): number {
  let low = 0;
  let high = document.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sourceBefore(document, middle) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Offset into a run's text of a source position: the run's end where it lies behind, its start where before. */
function workingOffset(run: Run, position: number): number {
  let at = 0;
  for (const piece of run.pieces) {
    if (position < piece.to) {
      return piece.text === undefined ? at + Math.max(0, position - piece.from) : at;
    }
    at += pieceLength(piece);
  }
  return lastEnd(run) === undefined ? 0 : at;
}
