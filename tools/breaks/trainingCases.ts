import { join } from 'node:path';
import { loadLexicon } from '../lexicon/loadLexicon';
import { type BreakCase, readCases } from './breakCase';
import { injectBreaks } from './injectBreaks';
import { indentCase, latinise, wrapDocument } from './layouts';
import { randomFrom, seedOf } from './random';
import { pageDocuments, type SourceDocument, trainDocuments } from './sourceDocuments';

/** A case with how much its rows count in training. */
export interface TrainingCase extends BreakCase {
  readonly weight: number;
  /** Set where the document was laid out in another way than `dev.jsonl`. */
  readonly layout?: 'spacing' | 'wrapped';
}

/** The rate of `dev.jsonl`, and a lower and a higher one, so that the model does not lean on it. */
const PAGE_RATES = [0.45, 0.25, 0.6];
const PROSE_RATES = [0.45];
const GENRE_WEIGHTS: Readonly<Record<string, number>> = { novel: 1.5, gov: 0.5, verse: 1 };
/** Other spacings count less: they are rarer, and breaks in short paragraphs too. */
const SPACING_WEIGHT = 0.3;

/** Everything the model is trained from but the pages of `dev`: real prose (its train split) and the pages of `ner`. */
export function trainingCases(folder: string): TrainingCase[] {
  const prose = trainDocuments(folder, 'train').flatMap(document =>
    variants(document, PROSE_RATES, GENRE_WEIGHTS[document.genre] ?? 1),
  );
  const pages = pageDocuments(folder, 'ner').flatMap(document => variants(document, PAGE_RATES, 1));
  return [...prose, ...pages];
}

/** The pages of `dev`, broken anew; scored only by weights that have not seen the same document. */
export function devTrainingCases(folder: string): TrainingCase[] {
  return pageDocuments(folder, 'dev').flatMap(document => variants(document, PAGE_RATES, 1));
}

/** The real prose that no weights are trained from, broken as `dev.jsonl` is. */
export function heldOutProse(folder: string): BreakCase[] {
  return trainDocuments(folder, 'dev').flatMap(document =>
    [false, true].map(plain => injectBreaks(document, { seed: seedOf(document.id), rate: 0.45, plain })),
  );
}

/** The same prose in hard-wrapped lines of 16–45 characters, half of it with blank lines between paragraphs. */
export function heldOutWrapped(folder: string): BreakCase[] {
  return trainDocuments(folder, 'dev')
    .filter(({ genre }) => genre !== 'verse')
    .map((document, i) => {
      const random = randomFrom(seedOf(`${document.id} held out`));
      const width = 16 + Math.floor(random() * 30);
      return wrapDocument(document, { width, blankGaps: i % 2 === 0, indented: random() < 0.7 });
    });
}

/** The labelled pages of `dev.jsonl`. */
export function devCases(folder: string): BreakCase[] {
  return readCases(join(folder, 'dev.jsonl'));
}

function variants(document: SourceDocument, rates: readonly number[], weight: number): TrainingCase[] {
  const broken = rates.flatMap((rate, k) =>
    [false, true].map(plain => {
      const seed = seedOf(document.id) + k * 77 + (plain ? 5 : 0);
      return { ...injectBreaks(document, { seed, rate, plain }), weight };
    }),
  );
  const spaced = spacings(document).map(
    (source): TrainingCase => ({ ...source, layout: 'spacing', weight: weight * SPACING_WEIGHT }),
  );
  const wrapped = wrappings(document).map(
    (source): TrainingCase => ({ ...source, layout: 'wrapped', weight }),
  );
  return [...broken, ...spaced, ...wrapped];
}

/**
 * What real files have and `dev.jsonl` hasn't: short paragraphs broken too, several breaks in one, hardly any or none,
 * indented paragraphs, single line breaks between blocks, Latin words and code among the Han.
 */
function spacings(document: SourceDocument): BreakCase[] {
  const random = randomFrom(seedOf(`${document.id} spacing`));
  const seed = Math.floor(random() * 2 ** 31);
  const plain = random() < 0.5;
  const sparse = { seed, plain, rate: random() < 0.5 ? 0 : 0.08, leastLength: 30, margin: 3 };
  const usual = { seed: seed + 1, plain: !plain, rate: 0.15, leastLength: 36, margin: 4, again: 0.2 };
  const latin = { seed: seed + 3, plain: random() < 0.5, rate: 0.45 };
  return [
    injectBreaks(document, sparse),
    { ...injectBreaks(document, usual), separator: '\n' },
    indentCase(injectBreaks(document, { ...usual, seed: seed + 2, plain }), random),
    ...(document.genre === 'verse' ? [] : [injectBreaks(latinise(document, loadLexicon(), random), latin)]),
  ];
}

/** The document in hard-wrapped lines of some width, with blank lines between paragraphs or without. */
function wrappings(document: SourceDocument): BreakCase[] {
  const random = randomFrom(seedOf(`${document.id} wrapping`));
  if (document.genre === 'verse' || random() < 0.5) return [];
  const width = 14 + Math.floor(random() * 32);
  return [wrapDocument(document, { width, blankGaps: random() < 0.5, indented: random() < 0.6 })];
}
