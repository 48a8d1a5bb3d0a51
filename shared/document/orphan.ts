import type { Mention } from './mention';

/**
 * A mention without a place in the text, for the editor to place or to delete: what was imported and not found, or what an
 * annotation file says of a text that changed. `start` and `end` count in the text it was made in.
 */
export interface Orphan extends Mention {
  readonly text: string;
  /** What stood before and after it. */
  readonly prefix: string;
  readonly suffix: string;
  /** Its range in the source it was made in. */
  readonly source: { readonly start: number; readonly end: number };
}

/** `before` stands at index `at` of a document's orphans and becomes `after`. */
export interface OrphanPatch {
  readonly at: number;
  readonly before: readonly Orphan[];
  readonly after: readonly Orphan[];
}

/** The orphans after a patch. Throws where the patch does not belong to these. */
export function applyOrphanPatch(
  orphans: readonly Orphan[],
  { at, before, after }: OrphanPatch,
): readonly Orphan[] {
  if (at > orphans.length || before.some((orphan, n) => orphans[at + n] !== orphan)) {
    throw new Error('This change was made for another list of orphans.');
  }
  return [...orphans.slice(0, at), ...after, ...orphans.slice(at + before.length)];
}
