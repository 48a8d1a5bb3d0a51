import { blockLength } from '../shared/document/block';
import type { KanwuDocument } from '../shared/document/document';

/** Where a block's text starts in the working text (UTF-16 offset), and that text. */
export interface BlockPlace {
  readonly start: number;
  readonly text: string;
}

/** Counted from 1; columns in UTF-16 code units, as editors count them. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** The places of a document's blocks by id. Of a document as it was opened the working text is the source. O(blocks). */
export function blockPlaces(document: KanwuDocument): Map<string, BlockPlace> {
  const places = new Map<string, BlockPlace>();
  let at = document.lead.text.length;
  for (const block of document.blocks) {
    places.set(block.id, { start: at + block.marker.text.length, text: block.body.text });
    at += blockLength(block);
  }
  return places;
}

/** Tells line and column of offsets into `text`; LF, CRLF and CR end a line. O(length), then O(log lines) each. */
export function lineCounter(text: string): (offset: number) => LineColumn {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|\n|\r/g)) starts.push(found.index + found[0].length);
  return offset => {
    const line = lastAtOrBefore(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

function lastAtOrBefore(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
