import type { Mention } from '../document/mention';
import { htmlText } from './htmlText';

/** The start tag of one part of a mention; `continued` where an earlier part of it was closed already. */
export type MarkTag = (mention: Mention, continued: boolean) => string;

/** A character is not split between elements: a mention of half a surrogate pair marks the whole. */
function wholeCharacters(text: string, mention: Mention): Mention {
  const start = inPair(text, mention.start) ? mention.start - 1 : mention.start;
  const end = inPair(text, mention.end) ? mention.end + 1 : mention.end;
  return start === mention.start && end === mention.end ? mention : { ...mention, start, end };
}

function inPair(text: string, at: number): boolean {
  const low = text.charCodeAt(at);
  if (!(low >= 0xdc00 && low <= 0xdfff)) return false;
  const high = text.charCodeAt(at - 1);
  return high >= 0xd800 && high <= 0xdbff;
}

/**
 * Appends `[from, to)` of a text as HTML with its mentions as nested `mark` elements. Mentions (in document order) that
 * cross one another, or the edges of the range, are split into parts. O(length + mentions × depth of nesting).
 */
export function pushMarkedText(
  out: string[],
  text: string,
  mentions: readonly Mention[],
  from: number,
  to: number,
  tag: MarkTag,
): void {
  let at = from;
  const open: Mention[] = [];
  const advance = (position: number) => {
    if (position > at) out.push(htmlText(text.slice(at, position)));
    at = Math.max(at, position);
  };
  const closeUpTo = (limit: number) => {
    while (open.length > 0) {
      const end = open.reduce((least, m) => Math.min(least, m.end), Number.POSITIVE_INFINITY);
      const stop = Math.min(end, to);
      if (stop > limit) return;
      advance(stop);
      const closing = open.splice(open.findIndex(m => m.end === end));
      out.push('</mark>'.repeat(closing.length));
      if (stop === to) continue;
      for (const m of closing) {
        if (m.end === end) continue;
        open.push(m);
        out.push(tag(m, true));
      }
    }
  };
  for (const stored of mentions) {
    const mention = wholeCharacters(text, stored);
    if (mention.end <= from || mention.start >= to) continue;
    const start = Math.max(mention.start, from);
    closeUpTo(start);
    advance(start);
    open.push(mention);
    out.push(tag(mention, mention.start < from));
  }
  closeUpTo(to);
  advance(to);
}
