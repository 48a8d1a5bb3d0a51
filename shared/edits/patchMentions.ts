import type { Block } from '../document/block';
import type { Patch } from '../document/change';
import { compareMentions, type Mention } from '../document/mention';
import { drained } from '../steps/drained';

/** What becomes of a mention: the same object where nothing does, null where it goes. May be asked twice of one. */
export type Becomes = (mention: Mention, index: number) => Mention | null;

/**
 * The patches that change mentions throughout the document, one for each block touched. A mention that comes to have
 * extent and type of another is one with it: the other stays and takes what it lacks. Looks at the blocks of `indices`
 * (ascending) only, where they are given. O(blocks looked at + their mentions).
 */
export function patchMentions(
  blocks: readonly Block[],
  become: Becomes,
  indices: Iterable<number> = blocks.keys(),
): readonly Patch[] {
  return drained(patchingMentions(blocks, become, indices));
}

/** Blocks looked at between two pauses. */
const STRIDE = 100;

/** The same, pausing by yielding how many blocks it has looked at. */
export function* patchingMentions(
  blocks: readonly Block[],
  become: Becomes,
  indices: Iterable<number> = blocks.keys(),
): Generator<number, readonly Patch[]> {
  const merged = new Map<string, string>();
  const patches: Patch[] = [];
  let looked = 0;
  for (const index of indices) {
    if (++looked % STRIDE === 0) yield looked;
    const block = blocks[index];
    if (!block) continue;
    const after = changedMentions(block, index, become, merged);
    if (after !== block.mentions) {
      patches.push({ at: index, before: [block], after: [{ ...block, mentions: after }] });
    }
  }
  return merged.size === 0 ? patches : followMerged(blocks, patches, merged);
}

function changedMentions(
  block: Block,
  index: number,
  become: Becomes,
  merged: Map<string, string>,
): readonly Mention[] {
  const { mentions } = block;
  // Nothing is made of the many blocks in which nothing changes.
  const first = mentions.findIndex(mention => become(mention, index) !== mention);
  if (first < 0) return mentions;
  const changed = mentions.map((mention, n) => (n < first ? mention : become(mention, index)));
  const left: Mention[] = [];
  // Those that stay as they are come first: what becomes like them goes into them.
  for (const [n, mention] of changed.entries()) if (mention && mention === mentions[n]) left.push(mention);
  for (const [n, mention] of changed.entries()) {
    if (!mention || mention === mentions[n]) continue;
    const same = left.findIndex(
      m => m.type === mention.type && m.start === mention.start && m.end === mention.end,
    );
    const twin = left[same];
    // Two that were alike before are the editor's own doing.
    if (!twin || alike(mentions, twin.id, mention.id)) left.push(mention);
    else {
      left[same] = { ...mention, ...twin };
      merged.set(mention.id, twin.id);
    }
  }
  return left.sort(compareMentions);
}

function alike(mentions: readonly Mention[], a: string, b: string): boolean {
  const one = mentions.find(({ id }) => id === a);
  const other = mentions.find(({ id }) => id === b);
  return one !== undefined && one.type === other?.type;
}

/** Halves of a parted mention name the first by its id; where that was merged away, they name the one it went into. */
function followMerged(
  blocks: readonly Block[],
  patches: readonly Patch[],
  merged: ReadonlyMap<string, string>,
): readonly Patch[] {
  const patched = new Map(patches.map(patch => [patch.at, patch]));
  blocks.forEach((block, at) => {
    const now = patched.get(at)?.after[0] ?? block;
    if (!now.mentions.some(({ continues }) => continues !== undefined && merged.has(continues))) return;
    const mentions = now.mentions.map(mention => {
      const head = mention.continues === undefined ? undefined : merged.get(mention.continues);
      return head === undefined ? mention : { ...mention, continues: head };
    });
    patched.set(at, { at, before: [block], after: [{ ...now, mentions }] });
  });
  return [...patched.values()].sort((a, b) => a.at - b.at);
}

/** The mention with another type; itself where it has that already. */
export function withType(mention: Mention, type: string): Mention {
  return mention.type === type ? mention : { ...mention, type };
}
