/** Code units looked at on either side of the caret: enough for any character or word, whatever the block's length. */
const REACH = 64;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Length of the user-perceived character before (-1) or after (1) the offset; 0 at the end of the text. */
export function graphemeLength(text: string, offset: number, direction: 1 | -1): number {
  return segmentLength(graphemes, text, offset, direction);
}

/** Length of the word before or after the offset, with the space next to the caret; 0 at the end of the text. */
export function wordLength(text: string, offset: number, direction: 1 | -1): number {
  const first = segmentLength(words, text, offset, direction);
  const start = direction === 1 ? offset : offset - first;
  if (text.slice(start, start + first).trim() !== '') return first;
  return first + segmentLength(words, text, offset + direction * first, direction);
}

function segmentLength(segmenter: Intl.Segmenter, text: string, offset: number, direction: 1 | -1): number {
  const start = Math.max(0, direction === 1 ? offset : offset - REACH);
  const end = Math.min(text.length, direction === 1 ? offset + REACH : offset);
  const segments = [...segmenter.segment(text.slice(start, end))];
  return (direction === 1 ? segments[0] : segments[segments.length - 1])?.segment.length ?? 0;
}

/** The word the offset is in, or else the one it follows; null among spaces and marks. */
export function wordAround(text: string, offset: number): readonly [number, number] | null {
  const from = Math.max(0, offset - REACH);
  let before: readonly [number, number] | null = null;
  for (const { index, segment, isWordLike } of words.segment(text.slice(from, offset + REACH))) {
    const start = from + index;
    const end = start + segment.length;
    if (start > offset) break;
    if (!isWordLike) continue;
    if (offset < end) return [start, end];
    if (end === offset) before = [start, end];
  }
  return before;
}
