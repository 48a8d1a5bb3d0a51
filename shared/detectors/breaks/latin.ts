import type { BlockFacts } from './blockFacts';
import type { Junction } from './junction';
import { fillsLine } from './lineWrap';
import { lineBreaksIn } from './survey';

/** True where both halves are English or another text in Latin letters. */
export function isLatinJunction(first: BlockFacts, second: BlockFacts): boolean {
  return first.latin > first.han * 4 && second.latin > second.han * 4;
}

/** Words that a title hardly ends with and a sentence never does. */
const OPEN_WORDS = new Set(
  (
    'a an the this that these those my your his her its our their whose every each any some no and or but nor if when while because ' +
    'although though than as of to in on at by for from with without within into onto upon over under between among through during ' +
    'before after about against toward towards across behind beyond since until per via is are was were be been being am has have had ' +
    'do does did will would shall should can could may might must not very more most less least too so such which who whom what where ' +
    'said says told asked called named mr mrs ms dr prof st gen col capt sir lord lady president professor captain general minister ' +
    'january february march april june july august september october november december'
  ).split(' '),
);
const ABBREVIATIONS =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Capt|Sgt|Lt|Rev|Hon|Gov|Sen|Rep|Jr|Sr|No|Nos|Vol|Fig|Figs|pp|p|cf|vs|viz|ca|ed|eds|approx|e\.g|i\.e|[A-Z])\.$/;
const SENTENCE_END = /[.!?…][)\]”’"']*$/;
const LINE_END_HYPHEN = /\p{L}[-\u2010\u00ad]$/u;
const LIST_START = /^(?:[-*+•·●▪■◆○]\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|\(?[ivx]{1,4}[.)]\s)/;
const BYLINE =
  /^(?:(?:By|BY|Photos?(?:graphs?)?(?: by)?|Edited by|Translated by|Reporting by)\s+\p{Lu}|(?:From|Source|Author|Photo(?:graph)?s?|Report(?: and photographs)?)\s*:)/u;
