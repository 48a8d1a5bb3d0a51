import { type BlockFacts, END } from './blockFacts';
import { CLASS } from './characters';
import type { Junction } from './junction';
import { fillsLine } from './lineWrap';
import { LIST_MARKER } from './listMarkers';
import { lineBreaksIn } from './survey';

type Feature = readonly [name: string, (junction: Junction) => number];

const log = (value: number) => Math.log1p(Math.max(0, value));
const flag = (value: boolean) => (value ? 1 : 0);
const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** Parts of speech told apart, coarser than jieba's: a tag counts as the longest of these it begins with. */
const PARTS = [
  'nr',
  'ns',
  'nt',
  'n',
  'v',
  'a',
  'd',
  'm',
  'q',
  'r',
  'p',
  'c',
  'u',
  'f',
  't',
  'i',
  'l',
  'eng',
  'x',
];

function isPart(tag: string, part: string): boolean {
  if (part === 'n') return tag.startsWith('n') && !/^n[rst]/.test(tag);
  return tag.startsWith(part) && !(part === 'e' && tag === 'eng');
}

const ENDS_OPEN =
  /(?:[的和与及或将把被对向从在为以由跟同并而但因是于至使让给叫比按据经就也都还才又再更最很不没未已正仅只共约每各该此其之所]|[—~～])$/;
const STARTS_BOUND = /^(?:[的地得了着过们等及和与之者性化式型]|来说|以上|以下|以来|之间|左右|时候|一样)/;
const SPEAKS = /(?:说|道|问|喊|叫|答|唱|云|曰|写道|表示|介绍|指出|强调|告诉[\u4e00-\u9fff]{1,4}|笑道)[，：]$/;
const ENDS_TITLE =
  /(?:规定|解释|办法|通知|意见|条例|报告|方案|决定|公告|细则|批复|准则|名单|一览表?|目录|说明|纪要|须知|倡议书?|公示|启事|声明)(?:（[^）]*）)?$/;
const STARTS_DATE =
  /^(?:[\d〇一二三四五六七八九十]{4}年|\d{1,2}月|[\d一二三四五六七八九十]{1,3}日|(?:明|清|宋|元|民国|光绪|乾隆|道光|嘉靖|康熙|洪武|同治)[\u4e00-\u9fff]{0,3}[一二三四五六七八九十元]+年)/;
/** A word or name in quotes inside a sentence, not the beginning of speech. */
const QUOTED_TERM = /^[“‘][^“”‘’，。！？；：]{1,16}[”’][\u4e00-\u9fff、“]/;
const LABEL = 12;

const endIs =
  (end: number): Feature[1] =>
  j =>
    flag(j.first.end === end);
const startIs =
  (start: number): Feature[1] =>
  j =>
    flag(j.second.start === start);

const EDGES: readonly Feature[] = [
  ...Object.entries(END).map(([name, end]): Feature => [`ends ${name}`, endIs(end)]),
  ['starts Han', startIs(CLASS.han)],
  ['starts digit', startIs(CLASS.digit)],
  ['starts Latin', startIs(CLASS.latin)],
  ['starts quote', startIs(CLASS.openQuote)],
  ['starts quoted term', j => flag(QUOTED_TERM.test(j.second.text))],
  ['starts bracket', startIs(CLASS.openBracket)],
  ['starts title', startIs(CLASS.openTitle)],
  ['starts mark', j => flag(isClosing(j.second.start))],
  ['ends open word', j => flag(ENDS_OPEN.test(j.first.text))],
  ['starts bound word', j => flag(STARTS_BOUND.test(j.second.text))],
  ['speaks', j => flag(SPEAKS.test(j.first.text))],
  ['ends title', j => flag(ENDS_TITLE.test(j.first.text))],
  ['starts date', j => flag(STARTS_DATE.test(j.second.text))],
  ['first starts date', j => flag(STARTS_DATE.test(j.first.text))],
  ['digits meet', j => flag(j.first.end === END.digit && j.second.start === CLASS.digit)],
  ['Latin meets', j => flag(j.first.end === END.latin && j.second.start === CLASS.latin)],
];

function isClosing(start: number): boolean {
  return (
    (start >= CLASS.comma && start <= CLASS.stop) ||
    start === CLASS.closeQuote ||
    start === CLASS.closeBracket ||
    start === CLASS.closeTitle
  );
}

