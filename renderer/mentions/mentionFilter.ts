import type { Block } from '../../shared/document/block';
import type { Register } from '../../shared/document/entity';
import type { Mention } from '../../shared/document/mention';

/** Which mentions a list shows. */
export interface MentionFilter {
  /** Part of their text, normal form, note or entity's name; empty for any. */
  readonly words: string;
  /** Types; null for all. */
  readonly types: ReadonlySet<string> | null;
}

/** Text of a mention. */
export function mentionText(block: Block, { start, end }: Mention): string {
  return block.body.text.slice(start, end);
}

/** What a filter leaves of a block's mentions, remembered for blocks that did not change since. */
export type VisibleMentions = (block: Block) => readonly Mention[];

export function visibleMentions({ words, types }: MentionFilter, entities: Register): VisibleMentions {
  const wanted = words.trim().toLowerCase();
  if (wanted === '' && types === null) return block => block.mentions;
  const known = new WeakMap<Block, readonly Mention[]>();
  const holds = (text: string | undefined) => text?.toLowerCase().includes(wanted) ?? false;
  const matches = (block: Block, mention: Mention) =>
    holds(mentionText(block, mention)) ||
    holds(mention.normal) ||
    holds(mention.note) ||
    (mention.entity !== undefined && holds(entities.get(mention.entity)?.name));
  return block => {
    if (block.mentions.length === 0) return block.mentions;
    const remembered = known.get(block);
    if (remembered) return remembered;
    const left = block.mentions.filter(
      mention => (types === null || types.has(mention.type)) && (wanted === '' || matches(block, mention)),
    );
    known.set(block, left);
    return left;
  };
}
