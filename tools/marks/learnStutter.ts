// Learns what the stutter detector knows: how seldom each character is doubled in sound text, and two classifiers.
// `node tools/run.mjs tools/marks/learnStutter.ts [--dry]`. Trained on ../shared/corpus/ner and the train split of
// ../shared/corpus/train, never on ../shared/corpus/dev. Needs characters.model.json (see learnLookalike.ts).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dict } from '@node-rs/jieba/dict.js';
import { isHan } from '../../shared/detectors/marks/characterClass';
import { type CharacterCounts, readCharacterModel } from '../../shared/detectors/marks/characterModel';
import counts from '../../shared/detectors/marks/characters.model.json';
import { doubledCharacters } from '../../shared/detectors/marks/doubledCharacters';
import { sigmoid } from '../../shared/detectors/marks/network';
import { type RarityTable, rarityOf } from '../../shared/detectors/marks/rarity';
import { repeatedPhrases } from '../../shared/detectors/marks/repeatedPhrases';
import { type RepetitionKnowledge, surveyRepetition } from '../../shared/detectors/marks/repetition';
import { foldText } from '../../shared/lexicon/fold';
import { loadLexicon } from '../lexicon/loadLexicon';
import { type MarkedError, type Page, readPages } from './pages';
import { readProse } from './prose';
import { calibration, crossScores, type Example, randomFrom, trainNetwork } from './trainNetwork';

const dry = process.argv.includes('--dry');
const corpus = join('..', 'shared', 'corpus');
const FOLDS = 4;
const lexicon = loadLexicon();
const characters = readCharacterModel(counts as CharacterCounts);
const pages = readPages(join(corpus, 'ner'));
const prose = readProse(join(corpus, 'train', 'docs.jsonl.gz')).filter(
  document => document.split === 'train' && document.blocks.length > 0,
);

function corrected(page: Page): string[] {
  return page.blocks.map(({ text }, block) => {
    const own = page.errors.filter(error => error.block === block).reverse();
    return own.reduce(
      (mended, { start, end, right }) => mended.slice(0, start) + right + mended.slice(end),
      text,
    );
  });
}

/** Doublings in the texts of the other parity (or all, for null) and in the dictionary, as rarity levels. */
function rarityTable(parity: number | null): RarityTable {
  const single = new Map<string, number>();
  const double = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    const folded = foldText(text);
    for (let at = 0; at < folded.length; at++) {
      const char = folded.charAt(at);
      if (!isHan(folded.charCodeAt(at))) continue;
      single.set(char, (single.get(char) ?? 0) + weight);
      if (folded.charAt(at + 1) === char) double.set(char, (double.get(char) ?? 0) + weight);
    }
  };
  pages.forEach((page, index) => {
    if (index % 2 !== parity) for (const text of corrected(page)) count(text, 2);
  });
  prose.forEach(({ blocks, genre }, index) => {
    if (index % 2 !== parity) for (const { text } of blocks) count(text, genre === 'novel' ? 0.7 : 0.4);
  });
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word = '', frequency = '0'] = line.split(' ');
    if (word.length > 1) count(word, Math.min(20, Math.sqrt(Number(frequency)) * 0.1));
  }
  const levels = Array.from({ length: 16 }, () => '');
  for (const [char, total] of single) {
    const share = ((double.get(char) ?? 0) + 0.15) / (total + 25);
    const level = Math.max(0, Math.min(15, Math.round(-Math.log2(share))));
    levels[level] += char;
  }
  return levels;
}

interface Set {
  readonly examples: Example[];
  readonly folds: number[];
  readonly places: string[];
}
const doubles: Set = { examples: [], folds: [], places: [] };
const phrases: Set = { examples: [], folds: [], places: [] };
const random = randomFrom(5);
const halves = [0, 1].map(parity => rarityOf(rarityTable(parity)));
const whole = rarityTable(null);

type Label = (block: number, start: number, end: number) => 0 | 1 | null;

function learnFrom(
  texts: readonly string[],
  rarity: Float32Array,
  fold: number,
  place: string,
  weights: readonly [wrong: number, right: number],
  label: Label,
): void {
  const knowledge: RepetitionKnowledge = { lexicon, characters, rarity };
  const survey = surveyRepetition(
    texts.map(text => ({ text, id: '', kind: 'paragraph', level: 0, marker: '', gap: '' })),
  );
  texts.forEach((text, block) => {
    for (const [set, list] of [
      [doubles, doubledCharacters(text, knowledge, survey)],
      [phrases, repeatedPhrases(text, knowledge, survey)],
    ] as const) {
      for (const { start, end, inputs } of list) {
        const answer = label(block, start, end);
        if (answer === null) continue;
        set.examples.push({ inputs, label: answer, weight: weights[answer] });
        set.folds.push(fold);
        set.places.push(
          `${place} ${text.slice(Math.max(0, start - 6), start)}【${text.slice(start, end)}】${text.slice(end, end + 6)}`,
        );
      }
    }
  });
}