const shape = (name: string, of: (j: Junction) => BlockFacts): Feature[] => [
  [`${name} length`, j => log(of(j).length)],
  [`${name} length to median`, j => clamp(Math.log((of(j).length + 1) / (j.survey.medianLength + 1)), -3, 3)],
  [`${name} inner stops`, j => Math.min(4, of(j).innerStops)],
  [`${name} commas`, j => Math.min(6, of(j).commas)],
  [`${name} semicolons`, j => Math.min(3, of(j).semicolons)],
  [`${name} enumerations`, j => Math.min(4, of(j).enumerations)],
  [`${name} spaces`, j => Math.min(4, of(j).innerSpaces)],
  [`${name} list marker`, j => of(j).list],
  [`${name} is list item`, j => flag(of(j).list !== LIST_MARKER.none)],
  [`${name} label`, j => flag(of(j).colon >= 0 && of(j).colon < LABEL)],
  [`${name} first clause`, j => log(of(j).firstClause)],
  [`${name} digit share`, j => of(j).digits / Math.max(1, of(j).length)],
  [`${name} Latin share`, j => of(j).latin / Math.max(1, of(j).length)],
  [`${name} open quotes`, j => Math.min(2, of(j).openQuotes)],
  [`${name} open brackets`, j => Math.min(2, of(j).openBrackets)],
  [`${name} stray quotes`, j => Math.min(2, of(j).strayQuoteClosers)],
  [`${name} stray brackets`, j => Math.min(2, of(j).strayBracketClosers)],
];

const HALVES: readonly Feature[] = [
  ...shape('first', j => j.first),
  ...shape('second', j => j.second),
  ['first last clause', j => log(j.first.lastClause)],
  ['clause across', j => log(j.first.lastClause + j.second.firstClause)],
  ['first tail', j => log(j.first.tail)],
  ['first signature', j => flag(j.first.isSignature)],
  ['second signature', j => flag(j.second.isSignature)],
  ['first byline', j => flag(j.first.isByline)],
  ['first report', j => flag(j.first.opensReport)],
  ['second stops', j => flag(j.second.end === END.stop)],
  ['second ends', j => j.second.end],
  ['joined length', j => log(j.first.length + j.second.length)],
  ['repairs quotes', j => flag(j.first.openQuotes > 0 && j.second.strayQuoteClosers > 0)],
  ['repairs brackets', j => flag(j.first.openBrackets > 0 && j.second.strayBracketClosers > 0)],
];

const WORDS: readonly Feature[] = [
  ['crosses', j => flag(j.crossing.left > 0)],
  ['crossing left', j => j.crossing.left],
  ['crossing right', j => j.crossing.right],
  ['crossing log probability', j => (j.crossing.left > 0 ? j.crossing.wordLogProbability : 0)],
  ['crossing gain', j => clamp(j.crossing.gain, -6, 20)],
  ['crossing name', j => flag(j.crossing.wordTag.startsWith('nr'))],
  ['crossing number', j => flag(j.crossing.wordTag === 'm')],
  ['halves are words', j => flag(j.crossing.halvesAreWords)],
  ['last length', j => j.crossing.last.length],
  ['first length of word', j => j.crossing.first.length],
  ['last log probability', j => j.crossing.lastLogProbability],
  ['first log probability', j => j.crossing.firstLogProbability],
  ...PARTS.map((part): Feature => [`last ${part}`, j => flag(isPart(j.crossing.lastTag, part))]),
  ...PARTS.map((part): Feature => [`first ${part}`, j => flag(isPart(j.crossing.firstTag, part))]),
  ['pair in document', pairAssociation],
  ['pair count', j => log(pairCount(j))],
  ['triple in document', tripleCount],
];

function edgeCodes({ first, second }: Junction): readonly [number, number, number, number] {
  const end = first.text.length;
  const at = (text: string, i: number) => (i >= 0 && i < text.length ? text.charCodeAt(i) : 0);
  return [at(first.text, end - 2), at(first.text, end - 1), at(second.text, 0), at(second.text, 1)];
}

function pairCount(j: Junction): number {
  const [, last, first] = edgeCodes(j);
  return last && first ? j.survey.characters.pair(last, first) : 0;
}

function pairAssociation(j: Junction): number {
  const [, last, first] = edgeCodes(j);
  if (!last || !first) return 0;
  const { characters } = j.survey;
  const expected =
    ((characters.single(last) + 1) * (characters.single(first) + 1)) / (characters.characters + 1);
  return clamp(Math.log((characters.pair(last, first) + 0.2) / (expected + 0.2)), -3, 6);
}

