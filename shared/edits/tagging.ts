import type { Block } from '../document/block';
import { blockChange, type Change, NO_CHANGE, type Patch } from '../document/change';
import { blockAt, type KanwuDocument, outOfPair } from '../document/document';
import { compareMentions, type Mention } from '../document/mention';
import type { EditContext } from './context';

/**
 * Tags `[start, end)` of a block, without white space at its edges. Nothing happens where the very same mention
 * exists already, or where only white space is selected.
 */
export function addMention(
  document: KanwuDocument,
  index: number,
  start: number,
  end: number,
  type: string,
  context: EditContext,
): { readonly change: Change; readonly mention: Mention | null } {
  const block = blockAt(document, index);
  const { text } = block.body;
  const low = outOfPair(text, Math.min(start, end));
  const chosen = text.slice(low, outOfPair(text, Math.max(start, end)));
  const from = low + (chosen.length - chosen.trimStart().length);
  const to = from + chosen.trim().length;
  if (from >= to) return { change: NO_CHANGE, mention: null };
  const same = block.mentions.find(m => m.start === from && m.end === to && m.type === type);
  if (same) return { change: NO_CHANGE, mention: same };
  const mention: Mention = {
    id: context.ids.next('m'),
    type,
    start: from,
    end: to,
    who: context.who,
    when: context.now(),
  };
  return { change: setMentions(block, index, [...block.mentions, mention]), mention };
}

/** What of a mention may be changed; null takes an optional part away. */
export interface MentionUpdate {
  readonly type?: string;
  readonly start?: number;
  readonly end?: number;
  readonly entity?: string | null;
  readonly note?: string | null;
  readonly normal?: string | null;
  readonly attributes?: Readonly<Record<string, string>> | null;
}

/** The mention with an update made, offsets brought out of surrogate pairs; itself where nothing changes or is left. */
export function updatedMention(block: Block, old: Mention, update: MentionUpdate): Mention {
  const merged = Object.fromEntries(
    Object.entries({ ...old, ...update }).filter(([, value]) => value !== null),
  );
  const next = merged as unknown as Mention;
  const start = outOfPair(block.body.text, next.start);
  const end = outOfPair(block.body.text, next.end);
  if (start >= end) return old;
  const moved = start !== old.start || end !== old.end;
  const altered = MENTION_PARTS.some(part => next[part] !== old[part]);
  return moved || altered ? { ...next, start, end } : old;
}

const MENTION_PARTS = ['type', 'entity', 'note', 'normal', 'attributes'] as const;

/** Changes one mention; null takes it away. */
export function changeMention(
  document: KanwuDocument,
  index: number,
  id: string,
  update: MentionUpdate | null,
): Change {
  const block = blockAt(document, index);
  const old = block.mentions.find(m => m.id === id);
  if (!old) return NO_CHANGE;
  const others = block.mentions.filter(m => m !== old);
  if (update === null) return setMentions(block, index, others);
  const next = updatedMention(block, old, update);
  return next === old ? NO_CHANGE : setMentions(block, index, [...others, next]);
}

function setMentions(block: Block, index: number, mentions: readonly Mention[]): Change {
  return blockChange(mentionPatch(block, index, mentions));
}

/** The patch that gives a block these mentions, put in document order. */
export function mentionPatch(block: Block, index: number, mentions: readonly Mention[]): Patch {
  return { at: index, before: [block], after: [{ ...block, mentions: [...mentions].sort(compareMentions) }] };
}

/** A mention with the index of its block. */
export interface PlacedMention {
  readonly index: number;
  readonly block: Block;
  readonly mention: Mention;
}

/** Every mention in document order. O(blocks + mentions). */
export function* allMentions(document: KanwuDocument): Generator<PlacedMention> {
  let index = 0;
  for (const block of document.blocks) {
    for (const mention of block.mentions) yield { index, block, mention };
    index++;
  }
}
