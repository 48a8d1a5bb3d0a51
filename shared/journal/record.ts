import type { Change } from '../document/change';
import type { Decision } from '../document/decision';
import type { Entity } from '../document/entity';
import type { Selection } from '../document/history';
import type { Orphan } from '../document/orphan';
import type { Origin } from '../document/piece';
import type { Tagset } from '../document/tagset';
import type { BlockCode, RunCode } from './blockCode';

/** Version of the records below. A journal of another version is kept, listed and not replayed. */
export const JOURNAL_VERSION = 1;

/**
 * A patch: its place, how many blocks it replaces, the length of their text (a check that it is the same document),
 * and what comes in their stead. `CONTINUED` in the first place: more blocks of the patch before.
 */
export type PatchCode = readonly [at: number, count: number, length: number, after: readonly BlockCode[]];
export const CONTINUED = -1;

/** `[anchor index, anchor offset, focus index, focus offset]`. */
export type SelectionCode = readonly [number, number, number, number] | null;

/** What a change holds beside its patches, as it is. */
export type ChangeRest = Omit<Change, 'patches'>;
export type ChangeCode = Partial<ChangeRest> & { readonly p: readonly PatchCode[] };

export type JournalRecord =
  /**
   * Of the text the journal begins with: how many blocks it has, and their length. Differs if parsing has changed since.
   * `tagset` where it began with other types than Kanwu's own: the editor may have set others since.
   */
  | { readonly t: 'base'; readonly blocks: number; readonly length: number; readonly tagset?: Tagset }
  /** Patches of change number `c` of the step that follows, too many for one record. */
  | {
      readonly t: 'part';
      readonly c: number;
      readonly o: readonly Origin[];
      readonly p: readonly PatchCode[];
    }
  /** One step of the history; nothing of it counts until this record is there. */
  | {
      readonly t: 'step';
      readonly label: string;
      /** Milliseconds since the epoch. */
      readonly at: number;
      readonly b: SelectionCode;
      readonly a: SelectionCode;
      /** Whether typing may join the step before. */
      readonly j: 0 | 1;
      readonly o: readonly Origin[];
      readonly changes: readonly ChangeCode[];
    }
  | { readonly t: 'undo' }
  | { readonly t: 'redo' }
  /** The state of this moment is about to be written to the annotation file. */
  | { readonly t: 'mark'; readonly n: number }
  /** That state is being written to `path`; SHA-256 of the file it makes. */
  | { readonly t: 'saving'; readonly n: number; readonly hash: string; readonly path: string }
  /** It was written. */
  | { readonly t: 'saved'; readonly hash: string }
  /** How to come from this state to the one last saved (`changes`), whose file has this hash. Ends a compacted journal. */
  | {
      readonly t: 'savedAs';
      readonly hash: string | null;
      /** Steps, undos and redos made since. */
      readonly unsaved: number;
      readonly o: readonly Origin[];
      readonly changes: readonly ChangeCode[];
    }
  /** The editor gave up what was done since the last save. */
  | { readonly t: 'dropped' }
  /** No unsaved work: the document is as saved, or was closed so. */
  | { readonly t: 'clean' }
  /** Whether its unsaved work waits on the welcome screen and is not brought up by opening the file. */
  | { readonly t: 'aside'; readonly on: boolean }
  /** Blocks of the snapshot that follows, in order. */
  | { readonly t: 'blocks'; readonly o: readonly Origin[]; readonly b: readonly BlockCode[] }
  /** A whole document, in place of the base: a compacted journal begins with it. */
  | {
      readonly t: 'snapshot';
      readonly o: readonly Origin[];
      readonly lead: RunCode;
      readonly decisions: readonly (readonly [string, Decision])[];
      readonly entities: readonly (readonly [string, Entity])[];
      readonly tagset: Tagset;
      readonly issueDate: string | null;
      /** Absent in journals of before they were part of the document: then those of the base stand. */
      readonly orphans?: readonly Orphan[];
    };

/** Begins every record that is work of the editor; main tells by it whether a journal holds unsaved work. */
export const WORK_RECORD = /^\{"t":"(?:step|undo|redo)"/;

export function encodeSelection(selection: Selection | null): SelectionCode {
  if (!selection) return null;
  const { anchor, focus } = selection;
  return [anchor.index, anchor.offset, focus.index, focus.offset];
}

export function decodeSelection(code: SelectionCode): Selection | null {
  if (!code) return null;
  return { anchor: { index: code[0], offset: code[1] }, focus: { index: code[2], offset: code[3] } };
}