/** Occurrences elsewhere of three characters around the break, per 30,000 characters of the document. */
function tripleCount(j: Junction): number {
  const [beforeLast, last, first, afterFirst] = edgeCodes(j);
  const { characters } = j.survey;
  const left = beforeLast && last && first ? characters.triple(beforeLast, last, first) : 0;
  const right = last && first && afterFirst ? characters.triple(last, first, afterFirst) : 0;
  return Math.min(3, (left + right) * Math.min(1, 30_000 / (characters.characters + 1)));
}

const AROUND: readonly Feature[] = [
  ['marked headings', j => flag(j.survey.hasMarkedHeadings)],
  ['open share', j => j.survey.openShare],
  ['open prose share', j => j.survey.openProseShare],
  ['short open share', j => j.survey.shortOpenShare],
  ['comma end share', j => j.survey.commaEndShare],
  ['median length', j => log(j.survey.medianLength)],
  ['run before', j => j.runBefore],
  ['run after', j => j.runAfter],
  ['before stops', j => flag(j.before?.end === END.stop)],
  ['before is heading', j => flag(j.before === undefined || j.before.kind === 'heading')],
  ['before is open', j => flag(j.before !== undefined && j.before.end >= END.han)],
  ['before length', j => log(j.before?.length ?? 0)],
  ['after length', j => log(j.after?.length ?? 0)],
  ['after is heading', j => flag(j.after === undefined || j.after.kind === 'heading')],
  ['after is open', j => flag(j.after !== undefined && j.after.end >= END.han)],
  ['same first character', j => flag(j.first.text.charAt(0) === j.second.text.charAt(0))],
  ['same first two', j => flag(j.first.text.slice(0, 2) === j.second.text.slice(0, 2))],
  ['same end', j => flag(j.first.end === j.second.end)],
  ['length ratio', j => Math.abs(Math.log((j.first.length + 1) / (j.second.length + 1)))],
  ['like before', j => likeness(j.before, j.first)],
  ['like next', j => likeness(j.first, j.second)],
  ['like after', j => likeness(j.second, j.after)],
  ['after starts like second', j => flag(j.after !== undefined && j.after.start === j.second.start)],
  ['indentation', indentation],
  ['line breaks', j => lineBreaksIn(j.block.gap) - (j.survey.blankGapShare > 0.5 ? 2 : 1)],
  ['wrapped', j => flag(j.survey.wrap.isWrapped)],
  ['full line', fullLine],
  ['wrapped with blank lines', j => flag(j.survey.wrap.hasBlankGaps && j.survey.wrap.isWrapped)],
  ['furniture between', j => j.between.length],
];

/** How alike two blocks are in form, as rows of one list are: 0–4. */
function likeness(one: BlockFacts | undefined, other: BlockFacts | undefined): number {
  if (!one || !other) return 0;
  const lengths = Math.abs(Math.log((one.length + 4) / (other.length + 4))) < 0.5;
  return (
    flag(one.start === other.start && one.list === other.list) +
    flag(one.end === other.end) +
    flag(lengths) +
    flag(one.innerSpaces > 0 === other.innerSpaces > 0 && one.colon >= 0 === other.colon >= 0)
  );
}

/**
 * 1 where the document indents its paragraphs and the second block isn't indented; -1 where it is. 0 where all
 * paragraphs are indented or hardly any: then it tells nothing.
 */
function indentation(j: Junction): number {
  const { indentedShare } = j.survey;
  if (indentedShare < 0.3 || indentedShare > 0.97) return 0;
  return j.second.isIndented ? -1 : 1;
}

/** In hard-wrapped text: 1 where the first block fills its line, -1 where it doesn't; else 0. */
function fullLine(j: Junction): number {
  const { wrap } = j.survey;
  if (!wrap.isWrapped) return 0;
  return fillsLine(wrap, j.first, j.block) ? 1 : -1;
}

const FEATURES: readonly Feature[] = [...EDGES, ...HALVES, ...WORDS, ...AROUND];

/** Names of the features, in the order of the vector; a model names those it was trained with. */
export const FEATURE_NAMES: readonly string[] = FEATURES.map(([name]) => name);

/** Writes the feature vector of a junction into `vector`, which has room for `FEATURE_NAMES.length` numbers. */
export function writeFeatures(junction: Junction, vector: Float32Array): void {
  for (let i = 0; i < FEATURES.length; i++) {
    const feature = FEATURES[i];
    if (feature) vector[i] = feature[1](junction);
  }
}
