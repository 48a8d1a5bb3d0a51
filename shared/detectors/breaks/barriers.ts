import type { TextBlock } from '../../document/textBlock';

/** Headings, captions, images and table rows that may stand between two halves. */
export const MOST_BARRIERS = 3;

const CAPTION =
  /^(?:[（(]?(?:图|圖|表|照片|插图|上图|下图|左图|右图|题图|图为|圖為)(?:[\d一二三四五六七八九十]{1,3}|为|：|:|[/／]|[\s　])|▲|△|(?:figure|fig\.|table|photo)\s*\d)/i;

/** True for what is set into a page apart from its running text. */
export function isBarrier(block: TextBlock): boolean {
  if (block.kind === 'heading' || block.kind === 'image' || block.kind === 'table') return true;
  return block.kind === 'paragraph' && block.text.length <= 60 && CAPTION.test(block.text);
}

/** Indexes of the barriers after `index` up to the next running text, undefined where there are none or too many. */
export function barriersAfter(blocks: readonly TextBlock[], index: number): readonly number[] | undefined {
  const barriers: number[] = [];
  for (let i = index + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    if (!isBarrier(block)) return barriers.length > 0 ? barriers : undefined;
    if (barriers.push(i) > MOST_BARRIERS) return undefined;
  }
  return undefined;
}
