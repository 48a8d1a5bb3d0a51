import type { FlatText } from '../exports/flatText';
import type { Losses } from '../exports/losses';

/** The text with CR LF and CR as LF, and its mentions where they then stand. Linear. */
export function withLineFeeds({ text, mentions }: FlatText, losses: Losses): FlatText {
  if (!text.includes('\r')) return { text, mentions };
  const pairs: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) pairs.push(at);
  losses.add('lineEnds', undefined, pairs.length);
  return {
    text: text.replace(/\r\n?/g, '\n'),
    mentions: mentions.map(m => ({ ...m, start: shifted(pairs, m.start), end: shifted(pairs, m.end) })),
  };
}

/** The offset less the pairs before it. O(log pairs). */
function shifted(pairs: readonly number[], offset: number): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return offset - low;
}
