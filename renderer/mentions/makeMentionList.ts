import type { KanwuDocument } from '../../shared/document/document';
import { lastAtMost } from './lastAtMost';
import type { VisibleMentions } from './mentionFilter';
import { type MentionList, type MentionOrder, STRIDE } from './mentionList';
import { mentionsInGroups } from './mentionsInGroups';

/**
 * Makes a list, pausing after every few blocks: a generator, so that the caller can let the window breathe. The list
 * is of the document as given, and stays good while others are made.
 */
export function* makeMentionList(
  document: KanwuDocument,
  visible: VisibleMentions,
  order: MentionOrder,
): Generator<undefined, MentionList> {
  return order === 'order'
    ? yield* mentionsInOrder(document, visible)
    : yield* mentionsInGroups(document, visible, order);
}

/** In the order of the text. O(blocks), without touching a single mention where nothing is filtered. */
function* mentionsInOrder(
  { blocks }: KanwuDocument,
  visible: VisibleMentions,
): Generator<undefined, MentionList> {
  /** Row at which each block's mentions begin. */
  const starts = new Uint32Array(blocks.length + 1);
  let count = 0;
  for (const [index, block] of blocks.entries()) {
    starts[index] = count;
    count += visible(block).length;
    if (index % STRIDE === STRIDE - 1) yield;
  }
  starts[blocks.length] = count;
  return {
    count,
    mentions: count,
    head: () => null,
    between: function* (from, to) {
      let row = Math.max(0, from);
      for (let index = lastAtMost(starts, row); row <= Math.min(to, count - 1); index++) {
        const block = blocks[index];
        if (!block) return;
        for (const mention of visible(block).slice(row - (starts[index] ?? 0))) {
          if (row++ > to) return;
          yield { index, block, mention };
        }
      }
    },
    at: row => {
      if (row < 0 || row >= count) return null;
      const index = lastAtMost(starts, row);
      const block = blocks[index];
      const mention = block && visible(block)[row - (starts[index] ?? 0)];
      return block && mention ? { index, block, mention } : null;
    },
    rowOf: (index, id) => {
      const block = blocks[index];
      const within = block ? visible(block).findIndex(mention => mention.id === id) : -1;
      return within < 0 ? -1 : (starts[index] ?? 0) + within;
    },
  };
}
