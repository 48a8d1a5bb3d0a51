import { FEATURE_NAMES } from '../../shared/detectors/breaks/features';
import type { BreakWeights, TreeEnsemble } from '../../shared/detectors/breaks/model';
import type { Lexicon } from '../../shared/lexicon/lexicon';
import { type BoostOptions, binRows, boost, type Ensemble, scoresOf } from './boosting';
import { documentOf } from './breakCase';
import { type Calibration, plattScaling } from './calibrate';
import { seedOf } from './random';
import { type FeatureRows, featureRows, selectRows } from './rows';
import type { TrainingCase } from './trainingCases';

export const BOOST_OPTIONS: BoostOptions = {
  trees: 200,
  leaves: 16,
  rate: 0.08,
  lambda: 1.5,
  leastWeight: 2,
  rowShare: 0.8,
  featureShare: 0.4,
  seed: 7,
};

/** Hard-wrapped lines have few signs (full or not, stop or not) and far fewer rows. */
export const LINE_BOOST_OPTIONS: BoostOptions = { ...BOOST_OPTIONS, trees: 50, leaves: 8, rate: 0.12 };

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

/**
 * The rows of the cases, those between paragraphs apart from those in hard-wrapped text. Cases laid out in lines that
 * the survey does not take for wrapped (too few, too short) teach nothing and are left out.
 */
export function trainingRows(
  cases: readonly TrainingCase[],
  lexicon: Lexicon,
): { paragraphs: FeatureRows; lines: FeatureRows } {
  const column = FEATURE_NAMES.indexOf('wrapped');
  const wrapped = featureRows(cases.filter(isWrapped), lexicon, ({ weight }) => weight);
  const others = featureRows(
    cases.filter(source => !isWrapped(source)),
    lexicon,
    ({ weight }) => weight,
  );
  const novels = new Set(cases.filter(({ genre }) => genre === 'novel').map(({ id }) => documentOf(id)));
  const isDoubtful = doubtfulLabels(others);
  return {
    paragraphs: selectRows(
      others,
      row =>
        others.columns[column]?.[row] === 0 && !(novels.has(others.documents[row] ?? '') && isDoubtful(row)),
    ),
    lines: selectRows(wrapped, row => wrapped.columns[column]?.[row] === 1),
  };
}

/** Longer paragraphs of novels that stop at a word or a comma; characters. */
const LEAST_DOUBTFUL = 24;

/**
 * The late-Qing novels carry real damage that the corpus counts as paragraphs. True ones hardly ever stop at a word or a
 * comma, so such breaks are left out there: neither side of them is to be trusted.
 */
function doubtfulLabels(rows: FeatureRows): (row: number) => boolean {
  const column = (name: string) => rows.columns[FEATURE_NAMES.indexOf(name)];
  const [word, comma, length] = [column('ends han'), column('ends comma'), column('first length')];
  return row =>
    rows.labels[row] === 0 &&
    (word?.[row] === 1 || comma?.[row] === 1) &&
    (length?.[row] ?? 0) >= Math.log1p(LEAST_DOUBTFUL);
}

function isWrapped({ layout }: TrainingCase): boolean {
  return layout === 'wrapped';
}

/** Weights as they are committed: only the features some tree asks about. */
export function toWeights(
  paragraphs: Ensemble & { calibration: Calibration },
  lines: Ensemble & { calibration: Calibration },
  metadata: Record<string, unknown>,
): BreakWeights {
  const used: number[] = [];
  const renumbered = ({
    bias,
    trees,
    calibration,
  }: Ensemble & { calibration: Calibration }): TreeEnsemble => ({
    bias: Math.round(bias * 1000) / 1000,
    calibration,
    trees: trees.map(tree =>
      tree.map((value, at) => {
        if (at % 2 === 1 || value < 0) return value;
        if (!used.includes(value)) used.push(value);
        return used.indexOf(value);
      }),
    ),
  });
  const ensembles = { paragraphs: renumbered(paragraphs), lines: renumbered(lines) };
  return { metadata, features: used.map(feature => FEATURE_NAMES[feature] ?? ''), ...ensembles };
}
