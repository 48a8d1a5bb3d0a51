import { drained } from '../steps/drained';
import { documentPieces, type KanwuDocument } from './document';
import { type Origin, type Piece, pieceLength, pushPiece, type ReplacedPiece } from './piece';

/** One difference between source and working text. */
export interface Correction extends Origin {
  /** Source range replaced, UTF-16 code units; empty where something was put in. */
  readonly from: number;
  readonly to: number;
  readonly replacement: string;
}

/**
 * The corrections in source order, read off the pieces; edits that meet at the edge of two blocks are one, as within
 * a block. O(pieces).
 */
export function corrections(document: KanwuDocument): Correction[] {
  return correctionsOf(documentPieces(document), document.source.text);
}

/** The same of pieces that cover a source text. */
export function correctionsOf(all: Iterable<Piece>, source: string): Correction[] {
  return drained(correctionsInSteps(all, source));
}

/** Pieces taken between two pauses: about a millisecond. */
const SLICE = 5000;

/** The same with pauses, for a window that has to stay alive over a long text. */
export function* correctionsInSteps(
  all: Iterable<Piece>,
  source: string,
): Generator<undefined, Correction[]> {
  const pieces: Piece[] = [];
  let count = 0;
  for (const piece of all) {
    pushPiece(pieces, piece, source);
    if (++count % SLICE === 0) yield undefined;
  }
  return pieces.flatMap(piece => (piece.text === undefined ? [] : [smallest(piece, source)]));
}

/**
 * The correction a replacement makes, without what its text and the source have in common at either end. A join is all of
 * the separator it took out, for that is what reopening puts back.
 */
function smallest({ from, to, text, origin }: ReplacedPiece, source: string): Correction {
  const most = origin.kind === 'join' ? 0 : Math.min(text.length, to - from);
  let head = 0;
  while (head < most && text.charCodeAt(head) === source.charCodeAt(from + head)) head++;
  if (isHighSurrogate(text.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (tail < most - head && text.charCodeAt(text.length - 1 - tail) === source.charCodeAt(to - 1 - tail))
    tail++;
  if (isLowSurrogate(text.charCodeAt(text.length - tail))) tail--;
  return {
    from: from + head,
    to: to - Math.max(0, tail),
    replacement: text.slice(head, text.length - Math.max(0, tail)),
    ...origin,
  };
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Applies corrections (in source order, disjoint) to a source text: the working text. */
export function applyCorrections(source: string, list: readonly Correction[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, replacement } of list) {
    parts.push(source.slice(at, from), replacement);
    at = to;
  }
  parts.push(source.slice(at));
  return parts.join('');
}

/** The pieces that corrections in source order make of a source of `length` code units. */
export function piecesOf(length: number, list: readonly Correction[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to, replacement, kind, who, when, why } of list) {
    if (at < from) pieces.push({ from: at, to: from });
    const origin: Origin = why === undefined ? { kind, who, when } : { kind, who, when, why };
    pieces.push({ from, to, text: replacement, origin });
    at = to;
  }
  if (at < length) pieces.push({ from: at, to: length });
  return pieces;
}

/**
 * Maps between offsets of the working text and of the source. On kept text it is a bijection; inside a replacement
 * either side maps to the edges of what it replaced.
 */
export class SourceMap {
  private readonly pieces: readonly Piece[];
  /** Working offset at which each piece begins. */
  private readonly starts: Float64Array;

  constructor(document: KanwuDocument) {
    this.pieces = [...documentPieces(document)];
    this.starts = new Float64Array(this.pieces.length + 1);
    this.pieces.forEach((piece, n) => {
      this.starts[n + 1] = (this.starts[n] ?? 0) + pieceLength(piece);
    });
  }

  /** Source offset of working `offset`. `side` says which edge of a replacement counts. O(log pieces). */
  toSource(offset: number, side: 'start' | 'end'): number {
    const n = side === 'start' ? this.lastStartingAt(offset) : this.firstEndingAt(offset);
    const piece = this.pieces[n];
    if (!piece) return 0;
    if (piece.text === undefined) return piece.from + (offset - (this.starts[n] ?? 0));
    if (side === 'end') return offset <= (this.starts[n] ?? 0) ? piece.from : piece.to;
    return offset >= (this.starts[n + 1] ?? 0) ? piece.to : piece.from;
  }

  /** Working offset of source `position`; inside what was replaced, where its replacement begins. O(log pieces). */
  toWorking(position: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieces[middle]?.from ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    const piece = this.pieces[low];
    const start = this.starts[low] ?? 0;
    if (!piece) return 0;
    if (piece.text !== undefined) return position >= piece.to ? start + piece.text.length : start;
    return start + Math.min(position, piece.to) - piece.from;
  }

  /** The last piece with text that starts at or before `offset`, so that a start lies in what follows it. */
  private lastStartingAt(offset: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The first piece that ends at or after `offset`, so that an end lies in what precedes it. */
  private firstEndingAt(offset: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle + 1] ?? 0) >= offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
