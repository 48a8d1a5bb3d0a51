import { partsOf, type TextParts } from '../imports/textParts';
import { TextWindow } from '../imports/textWindow';

export interface RepeatedKey {
  readonly key: string;
  /** Where in the JSON text it stands again, as text editors count, from 1. */
  readonly line: number;
  readonly column: number;
}

/**
 * The first key that stands twice in one object of a JSON text, at any depth; null where none does. `JSON.parse` keeps the
 * last of them and drops the others without a word: of two lists of mentions, as a merge by hand leaves them, or two
 * starts of one mention, one would be gone. The text, whole or in parts cut anywhere, must be valid. O(length), without
 * looking into strings. Yields the share done (0–1).
 */
export function* repeatedKey(json: string | TextParts): Generator<number, RepeatedKey | null> {
  const window = new TextWindow(typeof json === 'string' ? partsOf(json) : json);
  /** The keys so far of each object around the place; null for an array. */
  const around: (Set<string> | null)[] = [];
  let slideAt = 0;
  let at = 0;
  while (window.has(at, 1)) {
    if (at >= slideAt) {
      at -= window.slide(at, SLICE);
      slideAt = at + SLICE;
      yield window.shareAt(at);
    }
    const code = window.text.charCodeAt(at);
    if (code === OPEN_BRACE) around.push(new Set());
    else if (code === OPEN_BRACKET) around.push(null);
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) around.pop();
    else if (code === QUOTE) {
      const end = endOfString(window, at);
      const keys = around[around.length - 1];
      if (keys && isColonNext(window, end + 1)) {
        const written = window.text.slice(at + 1, end);
        const key: string = written.includes('\\') ? JSON.parse(`"${written}"`) : written;
        if (keys.has(key)) return { key, ...window.placeOf(at) };
        keys.add(key);
      }
      at = end;
    }
    at++;
  }
  return null;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Code units between two pauses: a millisecond or two. */
const SLICE = 1 << 17;

/** Code units of a string looked at one by one. */
const NEAR = 24;

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COLON = 0x3a;
const SPACE = 0x20;

/** JSON knows no white space above U+0020, and nothing else up to there stands between a key and its colon. */
function isColonNext(window: TextWindow, from: number): boolean {
  let at = from;
  while (window.has(at, 1) && window.text.charCodeAt(at) <= SPACE) at++;
  return window.text.charCodeAt(at) === COLON;
}

/** Where the string that begins at `start` ends: at its closing quotation mark. */
function endOfString(window: TextWindow, start: number): number {
  for (let at = start + 1; ; ) {
    // Most strings are short: a look at each character costs less than a search.
    const near = Math.min(window.text.length, at + NEAR);
    while (at < near && window.text.charCodeAt(at) !== QUOTE) at++;
    const end = window.find('"', at);
    const { text } = window;
    if (end < 0) return text.length;
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return end;
    at = end + 1;
  }
}
