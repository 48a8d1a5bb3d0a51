// `node tools/run.mjs tests/bench/entities/bench.ts [FILE…]`: how well entities are suggested, exact span.
// FILE: `.md` page or folder of pages in the corpus markup, or `.jsonl` (see `readJsonPages`). Without FILE: the dev pages.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseSuggestionModel, SUGGESTED_TYPES, suggester } from '../../../shared/suggesters';
import weights from '../../../shared/suggesters/weights.model.json';
import { loadLexicon } from '../../../tools/lexicon/loadLexicon';
import {
  type AnnotatedPage,
  parsePage,
  type Reading,
  readJsonPages,
  readPages,
} from '../../../tools/suggesters/annotatedPages';
import {
  addTallies,
  emptyTallies,
  scoresOf,
  sumOf,
  type Tallies,
  type Tally,
  tally,
} from '../../../tools/suggesters/spanScores';
import { jiebaMentions } from './jiebaPeer';

const CONFIDENCES = [0.5, 0.9] as const;
/** The speed is measured on the pages repeated until they are this long. */
const SPEED_CHARACTERS = 300_000;
const SPEED_RUNS = 6;

const given = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
const reading: Reading = process.argv.includes('--corrected') ? 'corrected' : 'damaged';
const files = given.length > 0 ? given : ['../shared/corpus/dev'];
const missing = files.filter(file => !existsSync(file));
if (missing.length > 0) {
  console.error(`Not found: ${missing.join(', ')}`);
  process.exit(2);
}
const pages = files.flatMap(readAny);

function readAny(file: string): AnnotatedPage[] {
  if (statSync(file).isDirectory()) return readPages(file, reading);
  if (file.endsWith('.jsonl')) return readJsonPages(file, reading);
  return [parsePage(readFileSync(file, 'utf8'), basename(file, '.md'), reading)];
}

const lexicon = loadLexicon();
const loading = performance.now();
const suggesting = suggester(lexicon, parseSuggestionModel(weights));
const loadMilliseconds = performance.now() - loading;

const genres = new Map<string, Tallies>();
const totals = new Map<number, Tallies>(CONFIDENCES.map(least => [least, emptyTallies()]));
for (const page of pages) {
  for (const [least, total] of totals) {
    const tallies = emptyTallies();
    const suggestions = suggesting.suggest(
      page.blocks.map(({ block }) => block),
      least,
    );
    for (const { block, mentions } of page.blocks) {
      tally(
        tallies,
        suggestions.filter(suggestion => suggestion.block === block.id),
        mentions,
      );
    }
    addTallies(total, tallies);
    if (least === CONFIDENCES[0]) {
      const genre = genres.get(page.genre) ?? emptyTallies();
      addTallies(genre, tallies);
      genres.set(page.genre, genre);
    }
  }
}

const characters = pages.reduce(
  (sum, page) => sum + page.blocks.reduce((size, { block }) => size + block.text.length, 0),
  0,
);
console.log(
  `${pages.length} pages, ${characters} characters (.md pages read as ${reading}); model loaded in ${loadMilliseconds.toFixed(0)} ms`,
);
for (const [least, tallies] of totals) {
  console.log(`\nconfidence ≥ ${least}   precision  recall     F1   right/suggested/gold`);
  for (const type of SUGGESTED_TYPES) console.log(row(type, tallies[type]));
  console.log(row('all', sumOf(tallies)));
}
console.log(`\nF1 per genre at ≥ ${CONFIDENCES[0]}`);
for (const [genre, tallies] of genres) {
  const cells = SUGGESTED_TYPES.filter(type => tallies[type].gold > 0).map(
    type => `${type} ${scoresOf(tallies[type]).f1.toFixed(3)}`,
  );
  console.log(`${genre.padEnd(12)} ${cells.join('  ')}  all ${scoresOf(sumOf(tallies)).f1.toFixed(3)}`);
}

const blocks = pages.flatMap(page => page.blocks.map(({ block }) => block));
const many = Array.from(
  { length: Math.ceil(SPEED_CHARACTERS / Math.max(1, characters)) },
  () => blocks,
).flat();
const size = many.reduce((sum, { text }) => sum + text.length, 0);
/** Turn about, so that what else the machine does falls on both alike; the CPU time hardly depends on it, the wall time does. */
const fastest = { Kanwu: { cpu: 0, wall: 0 }, jieba: { cpu: 0, wall: 0 } };
for (let run = 0; run < SPEED_RUNS; run++) {
  keepFaster(fastest.Kanwu, () => suggesting.suggest(many));
  keepFaster(fastest.jieba, () => many.map(({ text }) => jiebaMentions(text)));
}
const spoken = (speed: number): string => Math.round(speed).toLocaleString('en');
console.log(
  `\nspeed on one core (${size.toLocaleString('en')} characters, best of ${SPEED_RUNS}): ${spoken(fastest.Kanwu.cpu)} characters/s of CPU time, ${spoken(fastest.Kanwu.wall)} by the clock; jieba's tagger alone ${spoken(fastest.jieba.cpu)} and ${spoken(fastest.jieba.wall)}, ${(fastest.jieba.cpu / fastest.Kanwu.cpu).toFixed(1)} times as fast`,
);
const peer = emptyTallies();
for (const { blocks } of pages)
  for (const { block, mentions } of blocks) tally(peer, jiebaMentions(block.text), mentions);
const peerTypes = (['PER', 'ORG', 'LOC', 'DATE'] as const).map(
  type => `${type} ${scoresOf(peer[type]).f1.toFixed(3)}`,
);
console.log(`jieba's tags taken as mentions, F1: ${peerTypes.join('  ')}`);

/** Characters a second of `work` over all of them, where it is faster than before. */
function keepFaster(best: { cpu: number; wall: number }, work: () => unknown): void {
  const started = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  best.cpu = Math.max(best.cpu, size / ((user + system) / 1e6));
  best.wall = Math.max(best.wall, size / ((performance.now() - started) / 1e3));
}

function row(name: string, counts: Tally): string {
  const { precision, recall, f1 } = scoresOf(counts);
  const cell = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3)).padStart(9);
  return `${name.padEnd(17)} ${cell(precision)} ${cell(recall)} ${cell(f1)}   ${counts.right}/${counts.suggested}/${counts.gold}`;
}
