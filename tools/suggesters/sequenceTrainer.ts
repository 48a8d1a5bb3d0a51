import { FEATURES_PER_CHARACTER, TEMPLATES_OF_CHARACTERS } from '../../shared/suggesters/characterFeatures';
import type { LearnedWeights } from '../../shared/suggesters/modelFile';
import {
  createLattice,
  fillLattice,
  type Lattice,
  sumLabellings,
  transitionFactors,
} from '../../shared/suggesters/sequenceTagging';
import { LABEL_TOTAL, labelCount, TAGGERS } from '../../shared/suggesters/taggers';

/** A block ready for training. */
export interface Example {
  readonly length: number;
  /** Hashes, `FEATURES_PER_CHARACTER` per character. */
  readonly features: Int32Array;
  /** 1 where the gate lets the character through, or a mention stands: only these are learned. */
  readonly open: Uint8Array;
  /** Gold labels per tagger. */
  readonly labels: readonly Uint8Array[];
}

export interface TrainingOptions {
  readonly epochs: number;
  /** Features seen less often are left out. */
  readonly leastCount: number;
  readonly rate: number;
  /** Strength of the pull of each weight to zero, per time its feature is seen. */
  readonly decay: number;
  /** How strongly small weights are drawn to exactly zero (L1; Duchi & Singer 2009). */
  readonly sparsity: number;
  /** Share of features left out at random while learning, so that no single one is relied on. */
  readonly dropout: number;
  /** Share of mentions whose own characters are hidden while learning, so that unknown names are met too. */
  readonly hidden: number;
  readonly seed: number;
}

/** As `MARGIN` of the model, but wide: early in training scores say little. */
const MARGIN = 12;
/** A label this near to its gold probability is not worth a step. */
const SETTLED = 0.002;

const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

/**
 * A linear-chain conditional random field per tagger, by stochastic gradient with AdaGrad steps (Duchi et al. 2011).
 * Only pairs of feature and label seen in the gold have a weight.
 */
export function trainSequence(examples: readonly Example[], options: TrainingOptions): LearnedWeights {
  const { hashes, ids } = indexFeatures(examples, options.leastCount);
  const { rows, columns } = seenPairs(examples, ids, hashes.length);
  const values = new Float32Array(columns.length);
  const squares = new Float32Array(columns.length).fill(1e-3);
  const transitions = TAGGERS.map(tagger => new Float64Array(labelCount(tagger) ** 2));
  const transitionSquares = TAGGERS.map(tagger => new Float64Array(labelCount(tagger) ** 2).fill(1e-3));
  const longest = examples.reduce((most, { length }) => Math.max(most, length), 1);
  const lattices = TAGGERS.map(tagger => createLattice(longest, labelCount(tagger)));
  const difference = new Float64Array(longest * LABEL_TOTAL);
  const next = random(options.seed);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    // Steps shrink over the epochs, so that the last ones average over examples.
    const rate = options.rate * (1 - (0.8 * epoch) / options.epochs);
    for (const index of order) {
      const example = examples[index];
      const active = ids[index];
      if (!example || !active || example.length === 0) continue;
      const kept = active.map(id => (id >= 0 && next() < options.dropout ? -1 : id));
      hideMentions(example, kept);
      learn(example, kept, rate);
    }
  }
  return { hashes, rows, columns, values, transitions };

  /** Leaves out what the characters of some mentions are, and keeps what surrounds them and what kind they are. */
  function hideMentions({ labels, length }: Example, active: Int32Array): void {
    const names = labels[0];
    const outer = labels[1];
    let isHidden = false;
    for (let i = 0; i < length; i++) {
      const label = (names?.[i] || outer?.[i]) ?? 0;
      const begins = label !== 0 && (i === 0 || ((label - 1) & 3) === 0 || ((label - 1) & 3) === 3);
      if (label === 0) isHidden = false;
      else if (begins) isHidden = next() < options.hidden;
      if (!isHidden) continue;
      for (const template of TEMPLATES_OF_CHARACTERS) active[i * FEATURES_PER_CHARACTER + template] = -1;
    }
  }

  function learn(example: Example, active: Int32Array, rate: number): void {
    const n = example.length;
    const scores = difference.subarray(0, n * LABEL_TOTAL);
    scores.fill(0);
    for (let i = 0; i < n; i++) {
      if (!example.open[i]) continue;
      const base = i * LABEL_TOTAL;
      for (let k = i * FEATURES_PER_CHARACTER; k < (i + 1) * FEATURES_PER_CHARACTER; k++) {
        const id = active[k] ?? -1;
        if (id < 0) continue;
        const to = rows[id + 1] ?? 0;
        for (let p = rows[id] ?? 0; p < to; p++) {
          const column = base + (columns[p] ?? 0);
          scores[column] = (scores[column] ?? 0) + (values[p] ?? 0);
        }
      }
    }
    let offset = 0;
    TAGGERS.forEach((tagger, t) => {
      const lattice = lattices[t];
      const weights = transitions[t];
      const squared = transitionSquares[t];
      const gold = example.labels[t];
      if (!lattice || !weights || !squared || !gold) return;
      marginals(lattice, example.open, n, offset, scores, weights, squared, gold, rate);
      offset += labelCount(tagger);
    });
    for (let i = 0; i < n; i++) {
      if (!example.open[i]) continue;
      const base = i * LABEL_TOTAL;
      // Most characters are settled after the first epoch, and cost most of the time.
      let isSettled = true;
      for (let y = 0; y < LABEL_TOTAL && isSettled; y++)
        isSettled = Math.abs(scores[base + y] ?? 0) < SETTLED;
      if (isSettled) continue;
      for (let k = i * FEATURES_PER_CHARACTER; k < (i + 1) * FEATURES_PER_CHARACTER; k++) {
        const id = active[k] ?? -1;
        if (id < 0) continue;
        const to = rows[id + 1] ?? 0;
        for (let p = rows[id] ?? 0; p < to; p++) {
          const slope = scores[base + (columns[p] ?? 0)] ?? 0;
          if (slope < SETTLED / 4 && slope > -SETTLED / 4) continue;
          const value = values[p] ?? 0;
          const gradient = slope + options.decay * value;
          const square = (squares[p] ?? 0) + gradient * gradient;
          squares[p] = square;
          const step = rate / Math.sqrt(square);
          const moved = value - step * gradient;
          // Weights that the data do not hold up fall to zero, which keeps the model small and fast.
          const slack = step * options.sparsity;
          values[p] = moved > slack ? moved - slack : moved < -slack ? moved + slack : 0;
        }
      }
    }
  }
}

