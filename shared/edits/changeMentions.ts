import type { Change, Patch } from '../document/change';
import type { KanwuDocument } from '../document/document';
import type { Mention } from '../document/mention';
import { mentionPatch } from './tagging';

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
  const patches: Patch[] = [];
  for (const [index, ids] of [...byBlock].sort(([a], [b]) => a - b)) {
    const block = document.blocks[index];
    if (!block) continue;
    let touched = false;
    const after: Mention[] = [];
    for (const mention of block.mentions) {
      const next = ids.has(mention.id) ? become(mention) : mention;
      if (next !== mention) touched = true;
      if (next) after.push(next);
    }
    if (touched) patches.push(mentionPatch(block, index, after));
  }
  return { patches, decisions: [] };
}
