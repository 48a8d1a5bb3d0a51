import type { TextBlock } from '../../document/textBlock';
import type { Detector } from '../../findings/detector';
import type { BreakFinding, Finding } from '../../findings/finding';
import type { Lexicon } from '../../lexicon/lexicon';
import { barriersAfter, isBarrier } from './barriers';
import { type BlockFacts, END } from './blockFacts';
import { highestConfidence } from './caps';
import { FEATURE_NAMES, writeFeatures } from './features';
import { continuationOf, factReader, type Junction, junctionOf, REACH } from './junction';
import { isLatinJunction, latinConfidence, latinGlue } from './latin';
import { type BreakModel, type BreakWeights, breakModel } from './model';
import { barrierReason, breakReason } from './reasons';
import { type BreakSurvey, isFurniture, surveyOf } from './survey';
import weights from './weights.model.json';

/** Less likely breaks are not reported. */
export const LEAST_CONFIDENCE = 0.3;
/** From here on a break is suggested; below it is shown only where an editor asks for doubtful ones. */
export const SUGGESTED_CONFIDENCE = 0.5;
/** From here on breaks may be accepted in bulk. */
export const BULK_CONFIDENCE = 0.9;

/** Confidence of a sentence that goes on beyond a heading, caption or image: never suggested, never joined unasked. */
const BARRIER_CONFIDENCE = 0.35;

/** Finds separators that split a sentence. See docs/break-model.md for the model and how sure it is. */
export function breakDetector(lexicon: Lexicon, trained: BreakWeights = weights): Detector<BreakSurvey> {
  const model = breakModel(trained);
  const vector = new Float32Array(FEATURE_NAMES.length);
  return {
    kinds: ['break'],
    reach: REACH,
    survey: surveyOf,
    detect(blocks, survey, from, to) {
      const facts = factReader(blocks);
      const findings: Finding[] = [];
      for (let index = Math.max(0, from); index < Math.min(to, blocks.length - 1); index++) {
        const finding = findingAt(blocks, facts, index, survey, lexicon, model, vector);
        if (finding) findings.push(finding);
      }
      return findings;
    },
  };
}

function findingAt(
  blocks: readonly TextBlock[],
  facts: (index: number) => BlockFacts | undefined,
  index: number,
  survey: BreakSurvey,
  lexicon: Lexicon,
  model: BreakModel,
  vector: Float32Array,
): BreakFinding | undefined {
  const block = blocks[index];
  if (!block || block.gap === '' || isFurniture(block, survey)) return undefined;
  const barriers = isBarrier(block) ? undefined : barriersAfter(blocks, index);
  if (barriers) return beyondBarriers(blocks, facts, index, barriers, survey, lexicon);
  const nextIndex = continuationOf(blocks, index, survey);
  const junction = nextIndex < 0 ? undefined : junctionOf(blocks, facts, index, nextIndex, survey, lexicon);
  if (!junction) return undefined;
  const confidence = confidenceOf(junction, model, vector);
  return confidence < LEAST_CONFIDENCE ? undefined : findingOf(junction, confidence);
}

/** Calibrated confidence that the break of a junction is spurious. */
export function confidenceOf(junction: Junction, model: BreakModel, vector: Float32Array): number {
  const highest = highestConfidence(junction);
  if (highest < LEAST_CONFIDENCE) return highest;
  if (isLatinJunction(junction.first, junction.second)) return Math.min(highest, latinConfidence(junction));
  writeFeatures(junction, vector);
  const learnt = model(vector, junction.survey.wrap.isWrapped);
  return Math.min(highest, splitsWord(junction) ? Math.max(learnt, SPLIT_WORD_CONFIDENCE) : learnt);
}

/**
 * A clear word across the break is worth showing even in a text of a few short lines, of which the model, that goes by
 * the document's own habits, makes little.
 */
const SPLIT_WORD_CONFIDENCE = 0.55;

function splitsWord({ crossing, first }: Junction): boolean {
  return first.end === END.han && crossing.left > 0 && crossing.gain > 4 && !crossing.halvesAreWords;
}

function findingOf(junction: Junction, confidence: number): BreakFinding {
  const { block, next, between, survey } = junction;
  return {
    kind: 'break',
    block: block.id,
    next: next.id,
    between: between.map(({ id }) => id),
    confidence,
    reason: breakReason(junction),
    ...glueOf(block.text, next.text, survey),
  };
}

/** Nothing beside Han; between Latin words a space, or nothing in place of a line-end hyphen. */
function glueOf(
  first: string,
  second: string,
  survey: BreakSurvey,
): Pick<BreakFinding, 'glue' | 'dropHyphen'> {
  const isLatinEnd =
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}][)”’"',;:.!?%\-\u2010\u00ad]*$/u.test(first);
  const isLatinStart = /^[("“‘']*[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d]/u.test(second);
  const isDigitEnd = /[\d%][)”’"',;:.!?]*$/u.test(first) && /^[("“‘']*\p{Script=Latin}/u.test(second);
  if ((isLatinEnd && isLatinStart) || isDigitEnd) return latinGlue(first, second, survey.compounds);
  return { glue: '', dropHyphen: false };
}

/** A sentence cut off before a heading, caption or image whose other half seems to follow it. */
function beyondBarriers(
  blocks: readonly TextBlock[],
  facts: (index: number) => BlockFacts | undefined,
  index: number,
  barriers: readonly number[],
  survey: BreakSurvey,
  lexicon: Lexicon,
): BreakFinding | undefined {
  const first = facts(index);
  const last = barriers.at(-1);
  if (!first || last === undefined || !isCutOff(first)) return undefined;
  const junction = junctionOf(blocks, facts, index, last + 1, survey, lexicon);
  if (!junction || highestConfidence(junction) < 0.5 || !isCertain(junction)) return undefined;
  const standing = barriers.flatMap(i => blocks[i] ?? []);
  return {
    ...findingOf({ ...junction, between: [] }, BARRIER_CONFIDENCE),
    reason: barrierReason(junction, standing),
  };
}

/** Shorter blocks before a heading or picture may be titles themselves; code units. */
const LEAST_CUT_OFF = 24;

/** Running text that stops in the middle of a clause. */
function isCutOff({ end, innerStops, commas, length }: BlockFacts): boolean {
  const isOpen =
    end === END.han || end === END.digit || end === END.latin || end === END.comma || end === END.enumeration;
  return isOpen && length >= LEAST_CUT_OFF && innerStops + commas > 0;
}

function isCertain({ crossing, first, second, next }: Junction): boolean {
  if (first.openQuotes > 0 && second.strayQuoteClosers > 0) return true;
  if (first.latin > first.han) return first.end !== END.comma && /^\p{Ll}/u.test(next.text);
  return crossing.left > 0 && crossing.gain > 4;
}
