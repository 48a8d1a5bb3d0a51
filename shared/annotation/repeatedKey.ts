/**
 * A key that stands twice in the outermost object of a JSON text, null where none does. `JSON.parse` keeps the last of
 * them and drops the others without a word: two lists of mentions, as a merge by hand leaves them, would be one. `json`
 * must be valid. O(length), without looking into strings.
 */
export function repeatedKey(json: string): string | null {
  const keys = new Set<string>();
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--;
    else if (code === QUOTE) {
      const end = endOfString(json, at);
      if (depth === 1 && COLON_AFTER.test(json.slice(end + 1, end + 64))) {
        const key: string = JSON.parse(json.slice(at, end + 1));
        if (keys.has(key)) return key;
        keys.add(key);
      }
      at = end;
    }
  }
  return null;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COLON_AFTER = /^\s*:/;

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
