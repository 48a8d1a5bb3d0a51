import { type Change, NO_CHANGE } from '../document/change';
import type { KanwuDocument } from '../document/document';
import type { Orphan } from '../document/orphan';
import type { EditContext } from './context';
import { addMention } from './tagging';

/** The orphans added to those the document has. */
export function addOrphans({ orphans }: KanwuDocument, added: readonly Orphan[]): Change {
  if (added.length === 0) return NO_CHANGE;
  return { ...NO_CHANGE, orphans: { at: orphans.length, before: [], after: added } };
}

/** The orphan taken out of the document; no change where it is not among its orphans. */
export function deleteOrphan({ orphans }: KanwuDocument, orphan: Orphan): Change {
  const at = orphans.indexOf(orphan);
  return at < 0 ? NO_CHANGE : { ...NO_CHANGE, orphans: { at, before: [orphan], after: [] } };
}

/**
 * Tags a range of a block's text as the orphan says, with all that was recorded with it, in the place of the orphan. No
 * change where nothing can be tagged there.
 */
export function placeOrphan(
  document: KanwuDocument,
  index: number,
  from: number,
  to: number,
  orphan: Orphan,
  context: EditContext,
): Change {
  const { type, entity, note, normal, attributes } = orphan;
  const { change, mention } = addMention(document, index, from, to, type, context);
  if (!mention) return NO_CHANGE;
  const details = {
    ...(entity === undefined ? {} : { entity }),
    ...(note === undefined ? {} : { note }),
    ...(normal === undefined ? {} : { normal }),
    ...(attributes === undefined ? {} : { attributes }),
  };
  const patches = change.patches.map(patch => ({
    ...patch,
    after: patch.after.map(block => ({
      ...block,
      mentions: block.mentions.map(each => (each.id === mention.id ? { ...each, ...details } : each)),
    })),
  }));
  return { ...change, ...deleteOrphan(document, orphan), patches };
}
