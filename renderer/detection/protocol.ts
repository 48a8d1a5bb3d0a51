import type { Source } from '../../shared/document/source';
import type { TextBlock } from '../../shared/document/textBlock';
import type { Finding, FindingKind } from '../../shared/findings/finding';

/** One stretch of blocks replaced, as `Patch` but with what detectors see only. */
export interface TextPatch {
  readonly at: number;
  readonly removed: number;
  readonly inserted: readonly TextBlock[];
}

export type ToWorker =
  | { readonly type: 'lexicon'; readonly url: string }
  /**
   * A document was opened. Its text crosses, not its blocks: parsing is deterministic, so the worker comes to the very
   * same block ids. `near` is the block on screen, where findings are wanted first.
   */
  | {
      readonly type: 'open';
      readonly generation: number;
      readonly source: Source;
      readonly annotations: string | null;
      readonly near: number;
    }
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
