import type { Block } from '../../shared/document/block';
import type { Mention } from '../../shared/document/mention';
import type { Tagset } from '../../shared/document/tagset';
import type { Message } from '../../shared/source/fileError';
import { en, type Messages } from '../messages/en';
import { zh } from '../messages/zh';
import type { SessionEvent } from '../session/session';
import { mentionText } from './mentionFilter';

/** Blocks changed at once of which each mention is looked at: more are not worth the wait. */
const MOST = 500;

interface Placed {
  readonly block: Block;
  readonly mention: Mention;
}

/** What a change did to mentions, in a sentence; null where it did nothing to them. O(mentions of the blocks changed). */
export function mentionNews({ changes, after: { tagset } }: SessionEvent): Message | null {
  const blocks = changes.reduce((sum, change) => sum + change.patches.length, 0);
  if (blocks > MOST) return say(words => words.changedBlocks(blocks));
  const patches = changes.flatMap(change => change.patches);
  const before = placedById(patches.flatMap(patch => patch.before));
  const after = placedById(patches.flatMap(patch => patch.after));
  const added = [...after.values()].filter(({ mention }) => !before.has(mention.id));
  const removed = [...before.values()].filter(({ mention }) => !after.has(mention.id));
  const retyped: Placed[] = [];
  const moved: Placed[] = [];
  for (const [id, { mention }] of before) {
    const now = after.get(id);
    if (!now) continue;
    if (now.mention.type !== mention.type) retyped.push(now);
    // Elsewhere in its block it may be for text put in before it: only its length is its own.
    else if (now.mention.end - now.mention.start !== mention.end - mention.start) moved.push(now);
  }
  return (
    sentence(added, tagset, 'tagged') ??
    sentence(removed, tagset, 'untagged') ??
    sentence(retyped, tagset, 'retyped') ??
    sentence(moved, tagset, 'moved')
  );
}

function placedById(blocks: readonly Block[]): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const block of blocks)
    for (const mention of block.mentions) placed.set(mention.id, { block, mention });
  return placed;
}

function sentence(
  list: readonly Placed[],
  tagset: Tagset,
  what: 'tagged' | 'untagged' | 'retyped' | 'moved',
): Message | null {
  const [first] = list;
  if (!first) return null;
  if (list.length > 1) return say(words => words[`${what}Many`](list.length));
  const { block, mention } = first;
  const type = tagset.find(({ id }) => id === mention.type);
  const text = mentionText(block, mention);
  return {
    en: en.mentions[what](text, type?.name.en ?? mention.type),
    zh: zh.mentions[what](text, type?.name.zh ?? mention.type),
  };
}

function say(pick: (words: Messages['mentions']) => string): Message {
  return { en: pick(en.mentions), zh: pick(zh.mentions) };
}
