/** Text on either side of a place that is segmented with it: words do not depend on what is farther away. */
const AROUND = 16;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The word of the dictionary that `[start, end)` cuts through at one of its edges, or null: 提高 where 高明 stands in
 * 提高明显, 中国人 where 中国 stands in it. Some 20 µs.
 */
export function wordCutBy(text: string, start: number, end: number): string | null {
  const low = Math.max(0, start - AROUND);
  const from = (text.charCodeAt(low) & 0xfc00) === 0xdc00 && low > 0 ? low - 1 : low;
  for (const { segment, index } of segmenter.segment(text.slice(from, end + AROUND))) {
    const wordStart = from + index;
    const wordEnd = wordStart + segment.length;
    const cuts = (edge: number) => wordStart < edge && edge < wordEnd;
    if (cuts(start) || cuts(end)) return segment;
  }
  return null;
}
