import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BreakWeights } from '../../shared/detectors/breaks/model';
import shipped from '../../shared/detectors/breaks/weights.model.json';
import { loadLexicon, repositoryRoot } from '../lexicon/loadLexicon';
import { documentOf } from './breakCase';
import { fitEnsemble, toWeights, trainingRows } from './fit';
import { type FeatureRows, selectRows } from './rows';
import { pageDocuments } from './sourceDocuments';
import { devTrainingCases, trainingCases } from './trainingCases';

/** Pages of `dev` left out together: leaving out more than the one page scored only makes its weights poorer. */
const PAGES_LEFT_OUT = 6;

let pages: string[] | undefined;
let allRows: FeatureRows | undefined;
const loaded = new Map<number, BreakWeights>();

/**
 * Weights trained as the shipped ones but without a page of `dev` (and the others of its fold); undefined for a
 * document that the shipped weights have not seen either. Kept under node_modules/.cache until the shipped weights
 * change; otherwise trained, which takes a minute a fold.
 */
export function weightsWithout(document: string, folder: string): BreakWeights | undefined {
  pages ??= pageDocuments(folder, 'dev').map(({ id }) => id);
  const at = pages.indexOf(document);
  if (at < 0) return undefined;
  const fold = at % Math.ceil(pages.length / PAGES_LEFT_OUT);
  const known = loaded.get(fold) ?? cached(fold) ?? train(fold, pages, folder);
  loaded.set(fold, known);
  return known;
}

function train(fold: number, ids: readonly string[], folder: string): BreakWeights {
  const folds = Math.ceil(ids.length / PAGES_LEFT_OUT);
  const leftOut = new Set(ids.filter((_, i) => i % folds === fold).map(documentOf));
  console.error(`training weights without ${[...leftOut].join(', ')} …`);
  const cases = [...trainingCases(folder), ...devTrainingCases(folder)].filter(
    ({ layout }) => layout !== 'wrapped',
  );
  allRows ??= trainingRows(cases, loadLexicon()).paragraphs;
  const rows = allRows;
  const seen = selectRows(rows, row => !leftOut.has(rows.documents[row] ?? ''));
  const calibrated = { ...fitEnsemble(seen), calibration: shipped.paragraphs.calibration };
  const lines = { bias: -6, trees: [], calibration: shipped.lines.calibration };
  const weights = toWeights(calibrated, lines, { without: [...leftOut] });
  const file = cacheFile(fold);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(weights));
  return weights;
}

function cached(fold: number): BreakWeights | undefined {
  const file = cacheFile(fold);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BreakWeights) : undefined;
}

function cacheFile(fold: number): string {
  const key = createHash('sha256').update(JSON.stringify(shipped.paragraphs)).digest('hex').slice(0, 16);
  return join(repositoryRoot(), 'node_modules/.cache/kanwu-breaks', `${key}-${fold}.json`);
}
