import { type Links, linksOf } from './labelLinks';
import { labelOf } from './taggers';

/** A stretch of text a tagger thinks is a mention, with the probability it gives to exactly this span and type. */
export interface TaggedSpan {
  /** Index into the tagger's types. */
  readonly type: number;
  readonly start: number;
  readonly end: number;
  readonly probability: number;
}

/**
 * Forward and backward sums of one text over the labels worth looking at: those of character `i` are entries
 * `rows[i] … rows[i + 1]`. Each character is scaled to 1 (Rabiner 1989, §V.A).
 */
export interface Lattice {
  readonly labels: number;
  readonly rows: Int32Array;
  readonly label: Uint8Array;
  readonly emission: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly scale: Float64Array;
}

/** Room for texts up to `length`; kept and reused, since allocation would cost more than the sums. */
export function createLattice(length: number, labels: number): Lattice {
  const size = length * labels;
  return {
    labels,
    rows: new Int32Array(length + 1),
    label: new Uint8Array(size),
    emission: new Float64Array(size),
    forward: new Float64Array(size),
    backward: new Float64Array(size),
    scale: new Float64Array(length),
  };
}

/** Whether label `to` may follow label `from`; only these have a weight. */
export function follows(from: number, to: number): boolean {
  const before = from === 0 ? 2 : (from - 1) & 3;
  const after = to === 0 ? 0 : (to - 1) & 3;
  const isInner = to !== 0 && (after === 1 || after === 2);
  if (from !== 0 && before < 2) return isInner && (from - 1) >> 2 === (to - 1) >> 2;
  return !isInner;
}

/** Weights of label after label as factors, 0 where one cannot follow the other. */
export function transitionFactors(weights: Float64Array, labels: number): Float64Array {
  return weights.map((weight, cell) =>
    follows(Math.floor(cell / labels), cell % labels) ? Math.exp(weight) : 0,
  );
}

/** e to the power of −`n` units, for `n` from 0 to as little as O is taken to be likely: spares whole scores the exponentials. */
export const powersOf = (unit: number): Float64Array =>
  Float64Array.from({ length: Math.ceil(LOWEST / unit) + 1 }, (_, n) => Math.exp(-n * unit));

/** O is never taken to be less likely than e⁻³⁰ of the best. */
const LOWEST = 30;

/**
 * Takes over the scores of one tagger, in units of `unit`: `labels` columns from `offset` in rows of `stride`. Labels whose score lies
 * more than `margin` below the character's best are left out (O never is, so that a labelling always exists), and
 * characters that are not open are O.
 */
export function fillLattice(
  lattice: Lattice,
  scores: Float64Array | Int32Array,
  open: Uint8Array,
  length: number,
  stride: number,
  offset: number,
  margin: number,
  unit: number,
): void {
  const { labels, rows, label, emission } = lattice;
  let entry = 0;
  for (let i = 0; i < length; i++) {
    const base = i * stride + offset;
    if (!open[i]) {
      rows[i] = entry;
      label[entry] = 0;
      emission[entry++] = 1;
      continue;
    }
    let best = scores[base] ?? 0;
    for (let y = 1; y < labels; y++) {
      const score = scores[base + y] ?? 0;
      if (score > best) best = score;
    }
    rows[i] = entry;
    label[entry] = 0;
    const belowBest = best - (scores[base] ?? 0);
    emission[entry++] = Math.exp(Math.max(-LOWEST, -belowBest * unit));
    for (let y = 1; y < labels; y++) {
      const below = best - (scores[base + y] ?? 0);
      if (below * unit > margin) continue;
      label[entry] = y;
      emission[entry++] = Math.exp(-below * unit);
    }
  }
  rows[length] = entry;
}

/**
 * Fills `forward`, `backward` and `scale` for the first `length` characters. Only labels that may follow one another are
 * multiplied: O and starts (B, S) follow O and ends (E, S), and I and E follow B and I of their type. O(length × (1 + 2 × types)²).
 */
export function sumLabellings(
  lattice: Lattice,
  length: number,
  factors: Float64Array,
  links: Links = linksOf(lattice.labels, factors),
): void {
  const { labels: L, rows, label, emission, forward, scale } = lattice;
  const { afterEnds, endAt, size, beside, reached, reachedSum } = links;
  for (let i = 0; i < length; i++) {
    const from = rows[i] ?? 0;
    const to = rows[i + 1] ?? 0;
    const before = i > 0 ? (rows[i - 1] ?? 0) : 0;
    const onlyO = from - before === 1;
    let count = 0;
    if (i > 0 && !onlyO) {
      for (let b = before; b < from; b++) {
        const y = label[b] ?? 0;
        const value = forward[b] ?? 0;
        const end = endAt[y] ?? -1;
        beside[y] = value;
        if (end < 0 || value === 0) continue;
        reached[count] = end;
        reachedSum[count++] = value;
      }
    }
    const fromO = forward[before] ?? 0;
    let total = 0;
    for (let k = from; k < to; k++) {
      const y = label[k] ?? 0;
      const place = y === 0 ? 0 : (y - 1) & 3;
      const isStart = place === 0 || place === 3;
      let sum = 0;
      if (i === 0) sum = isStart ? 1 : 0;
      else if (onlyO) sum = isStart ? fromO * (factors[y] ?? 0) : 0;
      else if (isStart) {
        const row = (y === 0 ? 0 : ((y - 1) >> 2) * 2 + (place === 0 ? 1 : 2)) * size;
        for (let e = 0; e < count; e++)
          sum += (reachedSum[e] ?? 0) * (afterEnds[row + (reached[e] ?? 0)] ?? 0);
      } else {
        const first = y - place;
        sum =
          (beside[first] ?? 0) * (factors[first * L + y] ?? 0) +
          (beside[first + 1] ?? 0) * (factors[(first + 1) * L + y] ?? 0);
      }
      // A text cannot end inside a mention.
      if (i === length - 1 && y !== 0 && place < 2) sum = 0;
      sum *= emission[k] ?? 0;
      forward[k] = sum;
      total += sum;
    }
    if (!onlyO) beside.fill(0);
    const factor = 1 / total;
    scale[i] = factor;
    for (let k = from; k < to; k++) forward[k] = (forward[k] ?? 0) * factor;
  }
  sumBackward(lattice, length, factors, links);
}

