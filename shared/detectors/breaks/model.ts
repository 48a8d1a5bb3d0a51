import { FEATURE_NAMES } from './features';

/** Boosted regression trees for the log-odds of a spurious break, and Platt's line to calibrated log-odds. */
export interface TreeEnsemble {
  readonly bias: number;
  /** Calibrated log-odds are `slope · z + offset`. */
  readonly calibration: { readonly slope: number; readonly offset: number };
  /**
   * A tree is its nodes in preorder, flat: a split is `[feature ≥ 0, threshold]` followed by its two subtrees (value
   * ≤ threshold first), a leaf is `[-1, value in thousandths]`.
   */
  readonly trees: readonly (readonly number[])[];
}

/** Weights as `tools/breaks/train.ts` writes them. */
export interface BreakWeights {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly features: readonly string[];
  /** For texts whose blocks are paragraphs. */
  readonly paragraphs: TreeEnsemble;
  /** For hard-wrapped texts, where most line ends are spurious. */
  readonly lines: TreeEnsemble;
}

/** The calibrated probability for a feature vector, by the ensemble for paragraphs or the one for wrapped lines. */
export type BreakModel = (vector: Float32Array, isWrapped: boolean) => number;

/**
 * Makes the weights ready to run.
 *
 * @throws Error where the weights were trained with other features than this program computes
 */
export function breakModel({ features, paragraphs, lines }: BreakWeights): BreakModel {
  const indexes = features.map(name => {
    const index = FEATURE_NAMES.indexOf(name);
    if (index < 0) {
      throw new Error(
        `The break model needs the feature “${name}”, which is not computed. Train it again: tools/breaks/train.ts.`,
      );
    }
    return index;
  });
  const forParagraphs = probability(paragraphs, indexes);
  const forLines = probability(lines, indexes);
  return (vector, isWrapped) => (isWrapped ? forLines : forParagraphs)(vector);
}

function probability(ensemble: TreeEnsemble, indexes: readonly number[]): (vector: Float32Array) => number {
  const nodes = flatten(ensemble, indexes);
  const { slope, offset } = ensemble.calibration;
  return vector => {
    let sum = ensemble.bias;
    for (const root of nodes.roots) sum += leafValue(nodes, root, vector);
    return 1 / (1 + Math.exp(-(slope * sum + offset)));
  };
}

interface Nodes {
  readonly roots: readonly number[];
  /** Feature index, -1 for a leaf. */
  readonly feature: Int16Array;
  /** Threshold of a split, value of a leaf. */
  readonly value: Float32Array;
  /** The node for values above the threshold; the other one follows directly. */
  readonly above: Int32Array;
}

function flatten({ trees }: TreeEnsemble, indexes: readonly number[]): Nodes {
  const count = trees.reduce((sum, tree) => sum + tree.length / 2, 0);
  const nodes = {
    roots: [] as number[],
    feature: new Int16Array(count),
    value: new Float32Array(count),
    above: new Int32Array(count),
  };
  let node = 0;
  const read = (tree: readonly number[], at: number): number => {
    const self = node++;
    const feature = tree[at] ?? -1;
    const value = tree[at + 1] ?? 0;
    nodes.feature[self] = feature < 0 ? -1 : (indexes[feature] ?? -1);
    nodes.value[self] = feature < 0 ? value / 1000 : value;
    if (feature < 0) return at + 2;
    const above = read(tree, at + 2);
    nodes.above[self] = node;
    return read(tree, above);
  };
  for (const tree of trees) {
    nodes.roots.push(node);
    read(tree, 0);
  }
  return nodes;
}

function leafValue({ feature, value, above }: Nodes, root: number, vector: Float32Array): number {
  let node = root;
  for (let split = feature[node] ?? -1; split >= 0; split = feature[node] ?? -1) {
    node = (vector[split] ?? 0) <= (value[node] ?? 0) ? node + 1 : (above[node] ?? 0);
  }
  return value[node] ?? 0;
}