/** Turns the scores of one tagger into (probability − gold), and learns the transitions on the way. */
function marginals(
  lattice: Lattice,
  open: Uint8Array,
  n: number,
  offset: number,
  scores: Float64Array,
  weights: Float64Array,
  squared: Float64Array,
  gold: Uint8Array,
  rate: number,
): void {
  const { labels, rows, label, forward, backward, emission, scale } = lattice;
  fillLattice(lattice, scores, open, n, LABEL_TOTAL, offset, MARGIN, 1);
  const factors = transitionFactors(weights, labels);
  sumLabellings(lattice, n, factors);
  const slope = new Float64Array(labels * labels);
  for (let i = 0; i < n; i++) {
    const base = i * LABEL_TOTAL + offset;
    scores.fill(0, base, base + labels);
    const [from, to] = [rows[i] ?? 0, rows[i + 1] ?? 0];
    for (let k = from; k < to; k++) {
      const y = label[k] ?? 0;
      const after = (backward[k] ?? 0) * (emission[k] ?? 0) * (scale[i] ?? 0);
      scores[base + y] = (forward[k] ?? 0) * (backward[k] ?? 0);
      if (i === 0) continue;
      for (let b = rows[i - 1] ?? 0; b < from; b++) {
        const cell = (label[b] ?? 0) * labels + y;
        slope[cell] = (slope[cell] ?? 0) + (forward[b] ?? 0) * (factors[cell] ?? 0) * after;
      }
    }
    const right = gold[i] ?? 0;
    scores[base + right] = (scores[base + right] ?? 0) - 1;
    if (i === 0) continue;
    const seen = (gold[i - 1] ?? 0) * labels + right;
    slope[seen] = (slope[seen] ?? 0) - 1;
  }
  for (let p = 0; p < slope.length; p++) {
    const gradient = slope[p] ?? 0;
    if (Math.abs(gradient) < 1e-4) continue;
    squared[p] = (squared[p] ?? 0) + gradient * gradient;
    weights[p] = (weights[p] ?? 0) - (rate * gradient) / Math.sqrt(squared[p] ?? 1);
  }
}

function indexFeatures(
  examples: readonly Example[],
  leastCount: number,
): { hashes: Int32Array; ids: Int32Array[] } {
  const counts = new Map<number, number>();
  for (const { features, open } of examples) {
    for (let k = 0; k < features.length; k++) {
      if (!open[Math.floor(k / FEATURES_PER_CHARACTER)]) continue;
      const hash = features[k] ?? 0;
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  const kept: number[] = [];
  for (const [hash, count] of counts) if (count >= leastCount) kept.push(hash);
  kept.sort((a, b) => a - b);
  const idOf = new Map(kept.map((hash, id) => [hash, id]));
  return {
    hashes: Int32Array.from(kept),
    ids: examples.map(({ features }) => features.map(hash => idOf.get(hash) ?? -1)),
  };
}

function seenPairs(
  examples: readonly Example[],
  ids: readonly Int32Array[],
  features: number,
): { rows: Uint32Array; columns: Uint8Array } {
  const offsets: number[] = [];
  let offset = 0;
  for (const tagger of TAGGERS) {
    offsets.push(offset);
    offset += labelCount(tagger);
  }
  const low = new Uint32Array(features);
  const high = new Uint32Array(features);
  examples.forEach(({ length, labels, open }, index) => {
    const active = ids[index];
    if (!active) return;
    for (let i = 0; i < length; i++) {
      if (!open[i]) continue;
      let lowBits = 0;
      let highBits = 0;
      labels.forEach((gold, t) => {
        const column = (offsets[t] ?? 0) + (gold[i] ?? 0);
        if (column < 32) lowBits |= 1 << column;
        else highBits |= 1 << (column - 32);
      });
      for (let k = i * FEATURES_PER_CHARACTER; k < (i + 1) * FEATURES_PER_CHARACTER; k++) {
        const id = active[k] ?? -1;
        if (id < 0) continue;
        low[id] = (low[id] ?? 0) | lowBits;
        high[id] = (high[id] ?? 0) | highBits;
      }
    }
  });
  const rows = new Uint32Array(features + 1);
  const columns: number[] = [];
  for (let id = 0; id < features; id++) {
    for (let column = 0; column < LABEL_TOTAL; column++) {
      const bits = column < 32 ? (low[id] ?? 0) >>> column : (high[id] ?? 0) >>> (column - 32);
      if (bits & 1) columns.push(column);
    }
    rows[id + 1] = columns.length;
  }
  return { rows, columns: Uint8Array.from(columns) };
}
