// Breaks the English pages: `node tools/run.mjs tools/breaks/buildEnglish.ts` writes tests/fixtures/breaks/english.jsonl.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../lexicon/loadLexicon';
import type { BreakCase, CaseGap } from './breakCase';
import { injectBreaks } from './injectBreaks';
import { type Random, randomFrom, seedOf } from './random';
import type { SourceDocument } from './sourceDocuments';

const RATE = 0.6;

const folder = join(repositoryRoot(), 'tests/fixtures/breaks');
const cases = readFileSync(join(folder, 'english.md'), 'utf8')
  .split(/^(?=<!-- page:)/m)
  .filter(page => page.trim() !== '')
  .flatMap(page => {
    const document = parse(page);
    return [false, true].map(plain => {
      const seed = seedOf(document.id) + (plain ? 1 : 0);
      return hyphenate(injectBreaks(document, { seed, rate: RATE, plain }), randomFrom(seed + 2));
    });
  });
writeFileSync(join(folder, 'english.jsonl'), `${cases.map(source => JSON.stringify(source)).join('\n')}\n`);
const gaps: CaseGap[] = cases.flatMap(source => [...source.gaps]);
console.log(`${cases.length} cases, ${gaps.length} gaps, ${gaps.filter(({ y }) => y).length} spurious`);

function parse(page: string): SourceDocument {
  const head = /^<!-- page: (\S+) \| genre: (\S+) -->\n/.exec(page);
  if (!head)
    throw new Error(
      `english.md: a page must begin with <!-- page: … | genre: … -->, not ${page.slice(0, 40)}`,
    );
  const blocks = page
    .slice(head[0].length)
    .split(/\n{2,}/)
    .map(text => text.trim())
    .filter(text => text !== '')
    .map(text => ({ text, isRunning: !/\n/.test(text) && !/^(?:#|[-*]\s|\d+\.\s)/.test(text), errors: [] }));
  return { id: head[1] ?? '', genre: head[2] ?? '', lang: 'en', blocks };
}

/** Moves some breaks into the word after them, with a line-end hyphen as typesetters put it. */
function hyphenate(source: BreakCase, random: Random): BreakCase {
  const blocks = [...source.blocks];
  source.gaps.forEach((gap, i) => {
    const first = blocks[i] ?? '';
    const second = blocks[i + 1] ?? '';
    const word = /^[a-z]{6,}(?=\s)/.exec(second)?.[0];
    if (gap.y === 0 || !word) return;
    const at = 3 + Math.floor(random() * (word.length - 5));
    blocks[i] = `${first} ${word.slice(0, at)}-`;
    blocks[i + 1] = second.slice(at);
  });
  return { ...source, blocks };
}
