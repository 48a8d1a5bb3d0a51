import type { TextColumns } from './textColumns';

/**
 * A small model that says where mentions may be, so that the large one need not look at every character: one weight
 * per hashed feature, few features.
 */
export interface Gate {
  /** `GATE_SIZE` weights, in steps. */
  readonly weights: Int8Array;
  /** Sums below it are no mention. */
  readonly threshold: number;
}

export const GATE_SIZE = 1 << 16;
export const GATE_FEATURES = 14;

/** The slots of the weights that speak about character `i`. */
export function gateSlots(columns: TextColumns, i: number, into: Int32Array): void {
  const {
    length: n,
    code,
    kind,
    word,
    tag,
    place,
    wordIndex,
    wordStarts,
    wordCount,
    surname,
    givenName,
  } = columns;
  const before = i > 0 ? (code[i - 1] ?? 0) : 1;
  const after = i + 1 < n ? (code[i + 1] ?? 0) : 2;
  const here = code[i] ?? 0;
  const w = wordIndex[i] ?? 0;
  const startBefore = w > 0 ? (wordStarts[w - 1] ?? 0) : -1;
  const startAfter = w + 1 < wordCount ? (wordStarts[w + 1] ?? 0) : -1;
  const tagHere = (tag[i] ?? 0) * 8 + (place[i] ?? 0);
  const tagBefore = startBefore < 0 ? 1 : (tag[startBefore] ?? 0);
  const tagAfter = startAfter < 0 ? 2 : (tag[startAfter] ?? 0);
  const kinds =
    (i > 0 ? (kind[i - 1] ?? 0) : 9) * 100 + (kind[i] ?? 0) * 10 + (i + 1 < n ? (kind[i + 1] ?? 0) : 9);
  firsts[0] = here;
  seconds[0] = 0;
  firsts[1] = before;
  seconds[1] = here;
  firsts[2] = here;
  seconds[2] = after;
  firsts[3] = word[i] ?? 0;
  seconds[3] = 0;
  firsts[4] = tagBefore;
  seconds[4] = tagHere;
  firsts[5] = tagHere;
  seconds[5] = tagAfter;
  firsts[6] = startBefore < 0 ? 1 : (word[startBefore] ?? 0);
  seconds[6] = tagHere;
  firsts[7] = startAfter < 0 ? 2 : (word[startAfter] ?? 0);
  seconds[7] = tagHere;
  firsts[8] = columns.rule[i] ?? 0;
  seconds[8] = columns.holderRule[i] ?? 0;
  firsts[9] = columns.placeWord[i] ?? 0;
  seconds[9] = columns.personWord[i] ?? 0;
  firsts[10] = i > 0 ? (surname[i - 1] ?? 0) : 4;
  seconds[10] = (givenName[i] ?? 0) * 8 + (surname[i] ?? 0);
  firsts[11] = columns.ending[i] ?? 0;
  seconds[11] = place[i] ?? 0;
  firsts[12] = kinds;
  seconds[12] = columns.blockKind * 8 + (columns.inside[i] ?? 0);
  firsts[13] = columns.placeEnding[i] ?? 0;
  seconds[13] = place[i] ?? 0;
  for (let k = 0; k < GATE_FEATURES; k++) {
    let hash = Math.imul(k + 1, 0x9e3779b1);
    hash = Math.imul(hash ^ (firsts[k] ?? 0), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash ^ (seconds[k] ?? 0), 0xc2b2ae35);
    into[k] = (hash ^ (hash >>> 16)) & (GATE_SIZE - 1);
  }
}

/** What the features say before they are hashed, in a loop without calls. */
const firsts = new Int32Array(GATE_FEATURES);
const seconds = new Int32Array(GATE_FEATURES);

const slots = new Int32Array(GATE_FEATURES);

/** Sum of the weights for character `i`. */
export function gateSum(columns: TextColumns, i: number, weights: Int8Array): number {
  gateSlots(columns, i, slots);
  let sum = 0;
  for (let k = 0; k < GATE_FEATURES; k++) sum += weights[slots[k] ?? 0] ?? 0;
  return sum;
}

/** How far below the threshold a character may be that lies beside one above it. */
const SLACK = 50;
let sums = new Int32Array(1024);

/**
 * 1 for every character that may lie in a mention: those above the threshold, on both sides of them as many as are not far
 * below it, and what little stands between two such stretches, for a mention is often known by one part of it.
 */
export function openCharacters(columns: TextColumns, gate: Gate, into: Uint8Array): void {
  const n = columns.length;
  if (n > sums.length) sums = new Int32Array(n);
  into.fill(0, 0, n);
  for (let i = 0; i < n; i++) sums[i] = gateSum(columns, i, gate.weights);
  const low = gate.threshold - SLACK;
  for (let i = 0; i < n; i++) {
    if ((sums[i] ?? 0) < gate.threshold) continue;
    into[i] = 1;
    for (let j = i - 1; j >= 0 && into[j] === 0 && (sums[j] ?? 0) >= low; j--) into[j] = 1;
    for (let j = i + 1; j < n && (sums[j] ?? 0) >= low && (sums[j] ?? 0) < gate.threshold; j++) into[j] = 1;
  }
  closeGaps(columns.kind, n, into);
}

const WIDEST_GAP = 2;
const isPunctuation = (kind: number | undefined): boolean => kind === 6 || kind === 7;

function closeGaps(kind: Int32Array, n: number, open: Uint8Array): void {
  let last = n;
  for (let i = 0; i < n; i++) {
    if (open[i] !== 1) continue;
    const gap = i - last - 1;
    if (gap > 0 && gap <= WIDEST_GAP && !isPunctuation(kind[i - 1]) && !isPunctuation(kind[last + 1]))
      open.fill(1, last + 1, i);
    last = i;
  }
}
