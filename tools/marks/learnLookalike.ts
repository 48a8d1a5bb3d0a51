// Learns what the look-alike detector knows: character counts, the table of confusable characters and the classifier.
// `node tools/run.mjs tools/marks/learnLookalike.ts GLYPHS.json [--dry]`, GLYPHS.json from `glyphs.ts`. Trained on
// ../shared/corpus/ner and the train split of ../shared/corpus/train, never on ../shared/corpus/dev.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHan } from '../../shared/detectors/marks/characterClass';
import { type CharacterModel, readCharacterModel } from '../../shared/detectors/marks/characterModel';
import { type Confusable, readConfusables } from '../../shared/detectors/marks/confusables';
import { countPairs, figureRate } from '../../shared/detectors/marks/documentPairs';
import { familiarity, lookalikeCandidates } from '../../shared/detectors/marks/lookalikeCandidates';
import { sigmoid } from '../../shared/detectors/marks/network';
import { tagAffinity } from '../../shared/detectors/marks/tagAffinity';
import { foldText } from '../../shared/lexicon/fold';
import { loadLexicon } from '../lexicon/loadLexicon';
import { confusableTable, type Glyphs } from './confusableTable';
import { countCharacters, type WeightedText } from './countCharacters';
import { countTags } from './countTags';
import { type Page, readPages } from './pages';
import { readProse } from './prose';
import { calibration, crossScores, type Example, randomFrom, trainNetwork } from './trainNetwork';

const [glyphFile = '', mode] = process.argv.slice(2);
const corpus = join('..', 'shared', 'corpus');
const out = join('shared', 'detectors', 'marks');
const PAIRS_KEPT = 64_000;
const HIDDEN = 20;
const EPOCHS = 14;
const FOLDS = 4;

const lexicon = loadLexicon();
const pages = readPages(join(corpus, 'ner'));
const prose = readProse(join(corpus, 'train', 'docs.jsonl.gz')).filter(
  document => document.split === 'train' && document.blocks.length > 0,
);
const proseWeight = { novel: 0.6, gov: 0.5, verse: 0.5, tech: 0.5 };

/** Texts of every other document (parity 0 or 1), or of all (null): what is judged was never counted. */
function* textsOf(parity: number | null): Generator<WeightedText> {
  for (const [index, page] of pages.entries()) {
    if (index % 2 !== parity) for (const text of corrected(page)) yield { text, weight: 3 };
  }
  for (const [index, { blocks, genre }] of prose.entries()) {
    if (index % 2 !== parity) for (const { text } of blocks) yield { text, weight: proseWeight[genre] };
  }
}

function corrected(page: Page): string[] {
  return page.blocks.map(({ text }, block) => {
    const own = page.errors.filter(error => error.block === block).reverse();
    return own.reduce(
      (mended, { start, end, right }) => mended.slice(0, start) + right + mended.slice(end),
      text,
    );
  });
}

const origin = {
  made: 'node tools/run.mjs tools/marks/learnLookalike.ts',
  data: 'corpus/ner (160 pages, corrected, ×3); corpus/train, split train: statutes ×0.5, novels ×0.6; words of jieba’s dictionary (MIT), damped',
};
const whole = countCharacters(textsOf(null), PAIRS_KEPT, origin);
const halves = [0, 1].map(parity => readCharacterModel(countCharacters(textsOf(parity), PAIRS_KEPT, origin)));
const all = readCharacterModel(whole);
const tags = countTags(lexicon, textsOf(null));
const affinity = tagAffinity(tags);

const glyphs: Glyphs = JSON.parse(readFileSync(glyphFile, 'utf8'));
const marked = pages.flatMap(page =>
  page.errors
    .filter(error => error.kind === 'lookalike')
    .flatMap(({ wrong, right }) =>
      [...wrong].map((char, index): [string, string] => [char, right[index] ?? char]),
    ),
);
const table = confusableTable(glyphs, marked, char => all.alone(char.charCodeAt(0)) > -11.8);
const confusables = readConfusables(table);
/** The table turned round: what a character may be misread as. */
const misreadings = new Map<number, { code: number; weight: number }[]>();
for (let wrong = 0; wrong < 0x10000; wrong++) {
  for (const confusable of confusables.entries.slice(
    confusables.starts[wrong],
    confusables.starts[wrong + 1],
  )) {
    const known = misreadings.get(confusable.code) ?? [];
    known.push({ code: wrong, weight: misreadingWeight(confusable, wrong) });
    misreadings.set(confusable.code, known);
  }
}

function misreadingWeight({ likeness, similarity }: Confusable, wrong: number): number {
  const common = all.alone(wrong) > -11.5 ? 1 : 0.25;
  if (likeness === 'classic') return 12;
  if (likeness === 'shape') return 3 * common;
  if (likeness === 'sound') return 0.35;
  if (likeness === 'variant') return 1;
  return 0.25 * (similarity / 5) * common;
}

const random = randomFrom(11);
const examples: Example[] = [];
const folds: number[] = [];
/** Document and position of each example, to take the best alternative of a position when counting. */
const places: string[] = [];
let gated = 0;
let real = 0;

