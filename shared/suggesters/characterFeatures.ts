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
 * What they say is written down without a call: there would be fifty for each character.
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
    blockKind,
  } = columns;
  for (let i = 0; i < n; i++) {
    if (!open[i]) continue;
    const hasBefore = i > 0;
    const hasAfter = i + 1 < n;
    // Characters: 7 templates.
    const c0 = code[i] ?? 0;
    const p1 = hasBefore ? (code[i - 1] ?? 0) : BEFORE;
    const n1 = hasAfter ? (code[i + 1] ?? 0) : AFTER;
    firsts[0] = c0;
    firsts[1] = p1;
    firsts[2] = n1;
    firsts[3] = i > 1 ? (code[i - 2] ?? 0) : BEFORE;
    firsts[4] = i + 2 < n ? (code[i + 2] ?? 0) : AFTER;
    firsts[5] = p1;
    seconds[5] = c0;
    firsts[6] = c0;
    seconds[6] = n1;
    // Kinds: 1.
    const kinds =
      (hasBefore ? (kind[i - 1] ?? 0) : BEFORE) * 100 +
      (kind[i] ?? 0) * 10 +
      (hasAfter ? (kind[i + 1] ?? 0) : AFTER);
    firsts[7] = kinds;
    seconds[7] = (i > 1 ? (kind[i - 2] ?? 0) : BEFORE) * 10 + (i + 2 < n ? (kind[i + 2] ?? 0) : AFTER);
    // Words: 10.
    const w = wordIndex[i] ?? 0;
    const here = place[i] ?? 0;
    const isFirstWord = w === 0;
    const isLastWord = w + 1 >= wordCount;
    const startBefore = isFirstWord ? 0 : (wordStarts[w - 1] ?? 0);
    const startAfter = isLastWord ? 0 : (wordStarts[w + 1] ?? 0);
    const t0 = tag[i] ?? 0;
    const tBefore = isFirstWord ? BEFORE : (tag[startBefore] ?? 0);
    const tAfter = isLastWord ? AFTER : (tag[startAfter] ?? 0);
    const endBefore = isFirstWord ? BEFORE : (wordEnd[startBefore] ?? 0);
    const s0 = surname[i] ?? 0;
    firsts[8] = t0;
    seconds[8] = here;
    firsts[9] = t0;
    seconds[9] = tAfter;
    thirds[9] = here;
    firsts[10] = tBefore;
    seconds[10] = t0 * 8 + here;
    thirds[10] = tAfter;
    firsts[11] = word[i] ?? 0;
    seconds[11] = here;
    firsts[12] = isFirstWord ? BEFORE : (word[startBefore] ?? 0);
    seconds[12] = here;
    firsts[13] = isLastWord ? AFTER : (word[startAfter] ?? 0);
    seconds[13] = here;
    firsts[14] = wordEnd[i] ?? 0;
    seconds[14] = here;
    firsts[15] = endBefore;
    seconds[15] = t0;
    thirds[15] = here;
    firsts[16] = endBefore;
    seconds[16] = s0;
    thirds[16] = here;
    firsts[17] = tAfter;
    seconds[17] = w + 2 < wordCount ? (tag[wordStarts[w + 2] ?? 0] ?? 0) : AFTER;
    thirds[17] = t0 * 8 + here;
    // Names: 7.
    const sBefore = hasBefore ? (surname[i - 1] ?? 0) : BEFORE;
    const gAfter = hasAfter ? (givenName[i + 1] ?? 0) : AFTER;
    const places = placeWord[i] ?? 0;
    const people = personWord[i] ?? 0;
    firsts[18] = s0;
    seconds[18] = gAfter;
    thirds[18] = i + 2 < n ? (givenName[i + 2] ?? 0) : AFTER;
    firsts[19] = sBefore;
    seconds[19] = givenName[i] ?? 0;
    thirds[19] = gAfter;
    firsts[20] = places;
    seconds[20] = t0;
    thirds[20] = here;
    firsts[21] = people;
    seconds[21] = hasAfter ? (personWord[i + 1] ?? 0) : AFTER;
    thirds[21] = s0;
    firsts[22] = people;
    seconds[22] = places;
    thirds[22] = here;
    firsts[23] = isFirstWord ? BEFORE : (personWordNext[startBefore] ?? 0);
    seconds[23] = s0;
    thirds[23] = here;
    firsts[24] = hasAfter ? (personWordNext[i + 1] ?? 0) : AFTER;
    seconds[24] = i + 2 < n ? (personWordNext[i + 2] ?? 0) : AFTER;
    thirds[24] = sBefore * 8 + s0;
    // Endings: 4.
    const e = ending[i] ?? 0;
    const pe = placeEnding[i] ?? 0;
    firsts[25] = e >> 5;
    seconds[25] = here;
    thirds[25] = t0;
    firsts[26] = e & 31;
    seconds[26] = places & 7;
    thirds[26] = here;
    firsts[27] = pe >> 5;
    seconds[27] = pe & 31;
    firsts[28] = pe & 31;
    seconds[28] = here;
    thirds[28] = places & 7;
    // Rules and surroundings: 5.
    const r = rule[i] ?? 0;
    firsts[29] = r;
    seconds[29] = c0;
    firsts[30] = r;
    seconds[30] = hasBefore ? (rule[i - 1] ?? 0) : BEFORE;
    thirds[30] = hasAfter ? (rule[i + 1] ?? 0) : AFTER;
    firsts[31] = holderRule[i] ?? 0;
    seconds[31] = here;
    firsts[32] = inside[i] ?? 0;
    seconds[32] = here;
    thirds[32] = t0;
    firsts[33] = blockKind;
    seconds[33] = kinds;
    thirds[33] = Math.min(i, 3);
    hashInto(into, i * FEATURES_PER_CHARACTER);
  }
}

/** What the templates of one character say, before it is hashed; those that say less than three things have zeros all along. */
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
