import type { Links } from './labelLinks';
import { type Lattice, sumBackward } from './sequenceTagging';

/** What `sumLikelyLabels` reads of a block. */
export interface LabelScores {
  /** Whole scores of one tagger: a column per label from `offset` on, in rows of `stride`. */
  readonly scores: Int32Array;
  readonly offset: number;
  readonly stride: number;
  /** Characters that are not open are O. */
  readonly open: Uint8Array;
  readonly length: number;
}

/** What is left out; see `sumLikelyLabels`. */
export interface Limits {
  /** Labels that score this much less than the character's best one; not O, so that a labelling always exists. */
  readonly margin: number;
  /** Labels that what stands up to them makes less probable than this; not O. */
  readonly beam: number;
}

/**
 * `fillLattice` and `sumLabellings` in one for a finished model: the labels within the limits only, and of those inside a
 * mention only the ones whose mention began. Most labels of most characters are never looked at. `powers` are e to the
 * power of −n steps of the scores.
 */
export function sumLikelyLabels(
  lattice: Lattice,
  { scores, offset, stride, open, length }: LabelScores,
  { margin, beam }: Limits,
  powers: Float64Array,
  factors: Float64Array,
  links: Links,
): void {
  const { labels: L, rows, label, emission, forward, scale } = lattice;
  const { afterEnds, endAt, size, beside, reached, reachedSum, begun } = links;
  const leastPower = powers.length - 1;
  let before = 0;
  let from = 0;
  for (let i = 0; i < length; i++) {
    const isLast = i === length - 1;
    let ends = 0;
    let types = 0;
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
    rows[i] = from;
    let entry = from;
    let total = 0;
    const isOpen = open[i] === 1;
    const base = i * stride + offset;
    let best = 0;
    if (isOpen) {
      best = scores[base] ?? 0;
      for (let y = 1; y < L; y++) {
        const score = scores[base + y] ?? 0;
        if (score > best) best = score;
      }
    }
    const starts = isOpen ? size : 1;
    for (let s = 0; s < starts; s++) {
      const y = s === 0 ? 0 : 4 * ((s - 1) >> 1) + (s & 1 ? 1 : 4);
      const below = isOpen ? best - (scores[base + y] ?? 0) : 0;
      // A text cannot end inside a mention.
      if (s > 0 && (below > margin || (isLast && (s & 1) === 1))) continue;
      let sum = i === 0 ? 1 : 0;
      const row = s * size;
      for (let e = 0; e < ends; e++) sum += (reachedSum[e] ?? 0) * (afterEnds[row + (reached[e] ?? 0)] ?? 0);
      const power = powers[Math.min(below, leastPower)] ?? 0;
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
      if (!isOpen) continue;
      for (let y = isLast ? first + 2 : first + 1; y <= first + 2; y++) {
        const below = best - (scores[base + y] ?? 0);
        if (below > margin) continue;
        const power = powers[below] ?? 0;
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
    scale[i] = factor;
    const least = beam * total;
    let kept = from;
    for (let k = from; k < entry; k++) {
      const sum = forward[k] ?? 0;
      if (k > from && sum < least) continue;
      label[kept] = label[k] ?? 0;
      emission[kept] = emission[k] ?? 0;
      forward[kept++] = sum * factor;
    }
    before = from;
    from = kept;
  }
  rows[length] = from;
  sumBackward(lattice, length, factors, links);
}
