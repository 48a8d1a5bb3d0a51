import type { TextBlock } from '../../../shared/document/textBlock';

const ENDS_SENTENCE = /[。！？!?…．.：:；;][”’」』）)》】"']*$/;
const LIST_ITEM =
  /^(?:[-*+•·●▲■◆]\s|[（(][一二三四五六七八九十百\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．)](?!\d)|[①-⑳])/;

/** The rule of thumb: join unless the block ends in punctuation that may end a sentence, or structure is marked. */
export function punctuationJoins(block: TextBlock, next: TextBlock): boolean {
  if (!isText(block) || !isText(next) || LIST_ITEM.test(next.text)) return false;
  return !ENDS_SENTENCE.test(block.text) && !/[”’」』）)》】—]$/.test(block.text);
}

/**
 * calibre's heuristic unwrapping (`HeuristicProcessor` in ebooks/conversion/utils.py): a line is joined
 * to the next where it is longer than a share of the median line and ends in a lower-case letter or one of its
 * listed marks. Written anew from its documented behaviour; it knows no Han, so Han counts as its letters here.
 */
export function calibreJoins(block: TextBlock, next: TextBlock, blocks: readonly TextBlock[]): boolean {
  if (!isText(block) || !isText(next)) return false;
  const isLong = block.text.length >= 0.4 * medianLength(blocks);
  return isLong && /[\p{Ll}\p{Script=Han},，:：;；)）\-–—]$/u.test(block.text);
}

function isText({ kind }: TextBlock): boolean {
  return kind === 'paragraph' || kind === 'list' || kind === 'quote';
}

const medians = new WeakMap<readonly TextBlock[], number>();

function medianLength(blocks: readonly TextBlock[]): number {
  const known = medians.get(blocks);
  if (known !== undefined) return known;
  const lengths = blocks.map(({ text }) => text.length).sort((a, b) => a - b);
  const median = lengths[lengths.length >> 1] ?? 0;
  medians.set(blocks, median);
  return median;
}
