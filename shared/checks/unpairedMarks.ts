import type { Block } from '../document/block';

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['》', '《'],
  ['〉', '〈'],
  ['”', '“'],
  ['）', '（'],
  ['】', '【'],
  ['」', '「'],
  ['』', '『'],
]);
const OPENERS = new Set(CLOSERS.values());
const MARKS = /[《》〈〉“”（）【】「」『』]/g;

/** What a new paragraph begins with where a quotation goes on (GB/T 15834—2011, 4.8.3.5): only its last is closed. */
const CONTINUED = new Set(['“', '「', '『']);

/**
 * Brackets and quotation marks of a block without their other half in it, in the order of the text; offsets into its
 * text. A quotation that the next block continues with its opening mark is not one; nor are list numbers such as `1）`.
 */
export function unpairedMarks(
  { kind, body: { text } }: Block,
  next: Block | undefined,
): readonly { readonly start: number; readonly end: number }[] {
  if (kind === 'code') return [];
  const open: { mark: string; at: number }[] = [];
  const unpaired: number[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    if (OPENERS.has(mark)) {
      open.push({ mark, at });
      continue;
    }
    const opener = CLOSERS.get(mark);
    const partner = open.findLastIndex(candidate => candidate.mark === opener);
    if (partner < 0) {
      if (!(mark === '）' && /^\s*[\d一二三四五六七八九十a-zA-Z]{1,3}$/.test(text.slice(0, at))))
        unpaired.push(at);
      continue;
    }
    for (const { at: left } of open.splice(partner).slice(1)) unpaired.push(left);
  }
  for (const { mark, at } of open) {
    if (!(CONTINUED.has(mark) && next?.body.text.startsWith(mark))) unpaired.push(at);
  }
  return unpaired.sort((a, b) => a - b).map(start => ({ start, end: start + 1 }));
}
