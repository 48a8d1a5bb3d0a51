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

/** A tree's leaves are the bits of a number. */
const MOST_LEAVES = 32;

/**
 * The trees feature by feature instead of one after the other (QuickScorer, Lucchese et al. 2015): a leaf is reached when no
 * test on the way to it says otherwise, so every test that fails strikes out the leaves on its left, and of those left over
 * the first is the tree's. No branch depends on the path through a tree, which a processor cannot foresee. The sums are
 * those of walking the trees.
 * @throws Error where a tree has more than 32 leaves
 */
export function judgeOf({ base, trees }: BoostedTrees): Judge {
  const tests: Test[] = [];
  const firstLeaf = new Int32Array(trees.length);
  const leaves: number[] = [];
  trees.forEach((tree, number) => {
    firstLeaf[number] = leaves.length;
    readTree(tree, number, tests, leaves);
    if (leaves.length - (firstLeaf[number] ?? 0) > MOST_LEAVES)
      throw new Error('The suggestion model is damaged: a tree has too many leaves.');
  });
  tests.sort((a, b) => a.feature - b.feature || a.threshold - b.threshold);
  const features = tests.reduce((most, { feature }) => Math.max(most, feature), -1) + 1;
  const ends = new Int32Array(features);
  for (const { feature } of tests) ends[feature] = (ends[feature] ?? 0) + 1;
  for (let f = 1; f < features; f++) ends[f] = (ends[f] ?? 0) + (ends[f - 1] ?? 0);
  const thresholds = Float64Array.from(tests, test => test.threshold);
  const treeOf = Uint16Array.from(tests, test => test.tree);
  const masks = Int32Array.from(tests, test => test.mask);
  const values = Float64Array.from(leaves);
  const open = new Int32Array(trees.length);
  return row => {
    open.fill(-1);
    let k = 0;
    for (let f = 0; f < features; f++) {
      const value = row[f] ?? 0;
      const end = ends[f] ?? 0;
      for (; k < end && !(value < (thresholds[k] ?? 0)); k++) {
        const tree = treeOf[k] ?? 0;
        open[tree] = (open[tree] ?? 0) & (masks[k] ?? 0);
      }
      k = end;
    }
    let sum = base;
    for (let t = 0; t < open.length; t++) {
      const left = open[t] ?? 0;
      sum += values[(firstLeaf[t] ?? 0) + 31 - Math.clz32(left & -left)] ?? 0;
    }
    return 1 / (1 + Math.exp(-sum));
  };
}

/** Goes right, past the leaves that `mask` strikes out, unless the feature is below the threshold. */
interface Test {
  readonly feature: number;
  readonly threshold: number;
  readonly tree: number;
  readonly mask: number;
}

/** Adds the tree's tests, and its leaves from left to right. */
function readTree(tree: Tree, number: number, tests: Test[], leaves: number[]): void {
  const first = leaves.length;
  const read = (node: number): void => {
    const feature = tree.feature[node] ?? -1;
    const threshold = tree.threshold[node] ?? 0;
    if (feature < 0) {
      leaves.push(threshold);
      return;
    }
    const from = leaves.length - first;
    read(tree.left[node] ?? 0);
    const to = leaves.length - first;
    tests.push({ feature, threshold, tree: number, mask: ~(((2 ** (to - from) - 1) << from) | 0) });
    read(tree.right[node] ?? 0);
  };
  read(0);
}
