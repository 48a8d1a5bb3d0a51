import type { TextColumns } from './textColumns';

/**
 * A log-linear model over whole spans: what they say, where they begin and end, what stands beside them. The taggers look at
 * one character after the other and cannot tell 一分钱 that is paid from 一分 that is an acre.
 */
export interface SpanWording {
  /** `WORDING_SIZE` weights, in steps of 1/16. */
  readonly weights: Int8Array;
}

export const WORDING_SIZE = 1 << 16;
export const WORDING_FEATURES = 20;
export const WORDING_STEP = 1 / 16;

/** The sum of the weights at `slots`, in log-odds. */
export function wordingScore({ weights }: SpanWording, slots: Int32Array): number {
  let sum = 0;
  for (let k = 0; k < WORDING_FEATURES; k++) sum += weights[slots[k] ?? 0] ?? 0;
  return sum * WORDING_STEP;
}

/** What the model may know of a span beside its text. */
export interface WordingOf {
  /** Index into SUGGESTED_TYPES. */
  readonly type: number;
  readonly start: number;
  readonly end: number;
  readonly probability: number;
  readonly inner: number;
  readonly rule: number;
}

/** The slots of the weights that speak about a span. O(length of the span). */
export function wordingSlots(columns: TextColumns, span: WordingOf, into: Int32Array): void {
  const { length: n, code, kind, tag, word, wordIndex, wordStarts, wordCount } = columns;
  const { type, start, end } = span;
  const at = (column: Int32Array, i: number): number => (i < 0 ? 1 : i >= n ? 2 : (column[i] ?? 0));
  let text = 0;
  let pattern = 0;
  let tags = 0;
  let before = 0;
  for (let i = start; i < end; i++) {
    const c = code[i] ?? 0;
    text = Math.imul(text ^ c, 0x01000193) ^ (text >>> 15);
    // Runs of digits and of Han numerals count as one sign: 3月11日 and 12月5日 are written alike.
    const sign = kind[i] === 3 ? 0x30 : kind[i] === 2 ? 0x4e00 : c;
    if (sign !== before || (sign !== 0x30 && sign !== 0x4e00))
      pattern = Math.imul(pattern ^ sign, 0x85ebca6b) ^ (pattern >>> 13);
    before = sign;
    if (i === start || wordStarts[wordIndex[i] ?? 0] === i)
      tags = Math.imul(tags ^ (tag[i] ?? 0), 0xc2b2ae35) ^ (tags >>> 16);
  }
  const first = at(code, start);
  const last = at(code, end - 1);
  const left = at(code, start - 1);
  const right = at(code, end);
  const wordBefore = start > 0 ? (wordIndex[start - 1] ?? 0) : -1;
  const wordAfter = end < n ? (wordIndex[end] ?? 0) : wordCount;
  const startBefore = wordBefore < 0 ? -1 : (wordStarts[wordBefore] ?? 0);
  const startAfter = wordAfter < wordCount ? (wordStarts[wordAfter] ?? n) : n;
  const size = Math.min(end - start, 12);
  let k = 0;
  const put = (a: number, b: number): void => {
    firsts[k] = a;
    seconds[k++] = b;
  };
  put(text, 0);
  put(pattern, 0);
  put(pattern, left);
  put(pattern, right);
  put(pattern, span.rule);
  put(left, at(code, start - 2));
  put(right, at(code, end + 1));
  put(left, right);
  put(left, first);
  put(last, right);
  put(left, size);
  put(right, size);
  put(first, at(code, start + 1));
  put(last, at(code, end - 2));
  put(tags, 0);
  put(at(tag, startBefore), at(tag, startAfter));
  put(at(word, startBefore), at(kind, end));
  put(at(word, startAfter), at(kind, start - 1));
  put(confidenceStep(span.probability), confidenceStep(span.inner));
  put(span.rule, size);
  for (let template = 0; template < WORDING_FEATURES; template++) {
    let hash = Math.imul(template * 16 + type + 1, 0x9e3779b1);
    hash = Math.imul(hash ^ (firsts[template] ?? 0), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash ^ (seconds[template] ?? 0), 0xc2b2ae35);
    into[template] = (hash ^ (hash >>> 16)) & (WORDING_SIZE - 1);
  }
}

/** What the templates say before they are hashed, in a loop without calls. */
const firsts = new Int32Array(WORDING_FEATURES);
const seconds = new Int32Array(WORDING_FEATURES);

const confidenceStep = (p: number): number => Math.round(2 * Math.log((p + 0.005) / (1.005 - p)));
