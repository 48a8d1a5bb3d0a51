import type { DismissedName, Suggestion } from '../../shared/suggesters';
import type { BlocksPart, TextPatch } from '../detection/protocol';

/** A name with its type; also how one is named that is no longer known. */
export interface TypedName {
  readonly text: string;
  readonly type: string;
}

export type ToSuggester =
  | { readonly type: 'load'; readonly lexicon: string; readonly model: string }
  | BlocksPart
  /** A document was opened; all of its blocks have come before. */
  | {
      readonly type: 'open';
      readonly generation: number;
      /** The block on screen, about which suggestions are wanted first. */
      readonly near: number;
      /** Suggestions below this confidence are not made. */
      readonly least: number;
    }
  | { readonly type: 'change'; readonly generation: number; readonly patches: readonly TextPatch[] }
  /** Names tagged in the document that were not before, and such as no mention has any more; all that are dismissed. */
  | {
      readonly type: 'names';
      readonly generation: number;
      readonly added: readonly TypedName[];
      readonly removed: readonly TypedName[];
      readonly dismissed: readonly DismissedName[];
    }
  /** What is known besides: JSON of `OtherNames` (see there), replacing what was sent before. */
  | { readonly type: 'others'; readonly names: string; readonly gazetteers: readonly string[] }
  | { readonly type: 'least'; readonly generation: number; readonly least: number }
  | { readonly type: 'close' };

export type FromSuggester =
  /** All suggestions in these blocks now; other blocks keep theirs. */
  | {
      readonly type: 'suggestions';
      readonly generation: number;
      readonly blocks: readonly (readonly [id: string, suggestions: readonly Suggestion[]])[];
    }
  /** Share of the document looked at, 0–1; 1 when nothing is left to do. */
  | { readonly type: 'progress'; readonly generation: number; readonly done: number }
  | { readonly type: 'failed'; readonly message: string };
