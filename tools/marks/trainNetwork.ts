import { type Network, rawScore, sigmoid } from '../../shared/detectors/marks/network';

/** One labelled example; `weight` is how often it counts. */
export interface Example {
  readonly inputs: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

/** A seeded generator of numbers in [0, 1), so that training gives the same weights every time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fits a network by Adam on log loss with L2 decay; uncalibrated (slope 1, offset 0). */
export function trainNetwork(
  examples: readonly Example[],
  hidden: number,
  epochs: number,
  seed = 7,
  decay = 3e-6,
): Network {
  const inputs = examples[0]?.inputs.length ?? 0;
  const random = randomFrom(seed);
  const { mean, scale } = moments(examples, inputs);
  const size = hidden * inputs + 2 * hidden + 1;
  const parameters = Float64Array.from({ length: size }, (_, index) =>
    index < hidden * inputs
      ? (random() - 0.5) * 2 * Math.sqrt(3 / inputs)
      : index < hidden * inputs + hidden
        ? 0
        : random() - 0.5,
  );
  parameters[size - 1] = -2;
  const gradient = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const order = examples.map((_, index) => index);
  const x = new Float64Array(inputs);
  const sums = new Float64Array(hidden);
  const biasAt = hidden * inputs;
  const outAt = biasAt + hidden;
  const at = (array: Float64Array, index: number): number => array[index] ?? 0;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let left = order.length - 1; left > 0; left--) {
      const other = Math.floor(random() * (left + 1));
      const kept = order[left] ?? 0;
      order[left] = order[other] ?? 0;
      order[other] = kept;
    }
    const rate = 0.004 * (1 - epoch / epochs) + 0.0002;
    for (let begin = 0; begin < order.length; begin += 64) {
      gradient.fill(0);
      let total = 0;
      for (const index of order.slice(begin, begin + 64)) {
        const example = examples[index];
        if (!example) continue;
        total += example.weight;
        for (let i = 0; i < inputs; i++) x[i] = ((example.inputs[i] ?? 0) - (mean[i] ?? 0)) / (scale[i] ?? 1);
        let z = at(parameters, size - 1);
        for (let unit = 0; unit < hidden; unit++) {
          let sum = at(parameters, biasAt + unit);
          for (let i = 0; i < inputs; i++) sum += at(parameters, unit * inputs + i) * at(x, i);
          sums[unit] = sum;
          z += at(parameters, outAt + unit) * (sum > 0 ? sum : 0.1 * sum);
        }
        const error = (sigmoid(z) - example.label) * example.weight;
        gradient[size - 1] = at(gradient, size - 1) + error;
        for (let unit = 0; unit < hidden; unit++) {
          const sum = at(sums, unit);
          gradient[outAt + unit] = at(gradient, outAt + unit) + error * (sum > 0 ? sum : 0.1 * sum);
          const back = error * at(parameters, outAt + unit) * (sum > 0 ? 1 : 0.1);
          gradient[biasAt + unit] = at(gradient, biasAt + unit) + back;
          for (let i = 0; i < inputs; i++)
            gradient[unit * inputs + i] = at(gradient, unit * inputs + i) + back * at(x, i);
        }
      }
      step++;
      for (let index = 0; index < size; index++) {
        const slope = at(gradient, index) / Math.max(total, 1) + decay * at(parameters, index);
        first[index] = 0.9 * at(first, index) + 0.1 * slope;
        second[index] = 0.999 * at(second, index) + 0.001 * slope * slope;
        const unbiased = at(first, index) / (1 - 0.9 ** step);
        const spread = Math.sqrt(at(second, index) / (1 - 0.999 ** step));
        parameters[index] = at(parameters, index) - (rate * unbiased) / (spread + 1e-8);
      }
    }
  }
  const list = [...parameters].map(round);
  return {
    mean: mean.map(round),
    scale: scale.map(round),
    weights: list.slice(0, biasAt),
    biases: list.slice(biasAt, outAt),
    out: list.slice(outAt, size - 1),
    outBias: list[size - 1] ?? 0,
    slope: 1,
    offset: 0,
  };
}

/** Fits slope and offset on scores of examples the network hasn't seen (Platt 1999), by Newton's method. */
export function calibration(scored: readonly { score: number; label: 0 | 1; weight: number }[]): {
  slope: number;
  offset: number;
} {
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 50; round++) {
    let gs = 0;
    let go = 0;
    let hss = 1e-6;
    let hso = 0;
    let hoo = 1e-6;
    for (const { score, label, weight } of scored) {
      const p = sigmoid(slope * score + offset);
      const error = (p - label) * weight;
      const curve = p * (1 - p) * weight;
      gs += error * score;
      go += error;
      hss += curve * score * score;
      hso += curve * score;
      hoo += curve;
    }
    const determinant = hss * hoo - hso * hso || 1e-9;
    slope -= (hoo * gs - hso * go) / determinant;
    offset -= (hss * go - hso * gs) / determinant;
  }
  return { slope: round(slope), offset: round(offset) };
}

/** Scores of all examples of each fold by a network trained on the others. `folds[i]` is the fold of example i. */
export function crossScores(
  examples: readonly Example[],
  folds: readonly number[],
  count: number,
  train: (examples: readonly Example[]) => Network,
): number[] {
  const scores = new Array<number>(examples.length).fill(0);
  for (let fold = 0; fold < count; fold++) {
    const network = train(examples.filter((_, index) => folds[index] !== fold));
    examples.forEach((example, index) => {
      if (folds[index] === fold) scores[index] = rawScore(network, example.inputs);
    });
  }
  return scores;
}

function moments(examples: readonly Example[], inputs: number): { mean: number[]; scale: number[] } {
  const mean = new Array<number>(inputs).fill(0);
  const scale = new Array<number>(inputs).fill(0);
  for (const example of examples)
    example.inputs.forEach((value, i) => {
      mean[i] = (mean[i] ?? 0) + value / examples.length;
    });
  for (const example of examples)
    example.inputs.forEach((value, i) => {
      scale[i] = (scale[i] ?? 0) + (value - (mean[i] ?? 0)) ** 2 / examples.length;
    });
  return { mean, scale: scale.map(variance => Math.max(Math.sqrt(variance), 1e-3)) };
}

function round(value: number): number {
  return Number(value.toPrecision(5));
}
