import { END } from './blockFacts';
import { CLASS } from './characters';
import { type Junction, LONGEST_RUN } from './junction';
import { fillsLine } from './lineWrap';
import { LIST_MARKER } from './listMarkers';
import { isChapterTitle, isDocumentTitle, isResolution } from './pressForms';

/**
 * The highest confidence a join of these two blocks may have, whatever the model says. Zero is a veto. The rules are
 * those an editor goes by; each guards a place where the model has little to learn from or an error would be dear.
 */
export function highestConfidence(junction: Junction): number {
  let highest = 1;
  for (const cap of CAPS) {
    highest = Math.min(highest, cap(junction));
    if (highest < LEAST_REPORTED) break;
  }
  return highest;
}

const SUGGEST_ONLY = 0.85;
/** Below this nothing is reported, so it need not be known how far below. */
const LEAST_REPORTED = 0.3;

/** Headings, tables, images, rules and code are never joined to anything. */
function structureCap({ block, next, first, second }: Junction): number {
  if (block.gap === '' || first.length === 0 || second.length === 0) return 0;
  for (const { kind } of [block, next]) {
    if (kind === 'heading' || kind === 'table' || kind === 'image' || kind === 'rule' || kind === 'code')
      return 0;
  }
  if (next.kind === 'quote' || (block.kind === 'quote' && second.kind !== 'paragraph')) return 0.2;
  return 1;
}

/** Bylines, datelines, list items and openings of reports stand alone. */
function formCap(junction: Junction): number {
  const { first, second } = junction;
  if (second.isByline || (first.isByline && first.innerStops === 0)) return 0.05;
  if (second.opensReport) return 0.05;
  if (isChapterTitle(second.text)) return 0.25;
  if (isChapterTitle(first.text) || isResolution(first.text))
    return junction.crossing.left > 0 ? SUGGEST_ONLY : 0.25;
  if (first.isDateline || second.isDateline)
    return junction.crossing.left > 0 && first.length > 40 ? 0.85 : 0.1;
  if (second.list !== LIST_MARKER.none) {
    const isNumberInSentence = second.list === LIST_MARKER.article || second.list === LIST_MARKER.numeral;
    const repairs = first.openBrackets > 0 || first.openQuotes > 0;
    return (junction.crossing.left > 0 || isNumberInSentence || repairs) &&
      first.end >= END.comma &&
      first.innerStops + first.commas > 0
      ? SUGGEST_ONLY
      : 0.25;
  }
  if (isDocumentTitle(first.text)) return junction.crossing.left > 0 ? SUGGEST_ONLY : 0.6;
  const isBareItem = first.list === LIST_MARKER.bullet && first.commas + first.innerStops === 0;
  if (isBareItem && junction.crossing.left === 0) return 0.45;
  return 1;
}

/**
 * After a full stop nothing tells a break from a paragraph, unless a quotation or bracket goes on. In wrapped text a
 * full line does.
 */
function sentenceCap({ first, second, block, survey }: Junction): number {
  if (survey.wrap.isWrapped) {
    const isFull = fillsLine(survey.wrap, first, block);
    if (first.end === END.colon) return isFull ? SUGGEST_ONLY : 0.2;
    return first.end === END.stop && !isFull ? 0.2 : 1;
  }
  if (first.end === END.stop) {
    const goesOn =
      (first.openQuotes > 0 && second.strayQuoteClosers > 0) ||
      (first.openBrackets > 0 && second.strayBracketClosers > 0);
    return goesOn && second.start !== CLASS.openQuote ? SUGGEST_ONLY : 0.2;
  }
  if (first.end === END.colon && second.start === CLASS.openQuote) return 0.45;
  if (first.end === END.comma && second.start === CLASS.openQuote && SPEECH.test(first.text)) return 0.45;
  return 1;
}

const SPEECH = /(?:说|道|问|喊|叫|答|唱|云|曰|写道|表示|介绍|指出|强调)[，,]$/;

/** Couplets and verse: lines of one length, or many short ones in a row. */
function verseCap(junction: Junction): number {
  const { first, second, runBefore, runAfter, survey } = junction;
  if (survey.wrap.isWrapped) return 1;
  const isClause = first.end === END.comma || first.end === END.enumeration || first.end === END.semicolon;
  const isPlain = first.digits === 0 && first.colon < 0;
  if (isClause && isPlain && first.length <= 34 && Math.abs(first.length - second.length) <= 1) return 0.3;
  const isShort = first.length <= 26 && first.innerStops === 0;
  if (!isShort || runBefore + runAfter < LONGEST_RUN) return 1;
  if (second.length > 40 && second.innerStops > 0) return SUGGEST_ONLY;
  return junction.crossing.left > 0 && !isClause ? 0.6 : 0.3;
}

/** Cheapest first: what one of them vetoes the others need not look at. */
const CAPS = [structureCap, sentenceCap, formCap, verseCap];
