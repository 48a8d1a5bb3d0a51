import { type Piece, pieceLength } from '../document/piece';

export interface SourceRange {
  readonly start: number;
  readonly end: number;
  /** Whether the range is more than what was asked for, because it began or ended within a replacement. */
  readonly widened: boolean;
}

/**
 * The source range that `[start, end)` of a run's text stands for, the same as `SourceMap` gives; null where all of it
 * was put in and nothing of the source stands behind it. Inside a replacement the whole of what was replaced counts.
 * O(pieces of the run).
 */
export function sourceRangeOf(pieces: readonly Piece[], start: number, end: number): SourceRange | null {
  let at = 0;
  let from: number | null = null;
  let to = 0;
  let widened = false;
  for (const piece of pieces) {
    const pieceStart = at;
    at += pieceLength(piece);
    if (at <= start || pieceStart === at) continue;
    if (pieceStart >= end) break;
    if (piece.text === undefined) {
      from ??= piece.from + Math.max(0, start - pieceStart);
      to = piece.to - Math.max(0, at - end);
      continue;
    }
    from ??= piece.from;
    to = piece.to;
    if (piece.from < piece.to && (start > pieceStart || end < at)) widened = true;
  }
  return from === null || from >= to ? null : { start: from, end: to, widened };
}
