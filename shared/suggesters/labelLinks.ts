/** The factors from O and ends (O, E, S of each type in turn) to O and starts (O, B, S of each), in rows of `size`. */
export interface Links {
  readonly size: number;
  readonly ends: Int32Array;
  readonly starts: Int32Array;
  /** A row per start, and the same by columns: a row per end. */
  readonly afterEnds: Float64Array;
  readonly beforeStarts: Float64Array;
  /**
   * Working memory of `sumLabellings`: sums and emissions of the character beside by label, 0 where a label was left out,
   * and those of its ends or starts alone.
   */
  readonly beside: Float64Array;
  readonly besideEmission: Float64Array;
  readonly outside: Float64Array;
  readonly outsideEmission: Float64Array;
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
    ends,
    starts,
    afterEnds,
    beforeStarts,
    beside: new Float64Array(labels),
    besideEmission: new Float64Array(labels),
    outside: new Float64Array(size),
    outsideEmission: new Float64Array(size),
  };
}
