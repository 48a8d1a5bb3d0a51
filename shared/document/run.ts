import { type Piece, pieceLength, pushPiece } from './piece';

/** A stretch of working text with the pieces it is made of. */
export interface Run {
  readonly pieces: readonly Piece[];
  readonly text: string;
}

export const EMPTY_RUN: Run = { pieces: [], text: '' };

/** Source `[from, to)` unchanged. */
export function keptRun(source: string, from: number, to: number): Run {
  return from === to ? EMPTY_RUN : { pieces: [{ from, to }], text: source.slice(from, to) };
}

export function runOf(pieces: readonly Piece[], source: string): Run {
  const settled: Piece[] = [];
  for (const piece of pieces) pushPiece(settled, piece, source);
  return settled.length === 0 ? EMPTY_RUN : { pieces: settled, text: textOf(settled, source) };
}

function textOf(pieces: readonly Piece[], source: string): string {
  let text = '';
  for (const piece of pieces) text += piece.text ?? source.slice(piece.from, piece.to);
  return text;
}

export function concatRuns(runs: readonly Run[], source: string): Run {
  const filled = runs.filter(run => run.pieces.length > 0);
  if (filled.length === 0) return EMPTY_RUN;
  if (filled.length === 1 && filled[0]) return filled[0];
  const pieces: Piece[] = [];
  for (const run of filled) for (const piece of run.pieces) pushPiece(pieces, piece, source);
  if (pieces.length === 0) return EMPTY_RUN;
  return { pieces, text: filled.map(run => run.text).join('') };
}

/**
 * Cuts before the code unit at `offset` (0 … length). What a deletion left at the cut (a piece without text) stays
 * on the left. A cut inside a replacement gives the replaced source range to the left half.
 */
export function cutRun(run: Run, offset: number): readonly [Run, Run] {
  if (run.pieces.length === 0) return [EMPTY_RUN, EMPTY_RUN];
  const left: Piece[] = [];
  const right: Piece[] = [];
  let at = 0;
  for (const piece of run.pieces) {
    const length = pieceLength(piece);
    const end = at + length;
    if (end <= offset) left.push(piece);
    else if (at >= offset) right.push(piece);
    else {
      const k = offset - at;
      if (piece.text === undefined) {
        left.push({ from: piece.from, to: piece.from + k });
        right.push({ from: piece.from + k, to: piece.to });
      } else {
        left.push({ ...piece, text: piece.text.slice(0, k) });
        right.push({ ...piece, from: piece.to, text: piece.text.slice(k) });
      }
    }
    at = end;
  }
  return [
    left.length === 0 ? EMPTY_RUN : { pieces: left, text: run.text.slice(0, offset) },
    right.length === 0 ? EMPTY_RUN : { pieces: right, text: run.text.slice(offset) },
  ];
}

/** Position in the source of the working offset; inside a replacement, the start of what was replaced. */
export function runSourcePosition(run: Run, offset: number): number | undefined {
  let at = 0;
  let last: number | undefined;
  for (const piece of run.pieces) {
    const length = pieceLength(piece);
    if (offset < at + length) return piece.text === undefined ? piece.from + (offset - at) : piece.from;
    at += length;
    last = piece.to;
  }
  return last;
}

/**
 * Where the not empty `[start, end)` of a run stands in the source; an edge inside a replacement is the edge of what was
 * replaced. As `SourceMap` has it, without a map of the whole document.
 */
export function runSourceRange(
  run: Run,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  let at = 0;
  let from = 0;
  for (const piece of run.pieces) {
    const next = at + pieceLength(piece);
    const kept = piece.text === undefined;
    if (at <= start && start < next) from = kept ? piece.from + (start - at) : piece.from;
    if (at < end && end <= next) return { start: from, end: kept ? piece.from + (end - at) : piece.to };
    at = next;
  }
  return { start: from, end: from };
}
