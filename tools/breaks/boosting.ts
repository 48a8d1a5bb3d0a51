import { type Random, randomFrom } from './random';

/** Rows of features in columns of small integers: `bins[feature][row]` is the number of thresholds below the value. */
export interface BinnedRows {
  readonly rows: number;
  readonly bins: readonly Uint8Array[];
  /** Ascending; a value in bin b lies above `thresholds[b - 1]` and not above `thresholds[b]`. */
  readonly thresholds: readonly (readonly number[])[];
}

export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Ridge on leaf values, and least sum of second derivatives in a leaf. */
  readonly lambda: number;
  readonly leastWeight: number;
  /** Shares of rows and features drawn for each tree. */
  readonly rowShare: number;
  readonly featureShare: number;
  readonly seed: number;
}

/** A tree in the flat preorder form of `BreakWeights`. */
export type FlatTree = number[];

export interface Ensemble {
  readonly bias: number;
  readonly trees: FlatTree[];
}

const MOST_BINS = 48;

/** Puts values in bins of about equal population; thresholds are rounded so that they print short. */
export function binRows(columns: readonly Float32Array[]): BinnedRows {
  const thresholds = columns.map(thresholdsOf);
  return {
    rows: columns[0]?.length ?? 0,
    thresholds,
    bins: columns.map((column, f) => binsOf(column, thresholds[f] ?? [])),
  };
}

/** Bins other rows by the thresholds of `like`. */
export function binLike(columns: readonly Float32Array[], like: BinnedRows): BinnedRows {
  const bins = columns.map((column, f) => binsOf(column, like.thresholds[f] ?? []));
  return { rows: columns[0]?.length ?? 0, thresholds: like.thresholds, bins };
}

function thresholdsOf(column: Float32Array): number[] {
  const sorted = Float32Array.from(column).sort();
  const distinct: number[] = [];
  for (const value of sorted) if (value !== distinct.at(-1)) distinct.push(value);
  const cuts = new Set<number>();
  if (distinct.length <= MOST_BINS) {
    for (let i = 0; i + 1 < distinct.length; i++)
      cuts.add(short(((distinct[i] ?? 0) + (distinct[i + 1] ?? 0)) / 2));
  } else {
    for (let b = 1; b < MOST_BINS; b++)
      cuts.add(short(sorted[Math.floor((b * sorted.length) / MOST_BINS)] ?? 0));
  }
  return [...cuts].sort((a, b) => a - b);
}

