import type { Block } from '../../shared/document/block';
import type { KanwuDocument } from '../../shared/document/document';
import type { Mention } from '../../shared/document/mention';
import type { Tagset } from '../../shared/document/tagset';
import { allMentions, type PlacedMention } from '../../shared/edits/tagging';

export type MentionOrder = 'order' | 'type' | 'text';

/** Which mentions a list shows. */
export interface MentionFilter {
  /** Part of their text; empty for any. */
  readonly words: string;
  /** Types; null for all. */
  readonly types: ReadonlySet<string> | null;
}

export interface MentionList {
  readonly count: number;
  readonly at: (row: number) => PlacedMention | null;
  /** The row of a mention, -1 where the filter leaves it out. */
  readonly rowOf: (index: number, id: string) => number;
}

/** Text of a mention. */
export function mentionText(block: Block, { start, end }: Mention): string {
  return block.body.text.slice(start, end);
}

/** What a filter leaves of a block's mentions, remembered for blocks that did not change since. */
export type VisibleMentions = (block: Block) => readonly Mention[];

export function visibleMentions({ words, types }: MentionFilter): VisibleMentions {
  const wanted = words.trim().toLowerCase();
  if (wanted === '' && types === null) return block => block.mentions;
  const known = new WeakMap<Block, readonly Mention[]>();
  return block => {
    if (block.mentions.length === 0) return block.mentions;
    const remembered = known.get(block);
    if (remembered) return remembered;
    const left = block.mentions.filter(
      mention =>
        (types === null || types.has(mention.type)) &&
        (wanted === '' || mentionText(block, mention).toLowerCase().includes(wanted)),
    );
    known.set(block, left);
    return left;
  };
}

/** In the order of the text. O(blocks), without touching a single mention: cheap enough for every frame. */
export function mentionsInOrder(document: KanwuDocument, visible: VisibleMentions): MentionList {
  const { blocks } = document;
  /** Row at which each block's mentions begin. */
  const starts = new Uint32Array(blocks.length + 1);
  let count = 0;
  blocks.forEach((block, index) => {
    starts[index] = count;
    count += visible(block).length;
  });
  starts[blocks.length] = count;
  return {
    count,
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

/** The last index whose value is at most `row`; of equal values the last, for a block without mentions has no row. */
function lastAtMost(starts: Uint32Array, row: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** By type (as the tagset orders them) or by text, those alike in the order of the text. */
export function mentionsSorted(
  document: KanwuDocument,
  visible: VisibleMentions,
  order: 'type' | 'text',
  tagset: Tagset,
): MentionList {
  const groups = new Map<string, PlacedMention[]>();
  for (const placed of allMentions(document)) {
    if (!visible(placed.block).includes(placed.mention)) continue;
    const key = order === 'type' ? placed.mention.type : mentionText(placed.block, placed.mention);
    const group = groups.get(key);
    if (group) group.push(placed);
    else groups.set(key, [placed]);
  }
  const keys = [...groups.keys()];
  if (order === 'type') {
    const rank = new Map(tagset.map(({ id }, n) => [id, n]));
    keys.sort((a, b) => (rank.get(a) ?? tagset.length) - (rank.get(b) ?? tagset.length));
  } else {
    // Only distinct texts are compared: a collator is too slow for every mention.
    keys.sort(new Intl.Collator('zh-CN').compare);
  }
  const rows = keys.flatMap(key => groups.get(key) ?? []);
  let rowsById: Map<string, number> | null = null;
  return {
    count: rows.length,
    at: row => rows[row] ?? null,
    rowOf: (_, id) => {
      rowsById ??= new Map(rows.map(({ mention }, row) => [mention.id, row]));
      return rowsById.get(id) ?? -1;
    },
  };
}
