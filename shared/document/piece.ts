import { TEXT_FINDING_KINDS } from '../findings/finding';

/**
 * Pieces: what the working text is made of. All pieces of a document, in order, cover the whole source exactly once
 * (`piece[i].to === piece[i + 1].from`), so the map source ↔ working text and the list of corrections are both
 * derived from them and can never disagree with the text. A piece table (Crowley, "Data Structures for Text
 * Sequences", 1998) with the replaced source range kept beside each insertion.
 */

/** What sort of edit made a correction; a finding's kind where the editor accepted a finding (a break's is `join`). */
export const CORRECTION_KINDS = [
  'edit',
  'paste',
  'cut',
  'split',
  'format',
  'series',
  'import',
  'join',
  ...TEXT_FINDING_KINDS,
] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

export interface Origin {
  readonly kind: CorrectionKind;
  readonly who: string;
  /** ISO 8601, UTC. */
  readonly when: string;
  /** The finding's reason, or the editor's note. */
  readonly why?: string;
}

/** Source `[from, to)` stands in the working text unchanged. Never empty. */
export interface KeptPiece {
  readonly from: number;
  readonly to: number;
  readonly text?: undefined;
}

/** Source `[from, to)` (may be empty) was replaced by `text` (may be empty, not both). */
export interface ReplacedPiece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly origin: Origin;
}

export type Piece = KeptPiece | ReplacedPiece;

/** Length of what the piece contributes to the working text, in UTF-16 code units. */
export function pieceLength(piece: Piece): number {
  return piece.text === undefined ? piece.to - piece.from : piece.text.length;
}

/**
 * Ordinary edits in one place are one correction; a join or an accepted finding stays its own. A replacement that a
 * block boundary had cut in two is one again when the halves meet.
 */
function mergeable(a: ReplacedPiece, b: ReplacedPiece): boolean {
  const ordinary = (kind: CorrectionKind) => kind === 'edit' || kind === 'cut' || kind === 'paste';
  if (a.origin.who !== b.origin.who) return false;
  if (ordinary(a.origin.kind) && ordinary(b.origin.kind)) return true;
  return b.from === b.to && a.origin.kind === b.origin.kind && a.origin.when === b.origin.when;
}

/** Appends to a list under construction, merging where two neighbours are one. `source` is the whole source text. */
export function pushPiece(list: Piece[], next: Piece, source: string): void {
  let piece = settle(next, source);
  if (!piece) return;
  const last = list[list.length - 1];
  if (last) {
    if (last.text === undefined && piece.text === undefined) {
      list[list.length - 1] = { from: last.from, to: piece.to };
      return;
    }
    if (last.text !== undefined && piece.text !== undefined && mergeable(last, piece)) {
      list.pop();
      const origin = piece.origin.when >= last.origin.when ? piece.origin : last.origin;
      piece = { from: last.from, to: piece.to, text: last.text + piece.text, origin };
      pushPiece(list, piece, source);
      return;
    }
  }
  list.push(piece);
}

/** A replacement by the very same text is no correction; one of nothing by nothing is nothing. */
function settle(piece: Piece, source: string): Piece | null {
  if (piece.text === undefined) return piece.from < piece.to ? piece : null;
  if (piece.from === piece.to) return piece.text === '' ? null : piece;
  if (piece.text.length === piece.to - piece.from && source.startsWith(piece.text, piece.from)) {
    return { from: piece.from, to: piece.to };
  }
  return piece;
}
