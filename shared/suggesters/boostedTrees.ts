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
export type Judge = (row: Float32Array) => number;

/** The trees laid out one after the other, which makes them several times as fast to walk. */
export function judgeOf({ base, trees }: BoostedTrees): Judge {
  const size = trees.reduce((sum, tree) => sum + tree.feature.length, 0);
  const feature = new Int16Array(size);
  const threshold = new Float64Array(size);
  const left = new Int32Array(size);
  const right = new Int32Array(size);
  const roots = new Int32Array(trees.length);
  let at = 0;
  trees.forEach((tree, t) => {
    roots[t] = at;
    for (let node = 0; node < tree.feature.length; node++) {
      feature[at + node] = tree.feature[node] ?? -1;
      threshold[at + node] = tree.threshold[node] ?? 0;
      left[at + node] = (roots[t] ?? 0) + (tree.left[node] ?? 0);
      right[at + node] = (roots[t] ?? 0) + (tree.right[node] ?? 0);
    }
    at += tree.feature.length;
  });
  return row => {
    let sum = base;
    for (let t = 0; t < roots.length; t++) {
      let node = roots[t] ?? 0;
      for (let f = feature[node] ?? -1; f >= 0; f = feature[node] ?? -1) {
        node = ((row[f] ?? 0) < (threshold[node] ?? 0) ? left[node] : right[node]) ?? 0;
      }
      sum += threshold[node] ?? 0;
    }
    return 1 / (1 + Math.exp(-sum));
  };
}
