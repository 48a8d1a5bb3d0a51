/** A classifier with one hidden layer, as `tools/marks/trainNetwork.ts` writes it. */
export interface Network {
  /** Mean and scale of each input. */
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  /** Hidden units × inputs, row by row. */
  readonly weights: readonly number[];
  readonly biases: readonly number[];
  readonly out: readonly number[];
  readonly outBias: number;
  /** Platt scaling fitted on held-out documents: the logit is `slope * z + offset`. */
  readonly slope: number;
  readonly offset: number;
}

/** Returns the calibrated probability, 0–1, of the positive class. O(hidden × inputs). */
export function probability(network: Network, inputs: ArrayLike<number>): number {
  return sigmoid(network.slope * rawScore(network, inputs) + network.offset);
}

/** The score before calibration. */
export function rawScore(network: Network, inputs: ArrayLike<number>): number {
  const { mean, scale, weights, biases, out } = network;
  let score = network.outBias;
  for (let unit = 0, at = 0; unit < out.length; unit++) {
    let sum = biases[unit] ?? 0;
    for (let index = 0; index < mean.length; index++, at++) {
      sum += (weights[at] ?? 0) * (((inputs[index] ?? 0) - (mean[index] ?? 0)) / (scale[index] ?? 1));
    }
    // A leaky rectifier: no unit dies in the short training this gets.
    score += (out[unit] ?? 0) * (sum > 0 ? sum : 0.1 * sum);
  }
  return score;
}

/** 1 / (1 + e^−x). */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
