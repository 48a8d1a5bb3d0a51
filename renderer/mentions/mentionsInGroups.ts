import type { Block } from '../../shared/document/block';
import type { KanwuDocument } from '../../shared/document/document';
import type { Mention } from '../../shared/document/mention';
import { sortedInSlices } from '../../shared/document/sortedInSlices';
import type { PlacedMention } from '../../shared/edits/tagging';
import { lastAtMost } from './lastAtMost';
import { mentionText, type VisibleMentions } from './mentionFilter';
import { type MentionList, type MentionOrder, STRIDE } from './mentionList';

interface Group {
  readonly key: string;
  /** Indices of blocks and mentions side by side, in the order of the text. */
  readonly blocks: number[];
  readonly mentions: Mention[];
}

type Grouping = Exclude<MentionOrder, 'order'>;

/**
 * By type (as the tagset orders them), entity or wording, those alike in the order of the text. Pauses like
 * `makeMentionList`.
 */
export function* mentionsInGroups(
  document: KanwuDocument,
  visible: VisibleMentions,
  by: Grouping,
): Generator<undefined, MentionList> {
  const { blocks } = document;
  const keyOf = keyFor(by);
  const byKey = new Map<string, Group>();
  let count = 0;
  for (const [index, block] of blocks.entries()) {
    for (const mention of visible(block)) {
      const key = keyOf(block, mention);
      let group = byKey.get(key);
      if (!group) {
        group = { key, blocks: [], mentions: [] };
        byKey.set(key, group);
      }
      group.blocks.push(index);
      group.mentions.push(mention);
      count++;
    }
    if (index % STRIDE === STRIDE - 1) yield;
  }
  const groups = yield* sortedGroups(document, byKey, by);
  return grouped(blocks, groups, count, by !== 'text', keyOf);
}

function keyFor(by: Grouping): (block: Block, mention: Mention) => string {
  switch (by) {
    case 'type':
      return (_, { type }) => type;
    case 'entity':
      return (_, { entity }) => entity ?? '';
    case 'text':
      return mentionText;
  }
}

/** Only keys are compared, once each: a collator is too slow for every mention. */
function* sortedGroups(
  { tagset, entities }: KanwuDocument,
  byKey: ReadonlyMap<string, Group>,
  by: Grouping,
): Generator<undefined, readonly Group[]> {
  const groups = [...byKey.values()];
  const rank = new Map(tagset.map(({ id }, n) => [id, n]));
  const names = (key: string) => (by === 'entity' ? (entities.get(key)?.name ?? '') : key);
  const { compare } = new Intl.Collator('zh-CN');
  const order = (a: Group, b: Group): number => {
    if (by === 'type') {
      return (rank.get(a.key) ?? tagset.length) - (rank.get(b.key) ?? tagset.length) || compare(a.key, b.key);
    }
    // What is linked to no entity comes last.
    if (by === 'entity' && (a.key === '') !== (b.key === '')) return a.key === '' ? 1 : -1;
    return compare(names(a.key), names(b.key)) || (a.key < b.key ? -1 : 1);
  };
  return yield* sortedInSlices(groups, order);
}

function grouped(
  blocks: readonly Block[],
  groups: readonly Group[],
  mentions: number,
  heads: boolean,
  keyOf: (block: Block, mention: Mention) => string,
): MentionList {
  /** Row at which each group begins, with its head. */
  const starts = new Uint32Array(groups.length);
  const extra = heads ? 1 : 0;
  const place = new Map<string, number>();
  let count = 0;
  groups.forEach((group, n) => {
    starts[n] = count;
    place.set(group.key, n);
    count += group.mentions.length + extra;
  });
  const within = (row: number): readonly [Group, number] | null => {
    if (row < 0 || row >= count) return null;
    const n = lastAtMost(starts, row);
    const group = groups[n];
    return group ? [group, row - (starts[n] ?? 0) - extra] : null;
  };
  const at = (row: number): PlacedMention | null => {
    const found = within(row);
    if (!found) return null;
    const [group, n] = found;
    const index = group.blocks[n];
    const block = index === undefined ? undefined : blocks[index];
    const mention = group.mentions[n];
    return index !== undefined && block && mention ? { index, block, mention } : null;
  };
  return {
    count,
    mentions,
    at,
    between: function* (from, to) {
      for (let row = Math.max(0, from); row <= Math.min(to, count - 1); row++) {
        const placed = at(row);
        if (placed) yield placed;
      }
    },
    head: row => {
      const found = within(row);
      if (!found || found[1] >= 0) return null;
      const [{ key, mentions: those }] = found;
      return { key, count: those.length };
    },
    rowOf: (index, id) => {
      const block = blocks[index];
      const mention = block?.mentions.find(other => other.id === id);
      const n = block && mention ? place.get(keyOf(block, mention)) : undefined;
      const at = n === undefined ? -1 : (groups[n]?.mentions.indexOf(mention as Mention) ?? -1);
      return n === undefined || at < 0 ? -1 : (starts[n] ?? 0) + extra + at;
    },
  };
}
