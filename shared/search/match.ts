import type { Block } from '../document/block';
import { compareSpots, type KanwuDocument, type Spot } from '../document/document';
import type { Selection } from '../document/history';

/**
 * A place that was looked for. `last` is `index`, but for a match across a suspected break: that one is found in the
 * text as it would be joined, begins in one block and ends in a later one.
 */
export interface Match {
  readonly index: number;
  readonly start: number;
  readonly last: number;
  readonly end: number;
  /** The blocks it was found in: where the document has others at their indices, the match is out of date. */
  readonly block: Block;
  readonly lastBlock: Block;
}

export function isAcross(match: Match): boolean {
  return match.index !== match.last;
}

/** Whether the text is still what the match was found in. */
export function isCurrentIn(document: KanwuDocument, match: Match): boolean {
  const { blocks } = document;
  return blocks[match.index] === match.block && blocks[match.last] === match.lastBlock;
}

export function startSpot({ index, start }: Match): Spot {
  return { index, offset: start };
}

export function selectionOfMatch(match: Match): Selection {
  return { anchor: startSpot(match), focus: { index: match.last, offset: match.end } };
}

/** Position of the first match that begins at the spot or after it; `matches.length` where there is none. */
export function firstFrom(matches: readonly Match[], spot: Spot): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const match = matches[middle];
    if (match && compareSpots(startSpot(match), spot) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Position of the match at the same place, -1 where it is no longer one. */
export function placeIn(matches: readonly Match[], match: Match): number {
  const at = firstFrom(matches, startSpot(match));
  const found = matches[at];
  return found && compareSpots(startSpot(found), startSpot(match)) === 0 ? at : -1;
}
