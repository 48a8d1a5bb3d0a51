/** Platt's line from raw to calibrated log-odds. */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

const ROUNDS = 50;

/**
 * Platt scaling (Platt 1999): the logistic regression of the labels on the scores of rows the ensemble was not
 * trained on, by Newton's method.
 */
export function plattScaling(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  weights: ArrayLike<number>,
): Calibration {
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let gradientSlope = 0;
    let gradientOffset = 0;
    let hSlope = 1e-6;
    let hCross = 0;
    let hOffset = 1e-6;
    for (let i = 0; i < scores.length; i++) {
      const z = scores[i] ?? 0;
      const p = 1 / (1 + Math.exp(-(slope * z + offset)));
      const error = (p - (labels[i] ?? 0)) * (weights[i] ?? 1);
      const h = p * (1 - p) * (weights[i] ?? 1);
      gradientSlope += error * z;
      gradientOffset += error;
      hSlope += h * z * z;
      hCross += h * z;
      hOffset += h;
    }
    const determinant = hSlope * hOffset - hCross * hCross;
    slope -= (hOffset * gradientSlope - hCross * gradientOffset) / determinant;
    offset -= (hSlope * gradientOffset - hCross * gradientSlope) / determinant;
  }
  return { slope: Math.round(slope * 1000) / 1000, offset: Math.round(offset * 1000) / 1000 };
}
