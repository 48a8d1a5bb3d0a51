import type { KanwuDocument } from '../document/document';
import { allMentions, type PlacedMention } from '../edits/tagging';

/** The mentions linked to one of these entities, in document order. O(blocks + mentions). */
export function mentionsOfEntity(document: KanwuDocument, ...ids: readonly string[]): PlacedMention[] {
  const wanted = new Set(ids);
  const found: PlacedMention[] = [];
  for (const placed of allMentions(document)) {
    if (placed.mention.entity !== undefined && wanted.has(placed.mention.entity)) found.push(placed);
  }
  return found;
}

/** The words a mention stands on. */
export function placedText({ block, mention }: PlacedMention): string {
  return block.body.text.slice(mention.start, mention.end);
}
