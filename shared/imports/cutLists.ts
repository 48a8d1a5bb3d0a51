const QUOTE = 0x22;
const COLON = 0x3a;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;

/**
 * What is around the lists of these keys in a JSON text in UTF-8 that is short enough to be looked through in one go: in pieces,
 * a list missing between each and the next. Most of a file may be such lists, and to decode them only to pass over them takes as
 * long as to read all the rest. Keys stand where `"key":[` does, for within a string the quotation marks would be escaped. One
 * piece where none is found, or a list has no end.
 */
export function cutLists(json: Uint8Array, keys: readonly Uint8Array[]): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (let open = json.indexOf(OPEN); open >= 0; ) {
    const end = keys.some(key => isBefore(json, open, key)) ? endOfList(json, open) : -1;
    if (end >= 0) {
      pieces.push(json.subarray(from, open));
      from = end;
    }
    open = json.indexOf(OPEN, Math.max(open + 1, end));
  }
  pieces.push(json.subarray(from));
  return pieces;
}

/** Whether the list at `open` is the value of a key (its letters). */
function isBefore(json: Uint8Array, open: number, key: Uint8Array): boolean {
  let at = open - 1;
  while (json[at] === 0x20) at--;
  if (json[at] !== COLON || json[at - 1] !== QUOTE) return false;
  const start = at - 1 - key.length;
  for (let n = 0; n < key.length; n++) if (json[start + n] !== key[n]) return false;
  return json[start - 1] === QUOTE && json[start - 2] !== BACKSLASH;
}

/** Behind the list that begins at `open`; -1 where it has no end. All that counts is ASCII, which is itself in UTF-8. */
function endOfList(json: Uint8Array, open: number): number {
  let depth = 0;
  for (let at = open; at < json.length; at++) {
    const byte = json[at];
    if (byte === QUOTE) {
      for (at++; at < json.length; at++) {
        const inside = json[at];
        if (inside === QUOTE) break;
        if (inside === BACKSLASH) at++;
      }
    } else if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return at + 1;
  }
  return -1;
}
