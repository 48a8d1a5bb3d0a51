import type { TextBlock } from '../../shared/document/textBlock';
import type { Finding, FindingKind } from '../../shared/findings/finding';

/** One stretch of blocks replaced, as `Patch` but with what detectors see only. */
export interface TextPatch {
  readonly at: number;
  readonly removed: number;
  readonly inserted: readonly TextBlock[];
}

/** How many blocks from its start stand for a document that is about to be opened. */
export const BEGINNING = 240;

/** A part of the blocks of a document that is about to be opened, in order. */
export interface BlocksPart {
  readonly type: 'blocks';
  readonly generation: number;
  readonly blocks: readonly TextBlock[];
}

export type ToWorker =
  /** The word list's asset, UTF-8. */
  | { readonly type: 'lexicon'; readonly bytes: ArrayBuffer }
  /**
   * A document is about to be opened: its first blocks, at most `BEGINNING`, which are on the screen before all of a long text has
   * crossed.
   */
  | { readonly type: 'begin'; readonly generation: number; readonly beginning: readonly TextBlock[] }
  | BlocksPart
  /** A document was opened; all of its blocks have come before. */
  | { readonly type: 'open'; readonly generation: number }
  /** The document changed; patches of one change, ascending, indices before the change. */
  | { readonly type: 'change'; readonly generation: number; readonly patches: readonly TextPatch[] }
  | { readonly type: 'close' };

export type FromWorker =
  /** All findings of these kinds in the blocks `ids` now; other kinds and other blocks keep theirs. */
  | {
      readonly type: 'findings';
      readonly generation: number;
      readonly ids: readonly string[];
      readonly kinds: readonly FindingKind[];
      readonly findings: readonly Finding[];
    }
  /** Share of the document looked at, 0–1; 1 when all of it is. */
  | { readonly type: 'progress'; readonly generation: number; readonly done: number }
  | { readonly type: 'failed'; readonly message: string };