function short(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function binsOf(column: Float32Array, thresholds: readonly number[]): Uint8Array {
  return Uint8Array.from(column, value => {
    let low = 0;
    let high = thresholds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= (thresholds[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

/**
 * Boosted regression trees for the log-odds of `labels`, grown leaf by leaf with second-order gains (Chen & Guestrin
 * 2016, XGBoost, section 2; histograms as in LightGBM).
 */
export function boost(
  data: BinnedRows,
  labels: Uint8Array,
  weights: Float32Array,
  options: BoostOptions,
): Ensemble {
  const random = randomFrom(options.seed);
  const bias = logOddsOf(labels, weights);
  const scores = new Float64Array(data.rows).fill(bias);
  const gradients = new Float32Array(data.rows);
  const hessians = new Float32Array(data.rows);
  const trees: FlatTree[] = [];
  for (let t = 0; t < options.trees; t++) {
    for (let i = 0; i < data.rows; i++) {
      const p = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
      const weight = weights[i] ?? 1;
      gradients[i] = (p - (labels[i] ?? 0)) * weight;
      hessians[i] = Math.max(1e-6, p * (1 - p)) * weight;
    }
    const rows = drawRows(data.rows, options.rowShare, random);
    const features = data.bins.map((_, f) => f).filter(() => random() < options.featureShare);
    const root = growTree(data, rows, features, gradients, hessians, options);
    const tree: FlatTree = [];
    flatten(root, data, tree);
    trees.push(tree);
    for (let i = 0; i < data.rows; i++) scores[i] = (scores[i] ?? 0) + valueAt(root, data, i);
  }
  return { bias, trees };
}

/** Log-odds of every row by an ensemble. */
export function scoresOf({ bias, trees }: Ensemble, columns: readonly Float32Array[]): Float64Array {
  const scores = new Float64Array(columns[0]?.length ?? 0).fill(bias);
  for (const tree of trees) {
    for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) + flatValue(tree, columns, i);
  }
  return scores;
}

function flatValue(tree: FlatTree, columns: readonly Float32Array[], row: number): number {
  let at = 0;
  for (;;) {
    const feature = tree[at] ?? -1;
    const value = tree[at + 1] ?? 0;
    if (feature < 0) return value / 1000;
    at += 2;
    if ((columns[feature]?.[row] ?? 0) > value) at = subtreeEnd(tree, at);
  }
}

function subtreeEnd(tree: FlatTree, at: number): number {
  let open = 1;
  let i = at;
  while (open > 0) {
    open += (tree[i] ?? -1) < 0 ? -1 : 1;
    i += 2;
  }
  return i;
}

interface Node {
  rows: Int32Array;
  gradient: number;
  hessian: number;
  histogram: Float64Array;
  value: number;
  best: Split | undefined;
  below: Node | undefined;
  above: Node | undefined;
}

interface Split {
  gain: number;
  feature: number;
  /** Rows up to this bin go below. */
  bin: number;
}

const STRIDE = (MOST_BINS + 1) * 2;

function growTree(
  data: BinnedRows,
  rows: Int32Array,
  features: readonly number[],
  gradients: Float32Array,
  hessians: Float32Array,
  options: BoostOptions,
): Node {
  const leaf = (own: Int32Array, histogram: Float64Array): Node => {
    let gradient = 0;
    let hessian = 0;
    for (const i of own) {
      gradient += gradients[i] ?? 0;
      hessian += hessians[i] ?? 0;
    }
    const value = (-gradient / (hessian + options.lambda)) * options.rate;
    const node: Node = {
      rows: own,
      gradient,
      hessian,
      histogram,
      value,
      best: undefined,
      below: undefined,
      above: undefined,
    };
    node.best = bestSplit(node, data, features, options);
    return node;
  };
  const root = leaf(rows, histogramOf(data, rows, features, gradients, hessians));
  const open = [root];
  for (let leaves = 1; leaves < options.leaves; leaves++) {
    open.sort((a, b) => (b.best?.gain ?? 0) - (a.best?.gain ?? 0));
    const node = open.shift();
    if (!node?.best) break;
    const { feature, bin } = node.best;
    const column = data.bins[feature] ?? new Uint8Array(0);
    const low = node.rows.filter(i => (column[i] ?? 0) <= bin);
    const high = node.rows.filter(i => (column[i] ?? 0) > bin);
    const smaller = low.length <= high.length ? low : high;
    const counted = histogramOf(data, smaller, features, gradients, hessians);
    const rest = node.histogram;
    for (let k = 0; k < rest.length; k++) rest[k] = (rest[k] ?? 0) - (counted[k] ?? 0);
    node.below = leaf(low, smaller === low ? counted : rest);
    node.above = leaf(high, smaller === low ? rest : counted);
    open.push(node.below, node.above);
  }
  return root;
}

function histogramOf(
  data: BinnedRows,
  rows: Int32Array,
  features: readonly number[],
  gradients: Float32Array,
  hessians: Float32Array,
): Float64Array {
  const histogram = new Float64Array(features.length * STRIDE);
  features.forEach((feature, k) => {
    const column = data.bins[feature] ?? new Uint8Array(0);
    const base = k * STRIDE;
    for (let n = 0; n < rows.length; n++) {
      const i = rows[n] ?? 0;
      const at = base + (column[i] ?? 0) * 2;
      histogram[at] = (histogram[at] ?? 0) + (gradients[i] ?? 0);
      histogram[at + 1] = (histogram[at + 1] ?? 0) + (hessians[i] ?? 0);
    }
  });
  return histogram;
}

function bestSplit(
  node: Node,
  data: BinnedRows,
  features: readonly number[],
  options: BoostOptions,
): Split | undefined {
  const { lambda, leastWeight } = options;
  const score = (gradient: number, hessian: number) => (gradient * gradient) / (hessian + lambda);
  const whole = score(node.gradient, node.hessian);
  let best: Split | undefined;
  features.forEach((feature, k) => {
    let gradient = 0;
    let hessian = 0;
    const cuts = data.thresholds[feature]?.length ?? 0;
    for (let bin = 0; bin < cuts; bin++) {
      const at = k * STRIDE + bin * 2;
      gradient += node.histogram[at] ?? 0;
      hessian += node.histogram[at + 1] ?? 0;
      if (hessian < leastWeight) continue;
      if (node.hessian - hessian < leastWeight) break;
      const gain = score(gradient, hessian) + score(node.gradient - gradient, node.hessian - hessian) - whole;
      if (gain > (best?.gain ?? 1e-3)) best = { gain, feature, bin };
    }
  });
  return best;
}

function valueAt(root: Node, data: BinnedRows, row: number): number {
  let node = root;
  while (node.below && node.above && node.best) {
    node = (data.bins[node.best.feature]?.[row] ?? 0) <= node.best.bin ? node.below : node.above;
  }
  return Math.round(node.value * 1000) / 1000;
}

function flatten(node: Node, data: BinnedRows, tree: FlatTree): void {
  if (!node.below || !node.above || !node.best) {
    tree.push(-1, Math.round(node.value * 1000));
    return;
  }
  const { feature, bin } = node.best;
  tree.push(feature, data.thresholds[feature]?.[bin] ?? 0);
  flatten(node.below, data, tree);
  flatten(node.above, data, tree);
}

function drawRows(count: number, share: number, random: Random): Int32Array {
  const rows: number[] = [];
  for (let i = 0; i < count; i++) if (random() < share) rows.push(i);
  return Int32Array.from(rows);
}

function logOddsOf(labels: Uint8Array, weights: Float32Array): number {
  let positive = 0;
  let total = 0;
  labels.forEach((label, i) => {
    total += weights[i] ?? 1;
    positive += label * (weights[i] ?? 1);
  });
  return Math.log(positive / (total - positive));
}
