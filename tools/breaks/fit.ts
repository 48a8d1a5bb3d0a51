import { FEATURE_NAMES } from '../../shared/detectors/breaks/features';
import type { BreakWeights } from '../../shared/detectors/breaks/model';
import { type BoostOptions, binRows, boost, type Ensemble, scoresOf } from './boosting';
import { type Calibration, plattScaling } from './calibrate';
import { seedOf } from './random';
import { type FeatureRows, selectRows } from './rows';

export const BOOST_OPTIONS: BoostOptions = {
  trees: 160,
  leaves: 16,
  rate: 0.08,
  lambda: 2,
  leastWeight: 3,
  rowShare: 0.8,
  featureShare: 0.4,
  seed: 7,
};

/** An ensemble fitted to the rows. */
export function fitEnsemble(rows: FeatureRows, options: BoostOptions = BOOST_OPTIONS): Ensemble {
  return boost(binRows(rows.columns), rows.labels, rows.weights, options);
}

/** Fold of a document, by its name; both versions of a page and all its injections fall in one fold. */
export function foldOf(document: string, folds: number): number {
  return seedOf(document) % folds;
}

/** Platt's line from scores of rows whose documents the scoring ensemble had not seen. */
export function calibrateOutOfFold(
  rows: FeatureRows,
  folds: number,
  options: BoostOptions = BOOST_OPTIONS,
): Calibration {
  const scores = new Float64Array(rows.labels.length);
  for (let fold = 0; fold < folds; fold++) {
    const isOut = (row: number) => foldOf(rows.documents[row] ?? '', folds) === fold;
    const ensemble = fitEnsemble(
      selectRows(rows, row => !isOut(row)),
      options,
    );
    const out = selectRows(rows, isOut);
    const found = scoresOf(ensemble, out.columns);
    let next = 0;
    for (let row = 0; row < scores.length; row++) if (isOut(row)) scores[row] = found[next++] ?? 0;
  }
  return plattScaling(scores, rows.labels, rows.weights);
}

/** Weights as they are committed: only the features some tree asks about. */
export function toWeights(
  ensemble: Ensemble,
  calibration: Calibration,
  metadata: Record<string, unknown>,
): BreakWeights {
  const used: number[] = [];
  const renumbered = ensemble.trees.map(tree =>
    tree.map((value, at) => {
      if (at % 2 === 1 || value < 0) return value;
      if (!used.includes(value)) used.push(value);
      return used.indexOf(value);
    }),
  );
  return {
    metadata,
    features: used.map(feature => FEATURE_NAMES[feature] ?? ''),
    bias: Math.round(ensemble.bias * 1000) / 1000,
    calibration,
    trees: renumbered,
  };
}
