import {
  type SpanWording,
  WORDING_FEATURES,
  WORDING_SIZE,
  WORDING_STEP,
} from '../../shared/suggesters/spanWording';

export interface WordingOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Pull of each weight to zero, per time it is used. */
  readonly decay: number;
  readonly seed: number;
}

/** A span seen in training: its slots (`wordingSlots`) and whether it is a mention. */
export interface WordingExample {
  readonly slots: Int32Array;
  readonly isRight: boolean;
}

/** Logistic regression by stochastic gradient, AdaGrad steps, a fresh order each epoch. */
export function trainWording(examples: readonly WordingExample[], options: WordingOptions): SpanWording {
  const weights = new Float32Array(WORDING_SIZE);
  const squares = new Float32Array(WORDING_SIZE).fill(0.1);
  const order = Uint32Array.from(examples, (_, index) => index);
  let state = options.seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    const rate = options.rate * (1 - (0.8 * epoch) / options.epochs);
    for (const index of order) {
      const example = examples[index];
      if (example) step(example, rate);
    }
  }
  return {
    weights: Int8Array.from(weights, weight =>
      Math.max(-127, Math.min(127, Math.round(weight / WORDING_STEP))),
    ),
  };

  function step({ slots, isRight }: WordingExample, rate: number): void {
    let sum = 0;
    for (let k = 0; k < WORDING_FEATURES; k++) sum += weights[slots[k] ?? 0] ?? 0;
    const slope = 1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0);
    for (let k = 0; k < WORDING_FEATURES; k++) {
      const slot = slots[k] ?? 0;
      const gradient = slope + options.decay * (weights[slot] ?? 0);
      squares[slot] = (squares[slot] ?? 0) + gradient * gradient;
      weights[slot] = (weights[slot] ?? 0) - (rate * gradient) / Math.sqrt(squares[slot] ?? 1);
    }
  }
}