/** Doubles a character or a word about once in `every` characters; returns the texts and the doubled ranges. */
function stammer(
  texts: readonly string[],
  every: number,
): { texts: string[]; ranges: Map<number, [number, number][]> } {
  const ranges = new Map<number, [number, number][]>();
  const changed = texts.map((text, block) => {
    let result = '';
    const own: [number, number][] = [];
    for (const { start, end } of lexicon.segment(text)) {
      const word = text.slice(start, end);
      if (!isHan(text.charCodeAt(start)) || random() * every > word.length) {
        result += word;
        continue;
      }
      const whole = random() < 0.3;
      const at = whole ? 0 : Math.floor(random() * word.length);
      const part = whole ? word : word.charAt(at);
      own.push([result.length + at, result.length + at + 2 * part.length]);
      result += word.slice(0, at) + part + word.slice(at);
    }
    ranges.set(block, own);
    return result;
  });
  return { texts: changed, ranges };
}

const overlaps = (a: number, b: number, c: number, d: number): boolean => a < d && c < b;
let marked = 0;
for (const [index, page] of pages.entries()) {
  const rarity = halves[index % 2] ?? rarityOf(whole);
  const fold = (index >> 1) % FOLDS;
  const own = (block: number): MarkedError[] => page.errors.filter(error => error.block === block);
  marked += page.errors.filter(error => error.kind === 'stutter' && isHan(error.wrong.charCodeAt(0))).length;
  learnFrom(
    page.blocks.map(({ text }) => text),
    rarity,
    fold,
    'ner',
    [1, 1],
    (block, start, end) => {
      const error = own(block).find(one => overlaps(start, end, one.start, one.end));
      return !error ? 0 : error.kind === 'stutter' ? 1 : null;
    },
  );
  const { texts, ranges } = stammer(corrected(page), 40);
  learnFrom(texts, rarity, fold, 'syn', [0, 0.15], (block, start, end) =>
    ranges.get(block)?.some(([a, b]) => overlaps(start, end, a, b)) ? 1 : null,
  );
}
for (const [index, { blocks, genre }] of prose.entries()) {
  const { texts, ranges } = stammer(
    blocks.map(({ text }) => text),
    1500,
  );
  learnFrom(
    texts,
    halves[index % 2] ?? rarityOf(whole),
    (index >> 1) % FOLDS,
    genre,
    genre === 'novel' ? [2.5, 0.7] : [0.8, 0.5],
    (block, start, end) => (ranges.get(block)?.some(([a, b]) => overlaps(start, end, a, b)) ? 1 : 0),
  );
}

const networks = [doubles, phrases].map((set, index) => {
  const name = index === 0 ? 'characters' : 'phrases';
  const train = (examples: readonly Example[]) => trainNetwork(examples, 10, index === 0 ? 12 : 40, 7, 3e-5);
  const scores = crossScores(set.examples, set.folds, FOLDS, train);
  const scored = set.examples.map(({ label, weight }, at) => ({
    score: scores[at] ?? 0,
    label,
    weight,
    place: set.places[at] ?? '',
  }));
  // What the confidence is to be right about are pages as they come out of recognition; phrases are too few there,
  // so prose has a say in theirs.
  const fitted = calibration(
    scored
      .filter(({ place }) => place.startsWith('ner') || (index === 1 && !place.startsWith('syn')))
      .map(one => ({ ...one, weight: one.place.startsWith('ner') ? 2 : one.weight * 0.3 })),
  );
  const judged = scored.map(one => ({ ...one, p: sigmoid(fitted.slope * one.score + fitted.offset) }));
  console.log(
    `${name}: ${set.examples.length} repetitions, ${set.examples.filter(({ label }) => label === 1).length} stutters (${marked} marked)`,
  );
  for (const threshold of [0.3, 0.5, 0.7, 0.9]) {
    const count = (genre: string, label?: number): number =>
      judged.filter(
        one =>
          one.p >= threshold && one.place.startsWith(genre) && (label === undefined || one.label === label),
      ).length;
    const right = judged.filter(one => one.place.startsWith('ner') && one.label === 1).length;
    console.log(
      `  p ≥ ${threshold}: ner P ${((100 * count('ner', 1)) / count('ner')).toFixed(1)} R ${((100 * count('ner', 1)) / right).toFixed(1)} of ${right}; novels ${count('novel', 0)} alarms, ${count('novel', 1)} right; gov ${count('gov', 0)}, ${count('gov', 1)}`,
    );
  }
  if (process.argv.includes('--list')) {
    for (const one of judged)
      if (!one.place.startsWith('syn') && (one.label === 1 ? one.p < 0.5 : one.p > 0.4))
        console.log(`  ${one.label ? 'missed' : 'ALARM'} ${one.p.toFixed(2)} ${one.place}`);
  }
  return { ...train(set.examples), ...fitted };
});
if (!dry) {
  const origin = {
    made: 'node tools/run.mjs tools/marks/learnStutter.ts',
    data: 'corpus/ner (160 pages; marked stutters and injected ones) and corpus/train, split train (injected ones); doublings also from jieba’s dictionary (MIT)',
    characters: doubles.examples.length,
    phrases: phrases.examples.length,
  };
  writeFileSync(
    join('shared', 'detectors', 'marks', 'stutter.model.json'),
    JSON.stringify({ origin, rarity: whole, characters: networks[0], phrases: networks[1] }),
  );
}
