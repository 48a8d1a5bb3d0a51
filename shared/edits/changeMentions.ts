import type { Change } from '../document/change';
import type { KanwuDocument } from '../document/document';
import type { Mention } from '../document/mention';
import { patchMentions } from './patchMentions';

/** A mention by the index of its block and its id. */
export interface MentionPlace {
  readonly index: number;
  readonly id: string;
}

/**
 * The change of many mentions at once, one patch a block; null takes a mention away, and places that are gone are passed
 * over. Blocks whose mentions all stay the same are left out. O(places log places + mentions of their blocks).
 */
export function changeMentions(
  document: KanwuDocument,
  places: readonly MentionPlace[],
  become: (mention: Mention) => Mention | null,
): Change {
  const byBlock = new Map<number, Set<string>>();
  for (const { index, id } of places) {
    const ids = byBlock.get(index);
    if (ids) ids.add(id);
    else byBlock.set(index, new Set([id]));
  }
  const indices = [...byBlock.keys()].sort((a, b) => a - b);
  const patches = patchMentions(
    document.blocks,
    (mention, index) => (byBlock.get(index)?.has(mention.id) ? become(mention) : mention),
    indices,
  );
  return { patches, decisions: [] };
}