/** Marks that may stand before the first word of a block. */
const LEADING_MARKS = /^["“‘'([`*_]+/;

/** A paragraph of prose is longer than this, a title shorter; characters. */
const PROSE_LENGTH = 60;
const VERSE_LENGTH = 60;

/**
 * Confidence that two Latin blocks are halves of a sentence. Hand-set from English newspapers, novels and manuals and
 * checked on `tests/fixtures/breaks/english.jsonl`: a lower-case start after an unfinished line is all but certain, a
 * capital needs more.
 */
export function latinConfidence(junction: Junction): number {
  const first = junction.block.text;
  const second = junction.next.text;
  if (LIST_START.test(second) || (second.length <= PROSE_LENGTH && BYLINE.test(second))) return 0.05;
  if (first.length <= PROSE_LENGTH && BYLINE.test(first)) return 0.05;
  return Math.min(openness(junction, first, second), verseCap(junction));
}

function openness(junction: Junction, first: string, second: string): number {
  const isLower = /^\p{Ll}/u.test(second.replace(LEADING_MARKS, ''));
  const isFull = fillsLine(junction.survey.wrap, junction.first, junction.block);
  if (SENTENCE_END.test(first) && !LINE_END_HYPHEN.test(first))
    return afterStop(junction, first, isLower, isFull);
  if (LINE_END_HYPHEN.test(first)) return isLower ? 0.98 : 0.9;
  if (/[:：]$/.test(first)) return isFull ? 0.9 : isLower ? 0.35 : 0.1;
  if (isLower) return lowerCaseStart(first, second);
  if (isFull) return 0.95;
  return capitalStart(junction, first);
}

/** After a full stop only an abbreviation, a quotation that goes on or a full line speaks for a break. */
function afterStop(junction: Junction, first: string, isLower: boolean, isFull: boolean): number {
  if (isFull && junction.survey.wrap.hasBlankGaps && lineBreaksIn(junction.block.gap) === 1) return 0.95;
  if (ABBREVIATIONS.test(first)) return first.length > PROSE_LENGTH ? 0.92 : 0.6;
  if (isLower && first.length > PROSE_LENGTH) return 0.6;
  return isFull ? 0.5 : 0.04;
}

function lowerCaseStart(first: string, second: string): number {
  if (/^["“‘']/.test(second) && /[,，]$/.test(first) && first.length < PROSE_LENGTH) return 0.7;
  if (first.length < 24 && second.length < 40) return 0.55;
  return /[;；]$/.test(first) ? 0.88 : 0.97;
}

function capitalStart({ first: facts, second: next, survey }: Junction, first: string): number {
  const isProse = first.length > PROSE_LENGTH;
  const repairs =
    (facts.openBrackets > 0 && next.strayBracketClosers > 0) ||
    (facts.openQuotes > 0 && next.strayQuoteClosers > 0);
  if (repairs) return 0.95;
  if (/[,，]$/.test(first)) return isProse ? 0.93 : 0.4;
  if (/[;；]$/.test(first)) return 0.4;
  if (isTitleCase(first) && facts.innerStops === 0) return endsOpen(first) ? 0.6 : 0.08;
  if (endsOpen(first)) return isProse ? 0.96 : 0.88;
  if (!isProse) return 0.12;
  const isBody = facts.innerStops > 0 || facts.commas > 0;
  const settled = survey.openShare > 0.5 ? 0.7 : 1;
  return (isBody ? 0.92 : 0.72) * settled;
}

function endsOpen(text: string): boolean {
  const last = /(\p{L}+)$/u.exec(text)?.[1];
  return last !== undefined && OPEN_WORDS.has(last.toLowerCase());
}

/** Most longer words capitalised: a title. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu)?.filter(word => word.length > 3) ?? [];
  if (words.length === 0) return text.length < PROSE_LENGTH;
  const capitals = words.filter(word => /^\p{Lu}/u.test(word)).length;
  return capitals >= words.length * 0.6;
}

/** Short lines of about one length in a row, each begun with a capital, are verse or an address. */
function verseCap({ first, second, before, after, survey, next }: Junction): number {
  if (survey.wrap.isWrapped) return 1;
  const lines = [before, first, second, after];
  const isShort = lines.every(line => line === undefined || line.length < VERSE_LENGTH);
  if (!isShort || !before || !after) return 1;
  return /^\p{Lu}/u.test(next.text) ? 0.25 : 0.6;
}

/** What a join puts between two Latin blocks. */
export interface LatinGlue {
  readonly glue: '' | ' ';
  readonly dropHyphen: boolean;
}

/** Prefixes that keep their hyphen. */
const KEEPS_HYPHEN =
  /(?:^|[^\p{L}])(?:self|well|non|ex|co|anti|semi|half|all|cross|so|vice|multi|mid|post|pre|ill|long|short|high|low|full|part|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|two|three|four|five|six|seven|eight|nine|ten)-$/iu;

/**
 * A line-end hyphen before a lower-case letter goes, unless the document or the language writes that word with one;
 * other Latin halves get a space.
 */
export function latinGlue(first: string, second: string, compounds: ReadonlySet<string>): LatinGlue {
  if (!LINE_END_HYPHEN.test(first)) return { glue: ' ', dropHyphen: false };
  if (!/^\p{Ll}/u.test(second)) return { glue: '', dropHyphen: false };
  if (first.endsWith('\u00ad')) return { glue: '', dropHyphen: true };
  const word = `${/\p{L}+[-\u2010]$/u.exec(first)?.[0] ?? ''}${/^\p{L}+/u.exec(second)?.[0] ?? ''}`;
  const keeps = compounds.has(word.replace('\u2010', '-').toLowerCase()) || KEEPS_HYPHEN.test(first);
  return { glue: '', dropHyphen: !keeps };
}
