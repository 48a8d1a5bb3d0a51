// Trains the suggestion model: `nice -n 10 node tools/run.mjs tools/suggesters/train.ts [PAGES_FOLDER] [OUT]`.
// Reads the training pages only; the dev pages are for tests/bench/entities.
import { writeFileSync } from 'node:fs';
import type { Gate } from '../../shared/suggesters/gate';
import {
  MODEL_FORMAT,
  type ModelFile,
  packGate,
  packGivenNames,
  packSequence,
  packTree,
  packWording,
  unpackSequence,
} from '../../shared/suggesters/modelFile';
import { createSequenceModel, type SequenceModel } from '../../shared/suggesters/sequenceModel';
import { SUGGESTED_TYPES } from '../../shared/suggesters/suggestion';
import { loadLexicon } from '../lexicon/loadLexicon';
import { type AnnotatedPage, type Reading, readPages } from './annotatedPages';
import { asAnnotatedNow } from './asAnnotatedNow';
import { trainBoostedTrees } from './boostedTreesTrainer';
import { type GateExample, trainGate } from './gateTrainer';
import { givenNameGrades } from './givenNames';
import { crossJudge, type JudgedRow, rowsOf, talliesAt } from './judgedRows';
import { trainSequence } from './sequenceTrainer';
import { scoresOf, sumOf } from './spanScores';
import { gateExample, sequenceExample } from './trainingExamples';
import { trainWording } from './wordingTrainer';

const FOLDS = 4;
const GATE_THRESHOLD = -12;
/** Weights nearer to zero than this are dropped, which costs nothing in cross-validation up to 0.11. */
const LEAST_WEIGHT = 0.11;
const SEQUENCE = {
  epochs: 5,
  leastCount: 2,
  rate: 0.1,
  decay: 1e-5,
  sparsity: 0.004,
  dropout: 0.2,
  hidden: 0.1,
  seed: 1,
};
const WORDING = { epochs: 6, rate: 0.1, decay: 1e-3, seed: 3 };
const JUDGE = { trees: 60, depth: 4, rate: 0.16, leastWeight: 4, sample: 0.8, seed: 7 };

const [folder = '../shared/corpus/ner', out = 'shared/suggesters/weights.model.json'] = process.argv.slice(2);
const started = Date.now();
const say = (text: string): void => console.error(`${((Date.now() - started) / 1000).toFixed(0)} s  ${text}`);

const lexicon = loadLexicon();
const givenNames = givenNameGrades();
const pagesAs = (reading: Reading): AnnotatedPage[] =>
  readPages(folder, reading).map(page => ({ ...page, blocks: page.blocks.map(asAnnotatedNow) }));
const pages = pagesAs('damaged');
const corrected = pagesAs('corrected');
const examples = pages.map((page, p) => [
  ...page.blocks.map(block => gateExample(block, lexicon, givenNames)),
  // What OCR errors hide is shown once more without them.
  ...(corrected[p]?.blocks ?? [])
    .filter((block, b) => block.block.text !== page.blocks[b]?.block.text)
    .map(block => gateExample(block, lexicon, givenNames)),
]);
say(`${pages.length} pages read`);

function trained(pages: readonly GateExample[]): {
  gate: Gate;
  text: string;
  transitions: number[][];
  model: SequenceModel;
} {
  const gate = trainGate(pages, GATE_THRESHOLD);
  const weights = trainSequence(
    pages.map(page => sequenceExample(page, gate)),
    SEQUENCE,
  );
  const text = packSequence(weights, LEAST_WEIGHT);
  const transitions = weights.transitions.map(row => [...row].map(value => Number(value.toFixed(3))));
  return { gate, text, transitions, model: createSequenceModel(unpackSequence(text, transitions), gate) };
}

// The judge must see evidence as it is on pages the taggers have not learned from.
const rows: JudgedRow[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const model = trained(examples.filter((_, p) => p % FOLDS !== fold).flat()).model;
  pages.forEach((page, p) => {
    if (p % FOLDS === fold) rows.push(...rowsOf(page, p, { lexicon, model, givenNames }));
  });
  say(`fold ${fold + 1} of ${FOLDS}`);
}

crossJudge(rows, FOLDS, WORDING, JUDGE);
say('judged');

function crossValidated(least: number): Record<string, string> {
  const tallies = talliesAt(pages, rows, least);
  const line = (t: Parameters<typeof scoresOf>[0]): string => {
    const { precision, recall, f1 } = scoresOf(t);
    return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`;
  };
  return Object.fromEntries([
    ...SUGGESTED_TYPES.map(type => [type, line(tallies[type])] as const),
    ['all', line(sumOf(tallies))] as const,
  ]);
}
const scores = { 'at 0.5': crossValidated(0.5), 'at 0.9': crossValidated(0.9) };
console.log(scores);
for (let bin = 0; bin < 10; bin++) {
  const inBin = rows.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
  const mean = inBin.reduce((sum, { confidence }) => sum + confidence, 0) / inBin.length;
  console.log(
    `confidence ${mean.toFixed(2)}: right ${(inBin.filter(row => row.isRight).length / inBin.length).toFixed(2)} of ${inBin.length}`,
  );
}

const judge = trainBoostedTrees(
  rows.map(row => row.features),
  rows.map(row => row.isRight),
  JUDGE,
);
const wording = trainWording(rows, WORDING);
const final = trained(examples.flat());
const file: ModelFile = {
  format: MODEL_FORMAT,
  about: {
    data: `${pages.length} pages of shared/corpus/ner, written for this project, dates, times and amounts as in tools/suggesters/asAnnotatedNow.ts; jieba's dictionary (MIT) through the lexicon`,
    split: `scores: ${FOLDS}-fold cross-validation by page; weights: all pages; the dev pages are never read`,
    command: 'nice -n 10 node tools/run.mjs tools/suggesters/train.ts',
    sequence: { ...SEQUENCE, leastWeight: LEAST_WEIGHT },
    wording: WORDING,
    judge: JUDGE,
    scores,
  },
  givenNames: packGivenNames(givenNames),
  gate: packGate(final.gate),
  transitions: final.transitions,
  sequence: final.text,
  wording: packWording(wording),
  judge: { base: judge.base, trees: judge.trees.map(packTree) },
};
writeFileSync(out, `${JSON.stringify(file)}\n`);
say(`${out} written: ${(JSON.stringify(file).length / 1e6).toFixed(2)} MB`);
