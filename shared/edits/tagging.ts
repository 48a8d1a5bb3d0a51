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

/** Changes type, extent, entity or note of one mention; null takes it away. */
export function changeMention(
  document: KanwuDocument,
  index: number,
  id: string,
  update: Partial<Pick<Mention, 'type' | 'start' | 'end' | 'entity' | 'note'>> | null,
): Change {
  const block = blockAt(document, index);
  const old = block.mentions.find(m => m.id === id);
  if (!old) return NO_CHANGE;
  const others = block.mentions.filter(m => m !== old);
  if (update === null) return setMentions(block, index, others);
  const next: Mention = { ...old, ...update };
  const start = outOfPair(block.body.text, next.start);
  const end = outOfPair(block.body.text, next.end);
  if (start >= end) return NO_CHANGE;
  if (
    start === old.start &&
    end === old.end &&
    next.type === old.type &&
    next.entity === old.entity &&
    next.note === old.note
  )
    return NO_CHANGE;
  return setMentions(block, index, [...others, { ...next, start, end }]);
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
