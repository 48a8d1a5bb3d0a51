import { join } from 'node:path';
import { type BreakCase, readCases } from './breakCase';
import { injectBreaks } from './injectBreaks';
import { seedOf } from './random';
import { pageDocuments, type SourceDocument, trainDocuments } from './sourceDocuments';

/** A case with how much its rows count in training. */
export interface TrainingCase extends BreakCase {
  readonly weight: number;
}

/** The rate of `dev.jsonl`, and a lower and a higher one, so that the model does not lean on it. */
const PAGE_RATES = [0.45, 0.25, 0.6];
const PROSE_RATES = [0.45];
const GENRE_WEIGHTS: Readonly<Record<string, number>> = { novel: 1.5, gov: 0.5, verse: 1 };

/** Everything the model is trained from but the pages of `dev`: real prose (its train split) and the pages of `ner`. */
export function trainingCases(folder: string): TrainingCase[] {
  const prose = trainDocuments(folder, 'train').flatMap(document =>
    broken(document, PROSE_RATES, GENRE_WEIGHTS[document.genre] ?? 1),
  );
  const pages = pageDocuments(folder, 'ner').flatMap(document => broken(document, PAGE_RATES, 1));
  return [...prose, ...pages];
}

/** The pages of `dev`, broken anew; scored only by weights that have not seen the same document. */
export function devTrainingCases(folder: string): TrainingCase[] {
  return pageDocuments(folder, 'dev').flatMap(document => broken(document, PAGE_RATES, 1));
}

/** The real prose that no weights are trained from, broken as `dev.jsonl` is. */
export function heldOutProse(folder: string): BreakCase[] {
  return trainDocuments(folder, 'dev').flatMap(document =>
    [false, true].map(plain => injectBreaks(document, { seed: seedOf(document.id), rate: 0.45, plain })),
  );
}

/** The labelled pages of `dev.jsonl`. */
export function devCases(folder: string): BreakCase[] {
  return readCases(join(folder, 'dev.jsonl'));
}

function broken(document: SourceDocument, rates: readonly number[], weight: number): TrainingCase[] {
  return rates.flatMap((rate, k) =>
    [false, true].map(plain => {
      const seed = seedOf(document.id) + k * 77 + (plain ? 5 : 0);
      return { ...injectBreaks(document, { seed, rate, plain }), weight };
    }),
  );
}
