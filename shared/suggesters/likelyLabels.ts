import type { Links } from './labelLinks';
import type { Lattice } from './sequenceTagging';

/** The whole scores of one tagger: a column per label from `offset` on, in rows of `stride`. */
export interface LabelScores {
  readonly scores: Int32Array;
  readonly offset: number;
  readonly stride: number;
  readonly labels: number;
}

/** What is left out. */
export interface Limits {
  /** Labels that lie in no mention more likely than this (a log-odds in steps of the scores); see `markPlausible`. */
  readonly mention: number;
  /** Labels that what stands up to them makes less probable than this; not O. */
  readonly beam: number;
}

/** Bits of the labels that begin a mention, and O; and those of them that end it too. */
const ONLY_OR_O = 0x1111_1111;
const STARTS = ONLY_OR_O | 0x2222_2222;

/** Characters that may be other than O, from `start` up to `end` of a text of `length`; what stands beside them is O. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/**
 * `fillLattice` and `sumLabellings` in one for a finished model and one run: the plausible labels only, and of those inside a
 * mention only the ones whose mention began. Most labels of most characters are never looked at. `powers` are e to the
 * power of −n steps of the scores. The lattice has the run's first character at 0.
 */
export function sumLikelyLabels(
  lattice: Lattice,
  { scores, offset, stride }: LabelScores,
  run: Run,
  plausible: Int32Array,
  { beam }: Limits,
  powers: Float64Array,
  factors: Float64Array,
  links: Links,
): void {
  const { labels: L, rows, label, emission, forward, scale } = lattice;
  const { afterEnds, endAt, startAt, size, beside, reached, reachedSum, begun } = links;
  const leastPower = powers.length - 1;
  let before = 0;
  let from = 0;
  for (let i = run.start; i < run.end; i++) {
    const isLast = i === run.length - 1;
    let ends = 0;
    let types = 0;
    if (i === run.start && i > 0) {
      reached[0] = 0;
      reachedSum[0] = 1;
      ends = 1;
    }
    for (let b = before; b < from; b++) {
      const y = label[b] ?? 0;
      const value = forward[b] ?? 0;
      const end = endAt[y] ?? -1;
      if (end >= 0) {
        reached[ends] = end;
        reachedSum[ends++] = value;
        continue;
      }
      const first = y - ((y - 1) & 3);
      if (beside[first] === 0 && beside[first + 1] === 0) begun[types++] = first;
      beside[y] = value;
    }
    rows[i - run.start] = from;
    let entry = from;
    let total = 0;
    const base = i * stride + offset;
    const mask = (plausible[i] ?? 0) | 1;
    let top = scores[base] ?? 0;
    for (let bits = mask & ~1; bits !== 0; bits &= bits - 1) {
      const score = scores[base + 31 - Math.clz32(bits & -bits)] ?? 0;
      if (score > top) top = score;
    }
    // A text cannot end inside a mention.
    for (let bits = mask & (isLast ? ONLY_OR_O : STARTS); bits !== 0; bits &= bits - 1) {
      const y = 31 - Math.clz32(bits & -bits);
      let sum = i === 0 ? 1 : 0;
      const row = (startAt[y] ?? 0) * size;
      for (let e = 0; e < ends; e++) sum += (reachedSum[e] ?? 0) * (afterEnds[row + (reached[e] ?? 0)] ?? 0);
      const power = powers[Math.min(top - (scores[base + y] ?? 0), leastPower)] ?? 0;
      sum *= power;
      label[entry] = y;
      emission[entry] = power;
      forward[entry++] = sum;
      total += sum;
    }
    for (let t = 0; t < types; t++) {
      const first = begun[t] ?? 0;
      const fromFirst = beside[first] ?? 0;
      const fromInner = beside[first + 1] ?? 0;
      beside[first] = beside[first + 1] = 0;
      for (let y = isLast ? first + 2 : first + 1; y <= first + 2; y++) {
        if (((mask >> y) & 1) === 0) continue;
        const power = powers[Math.min(top - (scores[base + y] ?? 0), leastPower)] ?? 0;
        const sum =
          (fromFirst * (factors[first * L + y] ?? 0) + fromInner * (factors[(first + 1) * L + y] ?? 0)) *
          power;
        label[entry] = y;
        emission[entry] = power;
        forward[entry++] = sum;
        total += sum;
      }
    }
    const factor = 1 / total;
    scale[i - run.start] = factor;
    const worth = beam * total;
    let kept = from;
    for (let k = from; k < entry; k++) {
      const sum = forward[k] ?? 0;
      if (k > from && sum < worth) continue;
      label[kept] = label[k] ?? 0;
      emission[kept] = emission[k] ?? 0;
      forward[kept++] = sum * factor;
    }
    before = from;
    from = kept;
  }
  rows[run.end - run.start] = from;
  closeRun(lattice, run, factors);
  sumBackwardInRun(lattice, run.end - run.start, factors, links);
}

/** `backward` of the run's last character: O follows, or the text ends. */
function closeRun(lattice: Lattice, { start, end, length }: Run, factors: Float64Array): void {
  const { labels: L, rows, label, forward, backward } = lattice;
  const last = end - start - 1;
  const from = rows[last] ?? 0;
  const to = rows[last + 1] ?? 0;
  let total = 0;
  for (let k = from; k < to; k++) {
    const y = label[k] ?? 0;
    const isEnd = y === 0 || ((y - 1) & 3) >= 2;
    const factor = !isEnd ? 0 : end === length ? 1 : (factors[y * L] ?? 0);
    backward[k] = factor;
    total += factor * (forward[k] ?? 0);
  }
  if (end === length) return;
  const scaled = 1 / total;
  for (let k = from; k < to; k++) backward[k] = (backward[k] ?? 0) * scaled;
}

/** Fills `backward` of all but the last of `count` characters. */
function sumBackwardInRun(lattice: Lattice, count: number, factors: Float64Array, links: Links): void {
  const { labels: L, rows, label, emission, forward, backward, scale } = lattice;
  const { beforeStarts, endAt, startAt, size, beside, reached, reachedSum } = links;
  for (let i = count - 2; i >= 0; i--) {
    const from = rows[i] ?? 0;
    const to = rows[i + 1] ?? 0;
    const after = rows[i + 2] ?? 0;
    const factor = scale[i + 1] ?? 0;
    let starts = 0;
    for (let a = to; a < after; a++) {
      const y = label[a] ?? 0;
      const value = (emission[a] ?? 0) * (backward[a] ?? 0);
      const start = startAt[y] ?? -1;
      beside[y] = value;
      if (start < 0 || value === 0) continue;
      reached[starts] = start;
      reachedSum[starts++] = value;
    }
    for (let k = from; k < to; k++) {
      const y = label[k] ?? 0;
      const end = endAt[y] ?? -1;
      let sum = 0;
      if (end >= 0) {
        const row = end * size;
        for (let s = 0; s < starts; s++)
          sum += (beforeStarts[row + (reached[s] ?? 0)] ?? 0) * (reachedSum[s] ?? 0);
      } else if (forward[k] !== 0) {
        const inner = y - ((y - 1) & 3) + 1;
        sum =
          (factors[y * L + inner] ?? 0) * (beside[inner] ?? 0) +
          (factors[y * L + inner + 1] ?? 0) * (beside[inner + 1] ?? 0);
      }
      backward[k] = sum * factor;
    }
    for (let a = to; a < after; a++) beside[label[a] ?? 0] = 0;
  }
}
