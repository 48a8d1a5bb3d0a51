import type { Lexicon } from '../lexicon/lexicon';
import type { KnownIndex, KnownSpan } from './knownNames';
import { readableText } from './readableText';

/** A span as the model judged it. */
export interface ModelSpan {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/** From here on the model's own opinion of a span counts against a known name. */
const LIKELY = 0.5;
/** What is left of a known name's confidence where one edge, or both, cut through a word of the dictionary. */
const ONE_EDGE_CUT = 0.85;
const BOTH_EDGES_CUT = 0.35;

/**
 * The known names of a block with the confidence each deserves at its place: 高明 in 提高明显 cuts two words and is hardly
 * meant; 王明 in 王明明 is part of another person's name and left out. Organisations nest: 江南大学 stays in 江南大学食品学院.
 */
export function placeKnownNames(
  text: string,
  judged: readonly ModelSpan[],
  known: KnownIndex,
  lexicon: Lexicon,
): KnownSpan[] {
  const found = known.find(text);
  if (found.length === 0) return [];
  const boundaries = wordBoundaries(text, lexicon);
  return found
    .filter(span => !isPartOfAnother(span, judged))
    .map(span => {
      const { start, end, confidence } = span;
      const same = judged.find(
        other => other.start === start && other.end === end && other.type === span.name.type,
      );
      if (same && same.confidence >= LIKELY)
        return { ...span, confidence: Math.max(confidence, same.confidence) };
      const cuts = (boundaries[start] ? 0 : 1) + (boundaries[end] ? 0 : 1);
      return cuts === 0
        ? span
        : { ...span, confidence: confidence * (cuts === 1 ? ONE_EDGE_CUT : BOTH_EDGES_CUT) };
    });
}

const isPartOfAnother = ({ name, start, end }: KnownSpan, judged: readonly ModelSpan[]): boolean =>
  name.type !== 'ORG' &&
  judged.some(
    other =>
      other.type === name.type &&
      other.confidence >= LIKELY &&
      other.start <= start &&
      other.end >= end &&
      other.end - other.start > end - start,
  );

/** 1 at every offset where a word begins or the text ends. */
function wordBoundaries(text: string, lexicon: Lexicon): Uint8Array {
  const boundaries = new Uint8Array(text.length + 1);
  boundaries[text.length] = 1;
  for (const { start } of lexicon.segment(readableText(text))) boundaries[start] = 1;
  return boundaries;
}
