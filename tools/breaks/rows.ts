import { highestConfidence } from '../../shared/detectors/breaks/caps';
import { FEATURE_NAMES, writeFeatures } from '../../shared/detectors/breaks/features';
import {
  continuationOf,
  factReader,
  type Junction,
  junctionOf,
} from '../../shared/detectors/breaks/junction';
import { isLatinJunction } from '../../shared/detectors/breaks/latin';
import { isFurniture, surveyOf } from '../../shared/detectors/breaks/survey';
import type { TextBlock } from '../../shared/document/textBlock';
import type { Lexicon } from '../../shared/lexicon/lexicon';
import { type BreakCase, type CaseGap, caseBlocks, documentOf } from './breakCase';

/** Junctions as feature columns, for training. */
export interface FeatureRows {
  readonly columns: readonly Float32Array[];
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
  /** Highest confidence the caps allow, by row. */
  readonly caps: Float32Array;
  /** Document of each row: folds never part one. */
  readonly documents: readonly string[];
}

/** Less than this is vetoed and needs no model. */
const LEAST_CAP = 0.3;

/** Rows of all junctions of the cases that the model is asked about. `weightOf` gives a case's weight. */
export function featureRows<Case extends BreakCase>(
  cases: readonly Case[],
  lexicon: Lexicon,
  weightOf: (source: Case) => number,
): FeatureRows {
  const width = FEATURE_NAMES.length;
  const vectors: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  const caps: number[] = [];
  const documents: string[] = [];
  for (const source of cases) {
    const { blocks, labels: gapLabels } = caseBlocks(source);
    const weight = weightOf(source);
    for (const { junction, label } of junctionsOf(blocks, gapLabels, lexicon)) {
      const cap = highestConfidence(junction);
      if (cap < LEAST_CAP || isLatinJunction(junction.first, junction.second)) continue;
      const vector = new Float32Array(width);
      writeFeatures(junction, vector);
      vectors.push(vector);
      labels.push(label.y);
      weights.push(weight);
      caps.push(cap);
      documents.push(documentOf(source.id));
    }
  }
  const columns = FEATURE_NAMES.map((_, f) => Float32Array.from(vectors, vector => vector[f] ?? 0));
  return {
    columns,
    labels: Uint8Array.from(labels),
    weights: Float32Array.from(weights),
    caps: Float32Array.from(caps),
    documents,
  };
}

/** Junctions of a case with the labels of their first breaks, as the detector meets them. */
export function* junctionsOf(
  blocks: readonly TextBlock[],
  labels: readonly CaseGap[],
  lexicon: Lexicon,
): Generator<{ junction: Junction; label: CaseGap }> {
  const survey = surveyOf(blocks);
  const facts = factReader(blocks);
  for (let i = 0; i + 1 < blocks.length; i++) {
    const block = blocks[i];
    const label = labels[i];
    if (!block || !label || isFurniture(block, survey)) continue;
    const next = continuationOf(blocks, i, survey);
    const junction = next < 0 ? undefined : junctionOf(blocks, facts, i, next, survey, lexicon);
    if (junction) yield { junction, label };
  }
}

/** The rows for which `keep` holds. */
export function selectRows(rows: FeatureRows, keep: (row: number) => boolean): FeatureRows {
  const chosen: number[] = [];
  for (let i = 0; i < rows.labels.length; i++) if (keep(i)) chosen.push(i);
  return {
    columns: rows.columns.map(column => Float32Array.from(chosen, i => column[i] ?? 0)),
    labels: Uint8Array.from(chosen, i => rows.labels[i] ?? 0),
    weights: Float32Array.from(chosen, i => rows.weights[i] ?? 0),
    caps: Float32Array.from(chosen, i => rows.caps[i] ?? 0),
    documents: chosen.map(i => rows.documents[i] ?? ''),
  };
}
