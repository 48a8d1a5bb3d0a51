/** Regression trees whose sum is the log-odds of an event (Friedman 2001). Plain data, small enough for JSON. */
export interface BoostedTrees {
  /** Log-odds before any tree. */
  readonly base: number;
  readonly trees: readonly Tree[];
}

/**
 * Node `i` asks whether feature `feature[i]` is below `threshold[i]`; if so go to `left[i]`, else to `right[i]`.
 * A leaf has feature −1 and its log-odds in `threshold`.
 */
export interface Tree {
  readonly feature: ArrayLike<number>;
  readonly threshold: ArrayLike<number>;
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
}

/** Probability of the event for one row of features. O(trees × depth). */
export function probabilityOf({ base, trees }: BoostedTrees, row: Float32Array): number {
  let sum = base;
  for (const { feature, threshold, left, right } of trees) {
    let node = 0;
    for (let f = feature[0] ?? -1; f >= 0; f = feature[node] ?? -1) {
      node = ((row[f] ?? 0) < (threshold[node] ?? 0) ? left[node] : right[node]) ?? 0;
    }
    sum += threshold[node] ?? 0;
  }
  return 1 / (1 + Math.exp(-sum));
}
