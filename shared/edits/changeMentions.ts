import type { Change } from '../document/change';
import type { KanwuDocument } from '../document/document';
import type { Mention } from '../document/mention';
import { drained } from '../steps/drained';
import { retold } from '../steps/retold';
import { patchingMentions } from './patchMentions';

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
  places: Iterable<MentionPlace>,
  become: (mention: Mention) => Mention | null,
): Change {
  return drained(changingMentions(document, places, become));
}

/** Places gathered between two pauses. */
const STRIDE = 1000;

/** The same, pausing by yielding the share of the work done, 0–1, where `count` places are told of. */
export function* changingMentions(
  { blocks }: KanwuDocument,
  places: Iterable<MentionPlace>,
  become: (mention: Mention) => Mention | null,
  count = 1,
): Generator<number, Change> {
  const byBlock = new Map<number, Set<string>>();
  let gathered = 0;
  for (const { index, id } of places) {
    const ids = byBlock.get(index);
    if (ids) ids.add(id);
    else byBlock.set(index, new Set([id]));
    if (++gathered % STRIDE === 0) yield Math.min(0.5, gathered / count / 2);
  }
  const indices = [...byBlock.keys()].sort((a, b) => a - b);
  const work = patchingMentions(
    blocks,
    (mention, index) => (byBlock.get(index)?.has(mention.id) ? become(mention) : mention),
    indices,
  );
  const patches = yield* retold(work, looked => 0.5 + looked / indices.length / 2);
  return { patches, decisions: [] };
}
