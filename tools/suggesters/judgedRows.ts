import { drained } from '../../shared/steps/drained';
import { judgeOf } from '../../shared/suggesters/boostedTrees';
import { chooseSpans } from '../../shared/suggesters/chooseSpans';
import { documentEvidence, lookForNames } from '../../shared/suggesters/documentEvidence';
import { spanFeatures, WORDING_AT } from '../../shared/suggesters/documentNames';
import { blockEvidence, type SpanEvidence, type SpanSources } from '../../shared/suggesters/spanEvidence';
import { wordingScore } from '../../shared/suggesters/spanWording';
import { SUGGESTED_TYPES, type SuggestedType } from '../../shared/suggesters/suggestion';
import type { AnnotatedPage } from './annotatedPages';
import { type BoostingOptions, trainBoostedTrees } from './boostedTreesTrainer';
import { emptyTallies, type Tallies, tally } from './spanScores';
import { trainWording, type WordingOptions } from './wordingTrainer';

/** A span as taggers see it that have not learned from its page. */
export interface JudgedRow {
  readonly page: number;
  readonly block: number;
  readonly type: SuggestedType;
  readonly span: SpanEvidence;
  readonly slots: Int32Array;
  readonly features: Float32Array;
  readonly isRight: boolean;
  confidence: number;
}

/** All spans of one page. */
export function rowsOf(
  page: AnnotatedPage,
  index: number,
  sources: Omit<SpanSources, 'wording'>,
): JudgedRow[] {
  const slotsOf = new Map<SpanEvidence, Int32Array>();
  let recorded: Int32Array[] = [];
  const recording: SpanSources = {
    ...sources,
    wording(slots) {
      recorded.push(slots.slice());
      return 0;
    },
  };
  const record = (spans: readonly SpanEvidence[]): void => {
    for (const [k, span] of spans.entries()) slotsOf.set(span, recorded[k] ?? new Int32Array());
    recorded = [];
  };
  const evidence = page.blocks.map(({ block }) => {
    const found = blockEvidence(block.text, block.kind, recording);
    record(found.spans);
    return found;
  });
  const document = drained(documentEvidence(evidence));
  page.blocks.forEach(({ block }, b) => {
    lookForNames(document, b, block.kind, recording);
    record((document.evidence[b]?.spans ?? []).slice(evidence[b]?.spans.length));
  });
  return document.evidence.flatMap((found, block) => {
    const gold = new Set(
      page.blocks[block]?.mentions.map(({ type, start, end }) => `${type} ${start} ${end}`),
    );
    return (found?.spans ?? []).map(span => {
      const type = SUGGESTED_TYPES[span.type] ?? 'PER';
      return {
        page: index,
        block,
        type,
        span,
        slots: slotsOf.get(span) ?? new Int32Array(),
        features: spanFeatures(span),
        isRight: gold.has(`${type} ${span.start} ${span.end}`),
        confidence: 0,
      };
    });
  });
}

/**
 * Scores the wording of every row by a model that has not seen its page, as the judge must see it in training, and then
 * its confidence by a judge that has not.
 */
export function crossJudge(
  rows: readonly JudgedRow[],
  folds: number,
  wording: WordingOptions,
  boosting: BoostingOptions,
): void {
  for (let fold = 0; fold < folds; fold++) {
    const model = trainWording(
      rows.filter(row => row.page % folds !== fold),
      wording,
    );
    for (const row of rows)
      if (row.page % folds === fold) row.features[WORDING_AT] = wordingScore(model, row.slots);
  }
  for (let fold = 0; fold < folds; fold++) {
    const seen = rows.filter(row => row.page % folds !== fold);
    const judge = judgeOf(
      trainBoostedTrees(
        seen.map(row => row.features),
        seen.map(row => row.isRight),
        boosting,
      ),
    );
    for (const row of rows) if (row.page % folds === fold) row.confidence = judge(row.features);
  }
}

/** What is suggested of the rows that are at least as sure as `least`, against the gold of the pages. */
export function talliesAt(
  pages: readonly AnnotatedPage[],
  rows: readonly JudgedRow[],
  least: number,
): Tallies {
  const tallies = emptyTallies();
  pages.forEach((page, p) => {
    const mine = rows.filter(row => row.page === p && row.confidence >= least);
    page.blocks.forEach(({ mentions }, b) => {
      const judged = mine
        .filter(row => row.block === b)
        .map(({ type, span: { start, end }, confidence }) => ({ type, start, end, confidence }));
      tally(tallies, chooseSpans(judged), mentions);
    });
  });
  return tallies;
}
