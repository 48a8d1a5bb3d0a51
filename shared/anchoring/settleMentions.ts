import { type Block, blockLength } from '../document/block';
import { outOfPair } from '../document/document';
import type { IdSource } from '../document/ids';
import { compareMentions, type Mention } from '../document/mention';
import type { Run } from '../document/run';
import { sortedInSlices } from '../document/sortedInSlices';
import { inPair } from '../document/surrogatePair';
import { retold } from '../steps/retold';

/** A mention with its range in a whole working text, UTF-16 code units. */
export interface RangedMention {
  readonly start: number;
  readonly end: number;
  /** All but where it is. */
  readonly mention: Omit<Mention, 'start' | 'end'>;
}

export interface Settled {
  readonly blocks: readonly Block[];
  /** What lies in no block's text: in blank lines, in heading marks. */
  readonly left: readonly RangedMention[];
}

/** Blocks between two pauses: a millisecond or two. */
const SLICE = 500;

/**
 * Gives blocks these mentions beside their own. A mention over a line end is parted, its halves linked by `continues`, so
 * that a join makes it one again; white space at its edges is left out. O(blocks + mentions log mentions). Yields the share
 * done (0–1).
 */
export function* settlingMentions(
  lead: Run,
  blocks: readonly Block[],
  mentions: readonly RangedMention[],
  ids: IdSource,
): Generator<number, Settled> {
  const sorted = yield* retold(sortedInSlices(mentions, outermostFirst), () => 0);
  const left: RangedMention[] = [];
  let open: { readonly item: RangedMention; last: string | null }[] = [];
  let next = 0;
  let at = lead.text.length;
  const filled: Block[] = [];
  for (const block of blocks) {
    if (filled.length % SLICE === SLICE - 1) yield filled.length / blocks.length;
    const from = at + block.marker.text.length;
    const { text } = block.body;
    const to = from + text.length;
    at += blockLength(block);
    for (let item = sorted[next]; item && item.start < to; item = sorted[++next])
      open.push({ item, last: null });
    if (open.length === 0) {
      filled.push(block);
      continue;
    }
    const own: Mention[] = [];
    for (const each of open) {
      const range = trimmed(text, each.item.start - from, each.item.end - from);
      if (!range) continue;
      const { mention } = each.item;
      const id = each.last === null ? mention.id : ids.next('m');
      own.push({ ...mention, ...range, id, ...(each.last === null ? {} : { continues: each.last }) });
      each.last = id;
    }
    for (const { item, last } of open) if (item.end <= at && last === null) left.push(item);
    open = open.filter(({ item }) => item.end > at);
    filled.push(
      own.length === 0 ? block : { ...block, mentions: [...block.mentions, ...own].sort(compareMentions) },
    );
  }
  for (const { item, last } of open) if (last === null) left.push(item);
  left.push(...sorted.slice(next));
  return { blocks: filled, left };
}

function outermostFirst(a: RangedMention, b: RangedMention): number {
  return a.start - b.start || b.end - a.end;
}

/** The part of a range within a text, without white space at its edges and never within a pair; null if nothing is left. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  const from = outOfPair(text, start);
  const to = outOfPair(text, Math.min(text.length, end) + (inPair(text, end) ? 1 : 0));
  const words = text.slice(from, to);
  const bare = words.trim();
  if (bare === '') return null;
  const first = from + words.length - words.trimStart().length;
  return { start: first, end: first + bare.length };
}
