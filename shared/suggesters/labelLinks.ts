/** The factors from O and ends (O, E, S of each type in turn) to O and starts (O, B, S of each), in rows of `size`. */
export interface Links {
  readonly size: number;
  /** Number of each label among ends and among starts, −1 where it is none. */
  readonly endAt: Int32Array;
  readonly startAt: Int32Array;
  /** A row per start, and the same by columns: a row per end. */
  readonly afterEnds: Float64Array;
  readonly beforeStarts: Float64Array;
  /**
   * Working memory of `sumLabellings`: sums and emissions of the character beside by label, 0 where a label was left out,
   * and its ends or starts that were not, with their sums.
   */
  readonly beside: Float64Array;
  readonly besideEmission: Float64Array;
  readonly reached: Int32Array;
  readonly reachedSum: Float64Array;
  /** First labels of the types whose mentions go on. */
  readonly begun: Int32Array;
}

/** O(labels²): kept by whoever sums often over the same factors. */
export function linksOf(labels: number, factors: Float64Array): Links {
  const size = (labels + 1) / 2;
  const ends = new Int32Array(size);
  const starts = new Int32Array(size);
  for (let n = 1; n < size; n++) {
    const first = 4 * ((n - 1) >> 1) + 1;
    ends[n] = first + 3 - (n & 1);
    starts[n] = first + (n & 1 ? 0 : 3);
  }
  const endAt = new Int32Array(labels).fill(-1);
  const startAt = new Int32Array(labels).fill(-1);
  for (let n = 0; n < size; n++) {
    endAt[ends[n] ?? 0] = n;
    startAt[starts[n] ?? 0] = n;
  }
  const afterEnds = new Float64Array(size * size);
  const beforeStarts = new Float64Array(size * size);
  for (let e = 0; e < size; e++) {
    for (let s = 0; s < size; s++) {
      const factor = factors[(ends[e] ?? 0) * labels + (starts[s] ?? 0)] ?? 0;
      afterEnds[s * size + e] = factor;
      beforeStarts[e * size + s] = factor;
    }
  }
  return {
    size,
    endAt,
    startAt,
    afterEnds,
    beforeStarts,
    beside: new Float64Array(labels),
    besideEmission: new Float64Array(labels),
    reached: new Int32Array(size),
    reachedSum: new Float64Array(size),
    begun: new Int32Array(size),
  };
}
