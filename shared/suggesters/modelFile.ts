import type { BoostedTrees, Tree } from './boostedTrees';
import type { Gate } from './gate';
import { type SequenceWeights, WEIGHT_STEP } from './sequenceModel';
import { type SpanWording, WORDING_SIZE } from './spanWording';
import { LABEL_TOTAL } from './taggers';

/** The model as it lies in `weights.model.json`. Binary parts are base64. */
export interface ModelFile {
  readonly format: string;
  /** What it was trained on, how, and how it scored: for people, never read by the program. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Characters of given names by grade, from grade 1. */
  readonly givenNames: readonly string[];
  readonly gate: { readonly threshold: number; readonly weights: string };
  readonly transitions: readonly (readonly number[])[];
  /** See `packSequence`. */
  readonly sequence: string;
  /** Weights of the wording model, a byte each. */
  readonly wording: string;
  readonly judge: { readonly base: number; readonly trees: readonly (readonly number[])[] };
}

export const MODEL_FORMAT = 'kanwu-suggestion-model/2';

/** What training gives: features ascending by hash, their weights at `rows[f] … rows[f + 1]`. */
export interface LearnedWeights {
  readonly hashes: Int32Array;
  readonly rows: Uint32Array;
  /** Label of one of the taggers, all taggers' labels in a row. */
  readonly columns: Uint8Array;
  readonly values: Float32Array;
  /** Per tagger, labels × labels. */
  readonly transitions: readonly Float64Array[];
}

/**
 * Feature hashes ascending as differences (LEB128), then per feature the number of its weights, then a label and a
 * weight (in steps) for each. Weights smaller than `least` are dropped, and features left with none.
 */
export function packSequence(weights: LearnedWeights, least: number): string {
  const hashes: number[] = [];
  const counts: number[] = [];
  const pairs: number[] = [];
  let before = -(2 ** 31);
  for (let f = 0; f < weights.hashes.length; f++) {
    let count = 0;
    for (let p = weights.rows[f] ?? 0; p < (weights.rows[f + 1] ?? 0); p++) {
      const value = weights.values[p] ?? 0;
      const steps = Math.max(-127, Math.min(127, Math.round(value / WEIGHT_STEP)));
      if (Math.abs(value) < least || steps === 0) continue;
      pairs.push(weights.columns[p] ?? 0, steps & 255);
      count++;
    }
    if (count === 0) continue;
    const hash = weights.hashes[f] ?? 0;
    for (let rest = hash - before; ; rest = Math.floor(rest / 128)) {
      if (rest < 128) {
        hashes.push(rest);
        break;
      }
      hashes.push((rest % 128) + 128);
    }
    before = hash;
    counts.push(count);
  }
  const head = new Uint8Array(12);
  new Uint32Array(head.buffer).set([counts.length, hashes.length, pairs.length / 2]);
  return toBase64([...head], hashes, counts, pairs);
}

/** @throws Error where the text is not what `packSequence` gives */
export function unpackSequence(text: string, transitions: readonly (readonly number[])[]): SequenceWeights {
  const bytes = fromBase64(text);
  const word = (at: number): number =>
    (bytes[at] ?? 0) +
    (bytes[at + 1] ?? 0) * 0x100 +
    (bytes[at + 2] ?? 0) * 0x10000 +
    (bytes[at + 3] ?? 0) * 0x1000000;
  const [features, hashBytes, pairs] = [word(0), word(4), word(8)];
  if (bytes.length !== 12 + hashBytes + features + 2 * pairs)
    throw new Error('The suggestion model is damaged.');
  const hashes = new Int32Array(features);
  const rows = new Uint32Array(features + 1);
  const packed = new Int16Array(pairs);
  let at = 12;
  let hash = -(2 ** 31);
  const countsAt = 12 + hashBytes;
  for (let f = 0; f < features; f++) {
    let factor = 1;
    for (;;) {
      const byte = bytes[at++] ?? 0;
      hash += (byte & 127) * factor;
      if (byte < 128) break;
      factor *= 128;
    }
    hashes[f] = hash;
    rows[f + 1] = (rows[f] ?? 0) + (bytes[countsAt + f] ?? 0);
  }
  const pairsAt = countsAt + features;
  for (let p = 0; p < pairs; p++) {
    const label = Math.min(LABEL_TOTAL - 1, bytes[pairsAt + 2 * p] ?? 0);
    packed[p] = label * 256 + (bytes[pairsAt + 2 * p + 1] ?? 0);
  }
  return { hashes, rows, pairs: packed, transitions: transitions.map(row => Float64Array.from(row)) };
}

export const packGate = ({ weights, threshold }: Gate): ModelFile['gate'] => ({
  threshold,
  weights: toBase64(Array.from(weights, weight => weight & 255)),
});

export const unpackGate = ({ weights, threshold }: ModelFile['gate']): Gate => ({
  threshold,
  weights: new Int8Array(fromBase64(weights).buffer),
});

export const packWording = ({ weights }: SpanWording): string =>
  toBase64(Array.from(weights, weight => weight & 255));

/** @throws Error where the text is not what `packWording` gives */
export function unpackWording(text: string): SpanWording {
  const weights = new Int8Array(fromBase64(text).buffer);
  if (weights.length !== WORDING_SIZE) throw new Error('The suggestion model is damaged.');
  return { weights };
}

/** A tree as one row of numbers: feature, threshold, left, right of each node in turn. */
export const packTree = ({ feature, threshold, left, right }: Tree): number[] =>
  Array.from(feature).flatMap((f, i) => [f, threshold[i] ?? 0, left[i] ?? 0, right[i] ?? 0]);

export function unpackTrees(judge: ModelFile['judge']): BoostedTrees {
  const every = (row: readonly number[], part: number): number[] => row.filter((_, i) => i % 4 === part);
  return {
    base: judge.base,
    trees: judge.trees.map(row => ({
      // Typed arrays, for lists of whole and of other numbers would make every walk look which it has.
      feature: Int16Array.from(every(row, 0)),
      threshold: Float64Array.from(every(row, 1)),
      left: Int16Array.from(every(row, 2)),
      right: Int16Array.from(every(row, 3)),
    })),
  };
}

/** `grades` has the grade of every code unit, 0 for most. */
export function packGivenNames(grades: Uint8Array): string[] {
  const lists: string[] = [];
  grades.forEach((grade, code) => {
    if (grade > 0) lists[grade - 1] = (lists[grade - 1] ?? '') + String.fromCharCode(code);
  });
  return Array.from(lists, list => list ?? '');
}

export function unpackGivenNames(lists: readonly string[]): Uint8Array {
  const grades = new Uint8Array(0x10000);
  lists.forEach((list, index) => {
    for (let i = 0; i < list.length; i++) grades[list.charCodeAt(i)] = index + 1;
  });
  return grades;
}

function toBase64(...parts: readonly (readonly number[])[]): string {
  let text = '';
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 0x2000) text += String.fromCharCode(...part.slice(i, i + 0x2000));
  }
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
