import type { CodePoints } from '../exports/codePoints';
import type { JsonPlace } from '../imports/jsonPlace';

/** The UTF-16 range that two offsets in code points stand for; malformed where they are no range of the text. */
export function codePointRange(
  start: JsonPlace,
  end: JsonPlace,
  points: CodePoints,
): { readonly start: number; readonly end: number } {
  const from = start.offset();
  const to = end.offset();
  if (from > to) end.wrong(`a number from ${from}`, `不小于 ${from} 的数`);
  const { length } = points;
  if (to > length) end.wrong(`at most ${length}, the length of the text`, `不大于 ${length}（文本长度）的数`);
  return { start: points.toUtf16(from), end: points.toUtf16(to) };
}
