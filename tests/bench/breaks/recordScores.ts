import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BreakWeights } from '../../../shared/detectors/breaks/model';
import { repositoryRoot } from '../../../tools/lexicon/loadLexicon';
import type { JudgedGap } from './judgedGap';
import { brierScore, scoresAt } from './scores';

/** Writes what was measured into the metadata of the committed weights, so that they say themselves how good they are. */
export function recordScores(sets: Readonly<Record<string, readonly JudgedGap[]>>): void {
  const file = join(repositoryRoot(), 'shared/detectors/breaks/weights.model.json');
  const weights = JSON.parse(readFileSync(file, 'utf8')) as BreakWeights;
  const scores = Object.fromEntries(Object.entries(sets).map(([name, gaps]) => [name, summaryOf(gaps)]));
  writeFileSync(file, `${JSON.stringify({ ...weights, metadata: { ...weights.metadata, scores } })}\n`);
}

function summaryOf(gaps: readonly JudgedGap[]) {
  const prose = gaps.filter(({ source }) => source.genre !== 'verse');
  const half = (plain: boolean) => {
    const some = prose.filter(({ source }) => source.plain === plain);
    const suggested = scoresAt(some, 0.5, ({ confidence }) => confidence);
    const bulk = scoresAt(some, 0.9, ({ confidence }) => confidence);
    return {
      f1: round(suggested.f1),
      precisionAt90: round(bulk.precision),
      recallAt90: round(bulk.recall),
      brier: round(brierScore(some)),
    };
  };
  return { marked: half(false), unmarked: half(true) };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
