import { inPair } from '../document/surrogatePair';
import type { TextBlock } from '../document/textBlock';
import type { Reason } from '../findings/finding';
import type { Lexicon } from '../lexicon/lexicon';
import { drained } from '../steps/drained';
import { chooseSpans } from './chooseSpans';
import { documentEvidence, lookForNames } from './documentEvidence';
import { bestElsewhere, isHopeless, rememberedConfidence, spanFeatures } from './documentNames';
import type { EvidenceCache } from './evidenceCache';
import { indexKnownNames, type KnownIndex, type KnownNames, reasonForKnown } from './knownNames';
import { type ModelSpan, placeKnownNames } from './placeKnownNames';
import { reasonFor } from './reasons';
import { type BlockEvidence, blockEvidence, type SpanEvidence, type SpanSources } from './spanEvidence';
import { wordingScore } from './spanWording';
import { SUGGESTED_TYPES, type Suggestion } from './suggestion';
import type { SuggestionModel } from './suggestionModel';

export { createEvidenceCache, type EvidenceCache } from './evidenceCache';
export type { AcceptedName, DismissedName, KnownFrom, KnownNames } from './knownNames';
export type { ModelFile } from './modelFile';
export { SUGGESTED_TYPES, type SuggestedType, type Suggestion } from './suggestion';
export { parseSuggestionModel, type SuggestionModel } from './suggestionModel';

/** Suggestions below this confidence are not made unless asked for. */
export const DEFAULT_CONFIDENCE = 0.5;

export interface Suggester {
  /**
   * Mentions the document may hold, in document order, outer before inner. Pure: the same blocks give the same
   * suggestions. Some 10 µs a character.
   *
   * `known` names come first: accepted ones are suggested wherever they stand, dismissed ones nowhere. Pass the same
   * object again as long as nothing in it changes, for the index over it is kept with it.
   */
  suggest(blocks: readonly TextBlock[], least?: number, known?: KnownNames): Suggestion[];
  /**
   * The same in slices, for a worker that must answer in between: yields the share of the work done (0–1) after each
   * few thousand characters, and returns the suggestions. One run at a time. With a `cache` that saw the document
   * before only what has changed is looked at again.
   */
  steps(
    blocks: readonly TextBlock[],
    least?: number,
    known?: KnownNames,
    cache?: EvidenceCache,
  ): Generator<number, Suggestion[], void>;
}

/** Characters between two yields. */
const SLICE = 4000;
/** Shares of the whole work: reading the blocks, counting names, judging. */
const READING = 0.9;
const COUNTING = 0.92;

/** Who asks for less sure suggestions than this is told of everything. */
const WORTH_JUDGING = 0.3;

interface CompetingSpan extends Omit<ModelSpan, 'type'> {
  readonly type: string;
  readonly identifier: string | undefined;
  readonly reason: () => Reason;
}
interface JudgedSpan extends ModelSpan {
  readonly identifier: undefined;
  readonly reason: () => Reason;
}

const NOTHING_KNOWN: KnownNames = { accepted: [], dismissed: [] };

const isRead = ({ kind }: TextBlock): boolean => kind !== 'code' && kind !== 'image' && kind !== 'rule';

