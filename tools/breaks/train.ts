// Trains the break model and writes its weights: `node tools/run.mjs tools/breaks/train.ts`. About five minutes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLexicon, repositoryRoot } from '../lexicon/loadLexicon';
import {
  BOOST_OPTIONS,
  calibrateOutOfFold,
  fitEnsemble,
  LINE_BOOST_OPTIONS,
  toWeights,
  trainingRows,
} from './fit';
import type { FeatureRows } from './rows';
import { corpusFolder } from './sourceDocuments';
import { devTrainingCases, type TrainingCase, trainingCases } from './trainingCases';

const FOLDS = 4;

const folder = corpusFolder();
if (!folder) throw new Error('The corpus (../shared/corpus) is not here, so there is nothing to train from.');
const cases: TrainingCase[] = [...trainingCases(folder), ...devTrainingCases(folder)];
const { paragraphs, lines } = trainingRows(cases, loadLexicon());
console.log(
  `${cases.length} cases; ${countsOf(paragraphs)} between paragraphs, ${countsOf(lines)} in wrapped text`,
);
const weights = toWeights(
  { ...fitEnsemble(paragraphs), calibration: calibrateOutOfFold(paragraphs, FOLDS) },
  {
    ...fitEnsemble(lines, LINE_BOOST_OPTIONS),
    calibration: calibrateOutOfFold(lines, FOLDS, LINE_BOOST_OPTIONS),
  },
  {
    data: 'train/docs.jsonl.gz (train split), ner/*.md, dev/*.md of the corpus, breaks injected',
    split: `whole documents; calibrated on ${FOLDS} folds of documents`,
    command: 'node tools/run.mjs tools/breaks/train.ts',
    paragraphs: { ...BOOST_OPTIONS, junctions: countsOf(paragraphs) },
    lines: { ...LINE_BOOST_OPTIONS, junctions: countsOf(lines) },
  },
);
console.log('calibration', weights.paragraphs.calibration, weights.lines.calibration);
const text = `${JSON.stringify(weights)}\n`;
writeFileSync(join(repositoryRoot(), 'shared/detectors/breaks/weights.model.json'), text);
console.log(`${(text.length / 1000).toFixed(0)} KB`);

function countsOf(rows: FeatureRows): string {
  const spurious = rows.labels.reduce((sum, label) => sum + label, 0);
  return `${rows.labels.length} (${spurious} spurious)`;
}
