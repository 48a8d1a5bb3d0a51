import { inPair } from '../document/surrogatePair';
import { htmlText } from './htmlText';

/** A stretch of a block's text that is put into elements of its own. */
export interface MarkedSpan {
  /** UTF-16 offsets into the block's text. */
  readonly start: number;
  readonly end: number;
  /** The start tag of one part; `continued` where an earlier part was closed already. */
  readonly open: (continued: boolean) => string;
  readonly close: string;
}

/** An element without text at a place of a block's text. */
export interface MarkedPoint {
  readonly at: number;
  readonly html: string;
}

/** What is marked in a block: spans in document order (of those that start together the longer first), points by place. */
export interface Marks {
  readonly spans: readonly MarkedSpan[];
  readonly points: readonly MarkedPoint[];
}

/** A character is not split between elements: a span of half a surrogate pair marks the whole. */
function wholeCharacters(text: string, span: MarkedSpan): MarkedSpan {
  const start = inPair(text, span.start) ? span.start - 1 : span.start;
  const end = inPair(text, span.end) ? span.end + 1 : span.end;
  return start === span.start && end === span.end ? span : { ...span, start, end };
}

/**
 * Appends `[from, to)` of a text as HTML with its marks as nested elements. Spans that cross one another, or the edges
 * of the range, are split into parts. A point at `from` belongs to the range before. O(length + spans × depth of nesting).
 */
export function pushMarkedText(out: string[], text: string, marks: Marks, from: number, to: number): void {
  let at = from;
  const open: MarkedSpan[] = [];
  const points = marks.points.filter(p => p.at <= to && (p.at > from || p.at === 0));
  let point = 0;
  const write = (position: number) => {
    if (position > at) out.push(htmlText(text.slice(at, position)));
    at = Math.max(at, position);
  };
  const advance = (position: number) => {
    for (let next = points[point]; next && next.at <= position; next = points[++point]) {
      write(inPair(text, next.at) ? next.at + 1 : next.at);
      out.push(next.html);
    }
    write(position);
  };
  const closeUpTo = (limit: number) => {
    while (open.length > 0) {
      const end = open.reduce((least, m) => Math.min(least, m.end), Number.POSITIVE_INFINITY);
      const stop = Math.min(end, to);
      if (stop > limit) return;
      advance(stop);
      const closing = open.splice(open.findIndex(m => m.end === end));
      for (const m of closing.toReversed()) out.push(m.close);
      if (stop === to) continue;
      for (const m of closing) {
        if (m.end === end) continue;
        open.push(m);
        out.push(m.open(true));
      }
    }
  };
  for (const stored of marks.spans) {
    const span = wholeCharacters(text, stored);
    if (span.end <= from || span.start >= to) continue;
    const start = Math.max(span.start, from);
    closeUpTo(start);
    advance(start);
    open.push(span);
    out.push(span.open(span.start < from));
  }
  closeUpTo(to);
  advance(to);
}