/** A suggester over `lexicon` and `model`; makes and keeps no state of any document. */
export function suggester(lexicon: Lexicon, model: SuggestionModel): Suggester {
  const sources: SpanSources = {
    lexicon,
    model: model.sequence,
    givenNames: model.givenNames,
    wording: slots => wordingScore(model.wording, slots),
  };
  let row: Float32Array | undefined;
  const confidenceOf = (span: SpanEvidence): number => {
    row = spanFeatures(span, row);
    return Math.round(rememberedConfidence(span, row, model.judge) * 1e4) / 1e4;
  };
  const indexes = new WeakMap<KnownNames, KnownIndex>();
  const indexOf = (known: KnownNames): KnownIndex => {
    let index = indexes.get(known);
    if (!index) {
      index = indexKnownNames(known);
      indexes.set(known, index);
    }
    return index;
  };

  function* steps(
    blocks: readonly TextBlock[],
    least = DEFAULT_CONFIDENCE,
    known = NOTHING_KNOWN,
    cache?: EvidenceCache,
  ): Generator<number, Suggestion[], void> {
    const evidence: (BlockEvidence | undefined)[] = [];
    for (const { block, isLast } of slices(blocks)) {
      const textBlock = blocks[block];
      const look = ({ text, kind }: TextBlock): BlockEvidence => blockEvidence(text, kind, sources);
      evidence.push(
        textBlock && isRead(textBlock)
          ? (cache?.evidenceOf(textBlock, () => look(textBlock)) ?? look(textBlock))
          : undefined,
      );
      if (isLast) yield (READING * evidence.length) / blocks.length;
    }
    cache?.endRun();
    const knownIndex = indexOf(known);
    const gathering = documentEvidence(evidence);
    let gathered = gathering.next();
    for (; !gathered.done; gathered = gathering.next()) yield READING;
    const document = gathered.value;
    for (const { block, isLast } of slices(blocks)) {
      const textBlock = blocks[block];
      if (textBlock) lookForNames(document, block, textBlock.kind, sources);
      if (isLast) yield READING + (COUNTING - READING) * (block / blocks.length);
    }
    const suggestions: Suggestion[] = [];
    for (const { block, isLast } of slices(blocks)) {
      const textBlock = blocks[block];
      if (textBlock && isRead(textBlock))
        suggestions.push(...judge(textBlock, document.evidence[block]?.spans ?? [], knownIndex, least));
      if (isLast) yield COUNTING + (1 - COUNTING) * (block / blocks.length);
    }
    return suggestions;
  }

  function judge(
    block: TextBlock,
    spans: readonly SpanEvidence[],
    known: KnownIndex,
    least: number,
  ): Suggestion[] {
    const judged: JudgedSpan[] = [];
    for (const span of spans) {
      if (least >= WORTH_JUDGING && isHopeless(span)) continue;
      const confidence = confidenceOf(span);
      if (confidence < least) continue;
      judged.push({
        // The model reads UTF-16 code units; a mention holds whole characters: half of 𠮷 at an edge brings the other half.
        start: inPair(block.text, span.start) ? span.start - 1 : span.start,
        end: inPair(block.text, span.end) ? span.end + 1 : span.end,
        type: SUGGESTED_TYPES[span.type] ?? 'PER',
        identifier: undefined,
        confidence,
        reason: () => reasonFor(span, bestElsewhere(span)),
      });
    }
    const chosen = known.isEmpty ? chooseSpans(judged) : chooseSpans(withKnown(block, judged, known, least));
    return chosen.map(({ type, start, end, confidence, reason, identifier }) => ({
      type,
      block: block.id,
      start,
      end,
      text: block.text.slice(start, end),
      confidence: Math.round(confidence * 1e4) / 1e4,
      reason: reason(),
      ...(identifier === undefined ? {} : { identifier }),
    }));
  }

  function withKnown(
    block: TextBlock,
    judged: readonly JudgedSpan[],
    known: KnownIndex,
    least: number,
  ): CompetingSpan[] {
    const remembered = placeKnownNames(block.text, judged, known, lexicon);
    return [
      ...remembered.map(span => ({
        ...span,
        type: span.name.type,
        identifier: span.name.identifier,
        reason: () => reasonForKnown(span),
      })),
      // What the editor has decided about a text stands above what the model makes of it.
      ...judged.filter(
        ({ type, start, end }) =>
          !known.isDismissed(type, block.text.slice(start, end)) &&
          !remembered.some(span => span.start === start && span.end === end),
      ),
    ].filter(({ confidence }) => confidence >= least);
  }

  return {
    steps,
    suggest(blocks, least, known) {
      return drained(steps(blocks, least, known));
    },
  };
}

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
