import type { TextBlock } from '../../document/textBlock';

/** A line of verse is no longer than this with its punctuation, UTF-16 code units. */
const LONGEST_LINE = 40;
const COUPLET_LINE = 20;
const FEWEST_LINES = 4;
/** Quotes, colons, figures and columns belong to prose, lists and tables. */
const PROSAIC = /[0-9A-Za-z：:“”"「」（()\s|]/;

function isLine({ kind, text }: TextBlock, longest: number): boolean {
  return (
    (kind === 'paragraph' || kind === 'quote') &&
    text.length >= 3 &&
    text.length <= longest &&
    !PROSAIC.test(text)
  );
}

/** The share of the document's blocks that read as lines of verse, 0–1; 0 for fewer than four. Linear. */
export function verseShare(blocks: readonly TextBlock[]): number {
  const lines = blocks.filter(block => isLine(block, LONGEST_LINE)).length;
  return lines < FEWEST_LINES ? 0 : lines / blocks.length;
}

/** True where the block and a neighbour are short lines of nearly the same length, as in a couplet or a song. */
export function isCouplet(blocks: readonly TextBlock[], index: number): boolean {
  const block = blocks[index];
  if (!block || !isLine(block, COUPLET_LINE)) return false;
  return [index - 1, index + 1].some(near => {
    const other = blocks[near];
    return (
      other !== undefined &&
      isLine(other, COUPLET_LINE) &&
      Math.abs(other.text.length - block.text.length) <= 2
    );
  });
}