function learnFrom(
  texts: readonly string[],
  characters: CharacterModel,
  fold: number,
  label: (block: number, at: number, code: number) => 0 | 1 | null,
  weights: readonly [wrong: number, right: number],
  place: string,
): void {
  const blocks = texts.map(text => ({
    text,
    id: '',
    kind: 'paragraph' as const,
    level: 0,
    marker: '',
    gap: '',
  }));
  const manner = {
    pairs: countPairs(blocks),
    ordinary: familiarity(characters, texts),
    figures: figureRate(blocks),
  };
  texts.forEach((text, block) => {
    for (const candidate of lookalikeCandidates(
      text,
      { lexicon, characters, confusables, affinity },
      manner,
    )) {
      const answer = label(block, candidate.at, candidate.code);
      if (answer === null) continue;
      examples.push({ inputs: candidate.inputs, label: answer, weight: weights[answer] });
      folds.push(fold);
      places.push(`${place} ${block} ${candidate.at}`);
    }
  });
}

function drawn(options: readonly { code: number; weight: number }[]): { code: number } | undefined {
  let left = random() * options.reduce((total, { weight }) => total + weight, 0);
  return options.find(({ weight }) => {
    left -= weight;
    return left <= 0;
  });
}

/** Puts misreadings into texts, about one in `every` Han characters; returns the texts and what stood there. */
function misread(texts: readonly string[], every: number): { texts: string[]; truth: Map<string, string> } {
  const truth = new Map<string, string>();
  const changed = texts.map((text, block) => {
    const chars = [...text.split('')];
    for (let at = 0; at < chars.length; at++) {
      if (random() * every > 1 || !isHan(text.charCodeAt(at))) continue;
      const options = misreadings.get(text.charCodeAt(at));
      if (!options) continue;
      const chosen = drawn(options);
      if (!chosen) continue;
      truth.set(`${block} ${at}`, text.charAt(at));
      chars[at] = String.fromCharCode(chosen.code);
      at += 8;
    }
    return chars.join('');
  });
  return { texts: changed, truth };
}

for (const [index, page] of pages.entries()) {
  const characters = halves[index % 2] ?? all;
  const fold = (index >> 1) % FOLDS;
  learnFrom(
    page.blocks.map(({ text }) => text),
    characters,
    fold,
    (block, at, code) => {
      const error = page.errors.find(one => one.block === block && one.start <= at && at < one.end);
      if (!error) return 0;
      if (error.kind !== 'lookalike') return null;
      const right = error.right.charAt(at - error.start);
      if (foldText(right) === foldText(String.fromCharCode(code))) {
        gated++;
        return 1;
      }
      return null;
    },
    [1, 1],
    `ner${index}`,
  );
  real += page.errors.filter(error => error.kind === 'lookalike' && isHan(error.wrong.charCodeAt(0))).length;
  const { texts, truth } = misread(corrected(page), 40);
  learnFrom(
    texts,
    characters,
    fold,
    (block, at, code) => (truth.get(`${block} ${at}`) === String.fromCharCode(code) ? 1 : null),
    [0, 0.25],
    `syn${index}`,
  );
}
for (const [index, { blocks, genre }] of prose.entries()) {
  const texts = blocks.map(({ text }) => text).filter(() => genre === 'novel' || random() < 0.35);
  const { texts: damaged, truth } = misread(texts, 800);
  learnFrom(
    damaged,
    halves[index % 2] ?? all,
    (index >> 1) % FOLDS,
    (block, at, code) => {
      const right = truth.get(`${block} ${at}`);
      return right === undefined ? 0 : right === String.fromCharCode(code) ? 1 : null;
    },
    genre === 'novel' ? [3, 0.6] : [0.7, 0.7],
    `${genre}${index}`,
  );
}
const positives = examples.filter(example => example.label === 1).length;
console.log(
  `${examples.length} candidates, ${positives} right; of ${real} marked look-alikes ${gated} are among them`,
);

const train = (list: readonly Example[]) => trainNetwork(list, HIDDEN, EPOCHS, 7, 3e-5);
const scores = crossScores(examples, folds, FOLDS, train);
const held = examples.map((example, index) => ({
  score: scores[index] ?? 0,
  label: example.label,
  weight: example.weight,
  place: places[index] ?? '',
}));
// What the confidence is to be right about are pages as they come out of recognition.
const fitted = calibration(held.filter(({ place }) => place.startsWith('ner')));
for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  const best = new Map<string, { p: number; label: number }>();
  for (const { score, label, place } of held) {
    const p = sigmoid(fitted.slope * score + fitted.offset);
    if (p > (best.get(place)?.p ?? 0)) best.set(place, { p, label });
  }
  const shown = [...best].filter(([, { p }]) => p >= threshold);
  const count = (prefix: string, label?: number): number =>
    shown.filter(([place, one]) => place.startsWith(prefix) && (label === undefined || one.label === label))
      .length;
  console.log(
    `p ≥ ${threshold}: ner P ${((100 * count('ner', 1)) / count('ner')).toFixed(1)} (${count('ner')}) R ${((100 * count('ner', 1)) / real).toFixed(1)}; novels ${count('novel', 0)} alarms, ${count('novel', 1)} right; gov ${count('gov', 0)}, ${count('gov', 1)}`,
  );
}
if (mode !== '--dry') {
  const network = { ...train(examples), ...fitted };
  writeFileSync(join(out, 'characters.model.json'), JSON.stringify(whole));
  const how = {
    ...origin,
    confusables:
      'sets by hand (tools/marks/confusions.ts), pairs marked in corpus/ner, nearest glyphs (tools/marks/glyphs.ts)',
    hidden: HIDDEN,
    epochs: EPOCHS,
    examples: examples.length,
    right: positives,
  };
  writeFileSync(
    join(out, 'lookalike.model.json'),
    JSON.stringify({ origin: how, network, tags, confusables: table }),
  );
}
