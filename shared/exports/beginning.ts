import type { Block } from '../document/block';
import { type KanwuDocument, sourceBefore } from '../document/document';

/**
 * The first blocks of a document as a document of its own, for a preview that takes no time on the longest text: at
 * most `mostBlocks` blocks and about `mostText` UTF-16 code units. Its source is the part of the source they are made
 * of, so everything that holds of a document holds of it.
 */
export function beginningOf(document: KanwuDocument, mostBlocks: number, mostText: number): KanwuDocument {
  let count = 0;
  for (let length = 0; count < mostBlocks && length < mostText; count++) {
    const block: Block | undefined = document.blocks[count];
    if (!block) return document;
    length += block.body.text.length;
  }
  if (count >= document.blocks.length) return document;
  const text = document.source.text.slice(0, sourceBefore(document, count));
  return { ...document, source: { ...document.source, text }, blocks: document.blocks.slice(0, count) };
}
