import { markerLength } from './block';

/** Where one line lies in a text: `[start, body)` marker, `[body, gap)` text, `[gap, end)` separator to the next. */
export interface LineCut {
  readonly start: number;
  readonly body: number;
  readonly gap: number;
  readonly end: number;
}

/**
 * A line longer than this is shown as several blocks with nothing between them, so that a file without line breaks
 * stays as quick to edit as any other. UTF-16 code units; no paragraph of real prose we have seen is longer.
 */
export const LONGEST_LINE = 6000;

function isLineBreak(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Unicode white space as `\s` has it; line breaks included. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return (
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0x85 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}

/** Code units of blank lines at the beginning of the text: everything before the first line that has text. */
export function leadLength(text: string): number {
  let i = 0;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  if (i === text.length) return i;
  while (i > 0 && !isLineBreak(text.charCodeAt(i - 1))) i--;
  return i;
}

/** The lines of a whole text from `from` on; blank lines and trailing white space belong to the separators. */
export function* linesOf(text: string, from: number): Generator<LineCut> {
  let start = from;
  while (start < text.length) {
    let stop = start;
    while (stop < text.length && !isLineBreak(text.charCodeAt(stop))) stop++;
    yield* withinLimit(text, lineCut(text, start, stop));
    start = nextLine(text, stop);
  }
}

function lineCut(text: string, start: number, stop: number): LineCut {
  let gap = stop;
  while (gap > start && isSpace(text.charCodeAt(gap - 1))) gap--;
  const markerRoom = text.slice(start, Math.min(gap, start + 256));
  const body = Math.min(gap, start + markerLength(markerRoom));
  return { start, body, gap, end: nextLine(text, stop) };
}

/** From a line break (or the end of the text) to the start of the next line with text. */
function nextLine(text: string, stop: number): number {
  let i = stop;
  let lineStart = stop;
  while (i < text.length && isSpace(text.charCodeAt(i))) {
    if (isLineBreak(text.charCodeAt(i))) lineStart = i + 1;
    i++;
  }
  return i === text.length ? i : lineStart;
}

/**
 * The lines inside one block's text after an edit. The first line has no marker of its own (it is the block's);
 * empty lines at either end stay, for the caret stands there; white space at the very end is still being typed.
 * White space at the start of a line is text, so that Backspace takes an Enter back exactly; with `indents` it is
 * marker, as in a file.
 */
export function linesWithin(text: string, indents: boolean): LineCut[] {
  const markerAt = (start: number, stop: number) => {
    const length = markerLength(text.slice(start, Math.min(stop, start + 256)));
    return indents || text.slice(start, start + length).includes('#') ? start + length : start;
  };
  const cuts: LineCut[] = [];
  let start = 0;
  for (;;) {
    let stop = start;
    while (stop < text.length && !isLineBreak(text.charCodeAt(stop))) stop++;
    const first = start === 0;
    if (stop === text.length) {
      const body = first ? start : markerAt(start, stop);
      cuts.push(...withinLimit(text, { start, body, gap: stop, end: stop }));
      return cuts;
    }
    const cut = lineCut(text, start, stop);
    const end = lineBreaksEnd(text, stop);
    const body = first ? start : Math.min(cut.gap, markerAt(start, stop));
    cuts.push(...withinLimit(text, { ...cut, body, end }));
    start = end;
  }
}

/** Like `nextLine`, but an empty last line stays a line. */
function lineBreaksEnd(text: string, stop: number): number {
  let i = stop;
  let lineStart = stop;
  while (i < text.length && isSpace(text.charCodeAt(i))) {
    if (isLineBreak(text.charCodeAt(i))) lineStart = i + 1;
    i++;
  }
  return lineStart;
}

function* withinLimit(text: string, line: LineCut): Generator<LineCut> {
  let { start, body } = line;
  while (line.gap - body > LONGEST_LINE) {
    const at = softBoundary(text, body);
    yield { start, body, gap: at, end: at };
    start = at;
    body = at;
  }
  yield { start, body, gap: line.gap, end: line.end };
}

/** A place to part an over-long line: after the last sentence end in reach, never inside a character. */
function softBoundary(text: string, from: number): number {
  const latest = from + LONGEST_LINE;
  for (let i = latest; i > latest - 1000; i--) {
    if ('。！？；!?\u3000 '.includes(text.charAt(i - 1))) return i;
  }
  let at = latest;
  while (at > from + 1 && /^(?:\p{M}|\u200d|[\udc00-\udfff])/u.test(text.slice(at, at + 2))) at--;
  return at;
}