/** Fills `backward` where `forward` and `scale` are. */
export function sumBackward(lattice: Lattice, length: number, factors: Float64Array, links: Links): void {
  const { labels: L, rows, label, emission, backward, scale } = lattice;
  const { beforeStarts, startAt, size, beside, besideEmission, reached, reachedSum } = links;
  for (let i = length - 1; i >= 0; i--) {
    const from = rows[i] ?? 0;
    const to = rows[i + 1] ?? 0;
    const after = i + 1 < length ? (rows[i + 2] ?? 0) : to;
    const factor = i + 1 < length ? (scale[i + 1] ?? 0) : 0;
    const onlyO = after - to === 1;
    let count = 0;
    if (i + 1 < length && !onlyO) {
      for (let a = to; a < after; a++) {
        const y = label[a] ?? 0;
        const start = startAt[y] ?? -1;
        beside[y] = backward[a] ?? 0;
        besideEmission[y] = emission[a] ?? 0;
        if (start < 0 || backward[a] === 0) continue;
        reached[count] = start;
        reachedSum[count++] = (emission[a] ?? 0) * (backward[a] ?? 0);
      }
    }
    for (let k = from; k < to; k++) {
      const y = label[k] ?? 0;
      const place = (y - 1) & 3;
      const isEnd = y === 0 || place >= 2;
      let sum = 0;
      if (i === length - 1) {
        backward[k] = isEnd ? 1 : 0;
        continue;
      }
      if (onlyO) sum = isEnd ? (factors[y * L] ?? 0) * (emission[to] ?? 0) * (backward[to] ?? 0) : 0;
      else if (isEnd) {
        const row = (y === 0 ? 0 : ((y - 1) >> 2) * 2 + place - 1) * size;
        for (let s = 0; s < count; s++)
          sum += (beforeStarts[row + (reached[s] ?? 0)] ?? 0) * (reachedSum[s] ?? 0);
      } else {
        const inner = y - place + 1;
        sum =
          (factors[y * L + inner] ?? 0) * (besideEmission[inner] ?? 0) * (beside[inner] ?? 0) +
          (factors[y * L + inner + 1] ?? 0) * (besideEmission[inner + 1] ?? 0) * (beside[inner + 1] ?? 0);
      }
      backward[k] = sum * factor;
    }
    if (onlyO) continue;
    for (let a = to; a < after; a++) {
      const y = label[a] ?? 0;
      beside[y] = 0;
      besideEmission[y] = 0;
    }
  }
}

/**
 * Adds to `spans` all of one summed run (see `sumLikelyLabels`) to which the lattice gives at least `least` probability. Also
 * overlapping ones: the caller chooses. Cost grows with the number of such spans only.
 */
export function likelySpans(
  lattice: Lattice,
  { start: runStart, end: runEnd }: { readonly start: number; readonly end: number },
  factors: Float64Array,
  least: number,
  spans: TaggedSpan[],
): void {
  const { labels: L, rows, label, emission, forward, backward, scale } = lattice;
  const length = runEnd - runStart;
  const entryOf = (i: number, y: number): number => {
    for (let k = rows[i] ?? 0; k < (rows[i + 1] ?? 0); k++) if (label[k] === y) return k;
    return -1;
  };
  for (let i = 0; i < length; i++) {
    for (let k = (rows[i] ?? 0) + 1; k < (rows[i + 1] ?? 0); k++) {
      const probability = (forward[k] ?? 0) * (backward[k] ?? 0);
      if (probability < least) continue;
      const y = label[k] ?? 0;
      const place = (y - 1) & 3;
      const type = (y - 1) >> 2;
      if (place === 3) spans.push({ type, start: runStart + i, end: runStart + i + 1, probability });
      if (place === 0) extend(i, type, forward[k] ?? 0);
    }
  }

  function extend(start: number, type: number, first: number): void {
    const inner = labelOf(type, 1);
    const last = labelOf(type, 2);
    let running = first;
    let from = labelOf(type, 0);
    for (let j = start + 1; j < length; j++) {
      const closing = entryOf(j, last);
      const factor = scale[j] ?? 0;
      if (closing >= 0) {
        const closed = running * (factors[from * L + last] ?? 0) * (emission[closing] ?? 0) * factor;
        const probability = closed * (backward[closing] ?? 0);
        if (probability >= least)
          spans.push({ type, start: runStart + start, end: runStart + j + 1, probability });
      }
      const going = entryOf(j, inner);
      if (going < 0) break;
      running *= (factors[from * L + inner] ?? 0) * (emission[going] ?? 0) * factor;
      if (running * (backward[going] ?? 0) < least) break;
      from = inner;
    }
  }
}
