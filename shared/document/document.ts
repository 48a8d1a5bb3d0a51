import type { Block } from './block';
import type { Decisions } from './decision';
import type { Register } from './entity';
import type { Orphan } from './orphan';
import type { Piece } from './piece';
import type { Run } from './run';
import type { Source } from './source';
import { inPair } from './surrogatePair';
import type { Tagset } from './tagset';

/** Text, corrections, mentions, entities and decisions of one file: plain immutable data. Never without a block. */
export interface KanwuDocument {
  readonly source: Source;
  /** Blank lines before the first block. */
  readonly lead: Run;
  readonly blocks: readonly Block[];
  readonly decisions: Decisions;
  readonly tagset: Tagset;
  /** What mentions refer to. */
  readonly entities: Register;
  /** The day the text appeared, `YYYY-MM-DD`; what "yesterday" or "2月23日" is reckoned from. Null where not known. */
  readonly issueDate: string | null;
  /** Mentions without a place in the text; they stay with the document until the editor places or deletes them. */
  readonly orphans: readonly Orphan[];
}

/** A place in the text: a block by its index, and a UTF-16 offset into its text. */
export interface Spot {
  readonly index: number;
  readonly offset: number;
}

export function compareSpots(a: Spot, b: Spot): number {
  return a.index - b.index || a.offset - b.offset;
}

/** The block at an index that is known to exist; a programming error otherwise. */
export function blockAt(document: KanwuDocument, index: number): Block {
  const block = document.blocks[index];
  if (!block) throw new RangeError(`no block ${index} of ${document.blocks.length}`);
  return block;
}

/**
 * Index of a block by id, -1 when it is gone. Looks outward from `near`, for callers nearly always know about where
 * it was: O(distance), no table to keep.
 */
export function indexOfBlock(document: KanwuDocument, id: string, near = 0): number {
  const { blocks } = document;
  const start = Math.max(0, Math.min(blocks.length - 1, near));
  for (let d = 0; d < blocks.length; d++) {
    if (blocks[start + d]?.id === id) return start + d;
    if (blocks[start - d]?.id === id) return start - d;
    if (start + d >= blocks.length && start - d < 0) return -1;
  }
  return -1;
}

/**
 * Position in the source just before the block at `index`: where the piece before it ends. Looks back past blocks
 * without pieces, so O(1) but for runs of empty ones.
 */
export function sourceBefore(document: KanwuDocument, index: number): number {
  for (let i = index - 1; i >= 0; i--) {
    const { marker, body, gap } = blockAt(document, i);
    const end = lastEnd(gap) ?? lastEnd(body) ?? lastEnd(marker);
    if (end !== undefined) return end;
  }
  return lastEnd(document.lead) ?? 0;
}

/** Source position at which a run's last piece ends; undefined for an empty run. */
export function lastEnd(run: Run): number | undefined {
  return run.pieces[run.pieces.length - 1]?.to;
}

/** The offset, moved back where it lies inside a surrogate pair or outside the text. */
export function outOfPair(text: string, offset: number): number {
  const at = Math.max(0, Math.min(text.length, offset));
  return inPair(text, at) ? at - 1 : at;
}

/** All pieces in order. By the invariant of `piece.ts` they cover the source exactly once. */
export function* documentPieces(document: KanwuDocument): Generator<Piece> {
  yield* document.lead.pieces;
  for (const block of document.blocks) {
    yield* block.marker.pieces;
    yield* block.body.pieces;
    yield* block.gap.pieces;
  }
}

/** The working text, as a plain-text edition writes it. */
export function workingText(document: KanwuDocument): string {
  const parts = [document.lead.text];
  for (const { marker, body, gap } of document.blocks) {
    if (marker.text) parts.push(marker.text);
    parts.push(body.text);
    if (gap.text) parts.push(gap.text);
  }
  return parts.join('');
}
