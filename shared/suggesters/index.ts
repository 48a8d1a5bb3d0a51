import type { TextBlock } from '../document/textBlock';
import type { Lexicon } from '../lexicon/lexicon';
import { probabilityOf } from './boostedTrees';
import { chooseSpans } from './chooseSpans';
import {
  bestElsewhere,
  type DocumentNames,
  findRecurring,
  gatherNames,
  recurringNames,
  spanFeatures,
} from './documentNames';
import { readableText } from './readableText';
import { reasonFor } from './reasons';
import { blockEvidence, type SpanEvidence } from './spanEvidence';
import type { Suggestion } from './suggestion';
import type { SuggestionModel } from './suggestionModel';

export type { ModelFile } from './modelFile';
export { SUGGESTED_TYPES, type SuggestedType, type Suggestion } from './suggestion';
export { parseSuggestionModel, type SuggestionModel } from './suggestionModel';

/** Suggestions below this confidence are not made unless asked for. */
export const DEFAULT_CONFIDENCE = 0.5;

export interface Suggester {
  /**
   * Mentions the document may hold, in document order, outer before inner. Pure: the same blocks give the same
   * suggestions. Some 12 µs a character.
   */
  suggest(blocks: readonly TextBlock[], least?: number): Suggestion[];
  /**
   * The same in slices, for a worker that must answer in between: yields the share of the work done (0–1) after each
   * few thousand characters, and returns the suggestions. One run at a time.
   */
  steps(blocks: readonly TextBlock[], least?: number): Generator<number, Suggestion[], void>;
}

/** Characters between two yields. */
const SLICE = 4000;
/** Shares of the whole work: reading the blocks, counting names, judging. */
const READING = 0.9;
const COUNTING = 0.92;

/** A suggester over `lexicon` and `model`; makes and keeps no state of any document. */
export function suggester(lexicon: Lexicon, model: SuggestionModel): Suggester {
  const sources = { lexicon, model: model.sequence, givenNames: model.givenNames };

  function* steps(
    blocks: readonly TextBlock[],
    least = DEFAULT_CONFIDENCE,
  ): Generator<number, Suggestion[], void> {
    const evidence: SpanEvidence[][] = [];
    for (const index of slices(blocks)) {
      const { text, kind } = blocks[index.block] ?? { text: '', kind: 'rule' };
      evidence.push(
        kind === 'code' || kind === 'image' || kind === 'rule' ? [] : blockEvidence(text, kind, sources),
      );
      if (index.isLast) yield (READING * evidence.length) / blocks.length;
    }
    const gathered = gatherNames(evidence);
    const index = recurringNames(gathered);
    const occurrences = new Map<string, number>();
    for (const { block, isLast } of slices(blocks)) {
      findRecurring(readableText(blocks[block]?.text ?? ''), index, key => {
        occurrences.set(key, (occurrences.get(key) ?? 0) + 1);
      });
      if (isLast) yield READING + (COUNTING - READING) * (block / blocks.length);
    }
    const names = { ...gathered, occurrences };
    const suggestions: Suggestion[] = [];
    for (const { block, isLast } of slices(blocks)) {
      const textBlock = blocks[block];
      if (textBlock) suggestions.push(...judge(textBlock, evidence[block] ?? [], names, least));
      if (isLast) yield COUNTING + (1 - COUNTING) * (block / blocks.length);
    }
    return suggestions;
  }

  function judge(
    block: TextBlock,
    spans: readonly SpanEvidence[],
    names: DocumentNames,
    least: number,
  ): Suggestion[] {
    const judged = spans
      .map(span => ({
        span,
        ...wholeCharacters(block.text, span.start, span.end),
        confidence: Math.round(probabilityOf(model.judge, spanFeatures(span, names)) * 1e4) / 1e4,
      }))
      .filter(({ confidence }) => confidence >= least);
    return chooseSpans(judged).map(({ span, start, end, confidence }) => ({
      type: span.type,
      block: block.id,
      start,
      end,
      text: block.text.slice(start, end),
      confidence,
      reason: reasonFor(span, bestElsewhere(span, names)),
    }));
  }

  return {
    steps,
    suggest(blocks, least) {
      const run = steps(blocks, least);
      for (;;) {
        const step = run.next();
        if (step.done) return step.value;
      }
    },
  };
}

/** The model reads UTF-16 code units; a mention holds whole characters: half of 𠮷 at an edge brings the other half. */
function wholeCharacters(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  return {
    start: isInsidePair(text, start) ? start - 1 : start,
    end: isInsidePair(text, end) ? end + 1 : end,
  };
}

const isInsidePair = (text: string, at: number): boolean =>
  (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** Indexes of the blocks, marking those after which a slice ends. */
function* slices(
  blocks: readonly TextBlock[],
): Generator<{ readonly block: number; readonly isLast: boolean }> {
  let size = 0;
  for (let block = 0; block < blocks.length; block++) {
    size += blocks[block]?.text.length ?? 0;
    const isLast = size >= SLICE;
    if (isLast) size = 0;
    yield { block, isLast };
  }
}
