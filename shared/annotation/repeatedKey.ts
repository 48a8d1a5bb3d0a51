export interface RepeatedKey {
  readonly key: string;
  /** Where in the JSON text it stands again, in code units. */
  readonly at: number;
}

/**
 * The first key that stands twice in one object of a JSON text, at any depth; null where none does. `JSON.parse` keeps the
 * last of them and drops the others without a word: of two lists of mentions, as a merge by hand leaves them, or two
 * starts of one mention, one would be gone. `json` must be valid. O(length), without looking into strings. Yields the share
 * done (0–1).
 */
export function* repeatedKey(json: string): Generator<number, RepeatedKey | null> {
  /** The keys so far of each object around the place; null for an array. */
  const around: (Set<string> | null)[] = [];
  let pausedAt = 0;
  for (let at = 0; at < json.length; at++) {
    if (at - pausedAt > SLICE) {
      yield at / json.length;
      pausedAt = at;
    }
    const code = json.charCodeAt(at);
    if (code === OPEN_BRACE) around.push(new Set());
    else if (code === OPEN_BRACKET) around.push(null);
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) around.pop();
    else if (code === QUOTE) {
      const end = endOfString(json, at);
      const keys = around[around.length - 1];
      if (keys && isColonNext(json, end + 1)) {
        const written = json.slice(at + 1, end);
        const key: string = written.includes('\\') ? JSON.parse(`"${written}"`) : written;
        if (keys.has(key)) return { key, at };
        keys.add(key);
      }
      at = end;
    }
  }
  return null;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Code units between two pauses: a millisecond or two. */
const SLICE = 1 << 17;

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COLON = 0x3a;
const SPACE = 0x20;

/** JSON knows no white space above U+0020, and nothing else up to there stands between a key and its colon. */
function isColonNext(json: string, at: number): boolean {
  let next = at;
  while (json.charCodeAt(next) <= SPACE) next++;
  return json.charCodeAt(next) === COLON;
}

/** Where the string that begins at `start` ends: at its closing quotation mark. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; ; at++) {
    const end = json.indexOf('"', at);
    if (end < 0) return json.length;
    let escapes = 0;
    while (json.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return end;
    at = end;
  }
}
