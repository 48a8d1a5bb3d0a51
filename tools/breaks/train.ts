// Trains the break model and writes its weights: `node tools/run.mjs tools/breaks/train.ts`. About five minutes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLexicon, repositoryRoot } from '../lexicon/loadLexicon';
import { BOOST_OPTIONS, calibrateOutOfFold, fitEnsemble, toWeights } from './fit';
import { featureRows } from './rows';
import { corpusFolder } from './sourceDocuments';
import { devTrainingCases, type TrainingCase, trainingCases } from './trainingCases';

const FOLDS = 6;

const folder = corpusFolder();
if (!folder) throw new Error('The corpus (../shared/corpus) is not here, so there is nothing to train from.');
const cases: TrainingCase[] = [...trainingCases(folder), ...devTrainingCases(folder)];
const rows = featureRows(cases, loadLexicon(), source => (source as TrainingCase).weight);
const positives = rows.labels.reduce((sum, label) => sum + label, 0);
console.log(`${cases.length} cases, ${rows.labels.length} junctions, ${positives} spurious`);
const calibration = calibrateOutOfFold(rows, FOLDS);
console.log('calibration', calibration);
const weights = toWeights(fitEnsemble(rows), calibration, {
  data: 'train/docs.jsonl.gz (train split), ner/*.md, dev/*.md of the corpus, breaks injected',
  split: `documents whole; calibrated on ${FOLDS} folds of documents`,
  command: 'node tools/run.mjs tools/breaks/train.ts',
  options: BOOST_OPTIONS,
  junctions: rows.labels.length,
  spurious: positives,
});
const text = `${JSON.stringify(weights)}\n`;
writeFileSync(join(repositoryRoot(), 'shared/detectors/breaks/weights.model.json'), text);
console.log(`${(text.length / 1000).toFixed(0)} KB`);
