import type { BoostedTrees, Tree } from '../../shared/suggesters/boostedTrees';

export interface BoostingOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Least sum of p (1 − p) in a leaf. */
  readonly leastWeight: number;
  /** Share of rows each tree sees. */
  readonly sample: number;
  readonly seed: number;
}

const BINS = 48;
const SHRINK = 2;

/** Gradient boosting for log loss with histograms of at most 48 bins. O(trees × depth × rows × features). */
export function trainBoostedTrees(
  rows: readonly Float32Array[],
  right: readonly boolean[],
  options: BoostingOptions,
): BoostedTrees {
  const n = rows.length;
  const width = rows[0]?.length ?? 0;
  const cuts = Array.from({ length: width }, (_, f) => binCuts(rows, f));
  const bins = cuts.map((edges, f) => Uint8Array.from(rows, row => binOf(edges, row[f] ?? 0)));
  const positives = right.filter(Boolean).length;
  const base = Math.log((positives + 1) / (n - positives + 1));
  const odds = new Float64Array(n).fill(base);
  const gradient = new Float64Array(n);
  const weight = new Float64Array(n);
  let state = options.seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    const members: number[] = [];
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-(odds[i] ?? 0)));
      gradient[i] = p - (right[i] ? 1 : 0);
      weight[i] = Math.max(1e-6, p * (1 - p));
      if (next() < options.sample) members.push(i);
    }
    const tree = growTree(members, bins, cuts, gradient, weight, options);
    trees.push(tree);
    for (let i = 0; i < n; i++) odds[i] = (odds[i] ?? 0) + leafValue(tree, rows[i] ?? new Float32Array());
  }
  return { base, trees };
}

function leafValue(tree: Tree, row: Float32Array): number {
  let node = 0;
  for (let f = tree.feature[0] ?? -1; f >= 0; f = tree.feature[node] ?? -1) {
    node = ((row[f] ?? 0) < (tree.threshold[node] ?? 0) ? tree.left[node] : tree.right[node]) ?? 0;
  }
  return tree.threshold[node] ?? 0;
}

function binCuts(rows: readonly Float32Array[], f: number): number[] {
  const values = [...new Set(rows.map(row => row[f] ?? 0))].sort((a, b) => a - b);
  if (values.length <= BINS) return values.slice(1).map((value, i) => (value + (values[i] ?? value)) / 2);
  const all = rows.map(row => row[f] ?? 0).sort((a, b) => a - b);
  const edges = new Set<number>();
  for (let b = 1; b < BINS; b++) edges.add(all[Math.floor((b * all.length) / BINS)] ?? 0);
  return [...edges].sort((a, b) => a - b);
}

/** How many edges lie at or below the value. */
function binOf(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

function growTree(
  members: readonly number[],
  bins: readonly Uint8Array[],
  cuts: readonly (readonly number[])[],
  gradient: Float64Array,
  weight: Float64Array,
  options: BoostingOptions,
): Tree {
  const tree = {
    feature: [] as number[],
    threshold: [] as number[],
    left: [] as number[],
    right: [] as number[],
  };
  grow(members, options.depth);
  return tree;

  function grow(rows: readonly number[], depth: number): number {
    const node = tree.feature.length;
    let g = 0;
    let h = 0;
    for (const i of rows) {
      g += gradient[i] ?? 0;
      h += weight[i] ?? 0;
    }
    tree.feature.push(-1);
    tree.threshold.push(Number(((-options.rate * g) / (h + SHRINK)).toFixed(5)));
    tree.left.push(0);
    tree.right.push(0);
    const split = depth > 0 ? bestSplit(rows, g, h) : undefined;
    if (!split) return node;
    const column = bins[split.feature];
    const low = rows.filter(i => (column?.[i] ?? 0) <= split.bin);
    const high = rows.filter(i => (column?.[i] ?? 0) > split.bin);
    tree.feature[node] = split.feature;
    tree.threshold[node] = Number((cuts[split.feature]?.[split.bin] ?? 0).toPrecision(9));
    tree.left[node] = grow(low, depth - 1);
    tree.right[node] = grow(high, depth - 1);
    return node;
  }

  function bestSplit(rows: readonly number[], g: number, h: number): Split | undefined {
    let best: Split | undefined;
    const whole = (g * g) / (h + SHRINK);
    for (let f = 0; f < bins.length; f++) {
      const column = bins[f];
      const count = (cuts[f]?.length ?? 0) + 1;
      if (!column || count < 2) continue;
      const gs = new Float64Array(count);
      const hs = new Float64Array(count);
      for (const i of rows) {
        const bin = column[i] ?? 0;
        gs[bin] = (gs[bin] ?? 0) + (gradient[i] ?? 0);
        hs[bin] = (hs[bin] ?? 0) + (weight[i] ?? 0);
      }
      let [gl, hl] = [0, 0];
      for (let bin = 0; bin + 1 < count; bin++) {
        gl += gs[bin] ?? 0;
        hl += hs[bin] ?? 0;
        if (hl < options.leastWeight || h - hl < options.leastWeight) continue;
        const gain = (gl * gl) / (hl + SHRINK) + (g - gl) ** 2 / (h - hl + SHRINK) - whole;
        if (gain > (best?.gain ?? 1e-3)) best = { gain, feature: f, bin };
      }
    }
    return best;
  }
}
