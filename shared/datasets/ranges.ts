import type { CodePoints } from '../exports/codePoints';
import { isOffset, type JsonPlace } from '../imports/jsonPlace';

/**
 * The UTF-16 range that two offsets in code points stand for, those at two keys of an object or at two indices of a list;
 * malformed where they are no range of the text.
 */
export function codePointRange(
  span: JsonPlace,
  startKey: string | number,
  endKey: string | number,
  points: CodePoints,
): { readonly start: number; readonly end: number } {
  const from = span.get(startKey);
  const to = span.get(endKey);
  if (!isOffset(from) || !isOffset(to) || from > to || to > points.length) {
    return wrongRange(placeAt(span, startKey), placeAt(span, endKey), points.length);
  }
  return { start: points.toUtf16(from), end: points.toUtf16(to) };
}

function wrongRange(start: JsonPlace, end: JsonPlace, length: number): never {
  const from = start.offset();
  if (from > end.offset()) end.wrong(`a number from ${from}`, `不小于 ${from} 的数`);
  return end.wrong(`at most ${length}, the length of the text`, `不大于 ${length}（文本长度）的数`);
}

/** The name of a type, at a key or an index; never empty. */
export function typeAt(span: JsonPlace, key: string | number): string {
  const value = span.get(key);
  const type = typeof value === 'string' ? value.trim() : placeAt(span, key).text();
  return type === '' ? placeAt(span, key).wrong('the name of a type', '类型名') : type;
}

function placeAt(span: JsonPlace, key: string | number): JsonPlace {
  return typeof key === 'number' ? span.item(key) : span.at(key);
}
