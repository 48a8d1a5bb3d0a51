import type { TextColumns } from './textColumns';

/** Features of one character; each is a 32-bit hash of its template's number and values. */
export const FEATURES_PER_CHARACTER = 34;
/** Those (from 0) that say which character or word it is: what an unknown name would not have. */
export const TEMPLATES_OF_CHARACTERS = [0, 5, 6, 11];

/** What an offset outside the block reads as. */
const BEFORE = 1;
const AFTER = 2;

/**
 * The features of every character that `open` marks, each character's at `index × FEATURES_PER_CHARACTER`; the others
 * are left as they were. Templates are listed in the order of their numbers; adding or removing one needs a new training.
 */
export function characterFeatures(columns: TextColumns, open: Uint8Array, into: Int32Array): void {
  const { length: n, code, kind, word, tag, place, wordEnd, wordIndex, wordStarts, wordCount } = columns;
  const {
    placeWord,
    personWord,
    surname,
    givenName,
    ending,
    placeEnding,
    personWordNext,
    rule,
    holderRule,
    inside,
  } = columns;
  let template = 0;
  const put = (a: number, b = 0, c = 0): void => {
    firsts[template] = a;
    seconds[template] = b;
    thirds[template++] = c;
  };
  const read = (column: Int32Array, i: number): number =>
    i < 0 ? BEFORE : i >= n ? AFTER : (column[i] ?? 0);
  for (let i = 0; i < n; i++) {
    if (!open[i]) continue;
    template = 0;
    const c0 = code[i] ?? 0;
    const p2 = read(code, i - 2);
    const p1 = read(code, i - 1);
    const n1 = read(code, i + 1);
    const n2 = read(code, i + 2);
    // Characters: 7 templates.
    put(c0);
    put(p1);
    put(n1);
    put(p2);
    put(n2);
    put(p1, c0);
    put(c0, n1);
    // Kinds: 1.
    const k0 = kind[i] ?? 0;
    const kinds = read(kind, i - 1) * 100 + k0 * 10 + read(kind, i + 1);
    put(kinds, read(kind, i - 2) * 10 + read(kind, i + 2));
    // Words: 10.
    const w = wordIndex[i] ?? 0;
    const here = place[i] ?? 0;
    const startBefore = w > 0 ? (wordStarts[w - 1] ?? 0) : -1;
    const startAfter = w + 1 < wordCount ? (wordStarts[w + 1] ?? 0) : n;
    const t0 = tag[i] ?? 0;
    const tBefore = read(tag, startBefore);
    const tAfter = read(tag, startAfter);
    put(t0, here);
    put(t0, tAfter, here);
    put(tBefore, t0 * 8 + here, tAfter);
    put(word[i] ?? 0, here);
    put(read(word, startBefore), here);
    put(read(word, startAfter), here);
    put(wordEnd[i] ?? 0, here);
    put(read(wordEnd, startBefore), t0, here);
    put(read(wordEnd, startBefore), surname[i] ?? 0, here);
    const twoAfter = w + 2 < wordCount ? (wordStarts[w + 2] ?? 0) : n;
    put(tAfter, read(tag, twoAfter), t0 * 8 + here);
    // Names: 7.
    const s0 = surname[i] ?? 0;
    const sBefore = read(surname, i - 1);
    const g = givenName[i] ?? 0;
    const gAfter = read(givenName, i + 1);
    const gAfter2 = read(givenName, i + 2);
    put(s0, gAfter, gAfter2);
    put(sBefore, g, gAfter);
    put(placeWord[i] ?? 0, t0, here);
    put(personWord[i] ?? 0, read(personWord, i + 1), s0);
    put(personWord[i] ?? 0, placeWord[i] ?? 0, here);
    put(read(personWordNext, startBefore), s0, here);
    put(read(personWordNext, i + 1), read(personWordNext, i + 2), sBefore * 8 + s0);
    // Endings: 4.
    const e = ending[i] ?? 0;
    put(e >> 5, here, t0);
    put(e & 31, (placeWord[i] ?? 0) & 7, here);
    const pe = placeEnding[i] ?? 0;
    put(pe >> 5, pe & 31);
    put(pe & 31, here, (placeWord[i] ?? 0) & 7);
    // Rules and surroundings: 5.
    put(rule[i] ?? 0, c0);
    put(rule[i] ?? 0, read(rule, i - 1), read(rule, i + 1));
    put(holderRule[i] ?? 0, here);
    put(inside[i] ?? 0, here, t0);
    put(columns.blockKind, kinds, Math.min(i, 3));
    hashInto(into, i * FEATURES_PER_CHARACTER);
  }
}

/** What the templates of one character say, before it is hashed: in a loop by itself that runs without a call. */
const firsts = new Int32Array(FEATURES_PER_CHARACTER);
const seconds = new Int32Array(FEATURES_PER_CHARACTER);
const thirds = new Int32Array(FEATURES_PER_CHARACTER);

function hashInto(into: Int32Array, at: number): void {
  for (let template = 0; template < FEATURES_PER_CHARACTER; template++) {
    let hash = Math.imul(template + 1, 0x9e3779b1);
    hash = Math.imul(hash ^ (firsts[template] ?? 0), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash ^ (seconds[template] ?? 0), 0xc2b2ae35);
    hash ^= hash >>> 16;
    hash = Math.imul(hash ^ (thirds[template] ?? 0), 0x27d4eb2f);
    into[at + template] = hash ^ (hash >>> 15);
  }
}
