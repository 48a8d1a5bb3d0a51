import type { TextBlock } from '../../document/textBlock';
import { type BlockFacts, END, factsOf } from './blockFacts';
import { type CharacterCounts, countCharacters } from './characterCounts';
import { isPageNumber, runningHeadKey, runningHeads } from './furniture';
import { type LineWrap, lineWrapOf } from './lineWrap';

/** A paragraph of at least this length says how the document's prose ends; shorter ones may be titles or items. */
const LONG_BLOCK = 40;
const SHORT_BLOCK = 26;

/** The document's own statistics. */
export interface BreakSurvey {
  readonly blocks: number;
  readonly hasMarkedHeadings: boolean;
  readonly medianLength: number;
  /** Share of long paragraphs that end without a stop, and of those with a full stop inside that do. */
  readonly openShare: number;
  readonly openProseShare: number;
  /** Share of all paragraphs that are short and end without a stop. */
  readonly shortOpenShare: number;
  readonly commaEndShare: number;
  /** Share of long paragraphs with leading space. */
  readonly indentedShare: number;
  /** Share of gaps with a blank line. */
  readonly blankGapShare: number;
  readonly wrap: LineWrap;
  readonly characters: CharacterCounts;
  readonly runningHeads: ReadonlySet<string>;
  /** Lower-case compounds written with a hyphen inside a line (well-known), for line-end hyphens. */
  readonly compounds: ReadonlySet<string>;
}

/** One pass over the document. */
export function surveyOf(blocks: readonly TextBlock[]): BreakSurvey {
  const facts = blocks.map(factsOf);
  const total = facts.reduce((sum, { length }) => sum + length, 0);
  const characters = countCharacters(total);
  for (const { text } of facts) characters.add(text);
  const prose = facts.filter(isProse);
  const long = prose.filter(({ length }) => length >= LONG_BLOCK);
  const stopped = long.filter(({ innerStops }) => innerStops > 0);
  return {
    blocks: blocks.length,
    hasMarkedHeadings: blocks.some(({ level }) => level > 0),
    medianLength: medianOf(prose.map(({ length }) => length)),
    openShare: shareOf(long, isOpen),
    openProseShare: shareOf(stopped, isOpen),
    shortOpenShare: shareOf(prose, block => block.length <= SHORT_BLOCK && isOpen(block)),
    commaEndShare: shareOf(prose, ({ end }) => end === END.comma || end === END.enumeration),
    indentedShare: shareOf(long, ({ isIndented }) => isIndented),
    blankGapShare: shareOf(blocks, ({ gap }) => lineBreaksIn(gap) > 1),
    wrap: lineWrapOf(blocks, facts),
    characters,
    runningHeads: runningHeads(blocks),
    compounds: compoundsOf(blocks),
  };
}

/** True for a block that belongs to the page and not to the text: a page number or a running head. */
export function isFurniture(block: TextBlock, survey: BreakSurvey): boolean {
  if (block.kind !== 'paragraph') return false;
  if (isPageNumber(block.text)) return true;
  if (survey.runningHeads.size === 0) return false;
  const key = runningHeadKey(block);
  return key !== undefined && survey.runningHeads.has(key);
}

/** Number of line breaks in a separator; CRLF is one. */
export function lineBreaksIn(gap: string): number {
  let count = 0;
  for (let i = 0; i < gap.length; i++) {
    const unit = gap[i];
    if (unit === '\n' || (unit === '\r' && gap[i + 1] !== '\n')) count++;
  }
  return count;
}

function isProse({ kind }: BlockFacts): boolean {
  return kind === 'paragraph' || kind === 'list';
}

function isOpen({ end }: BlockFacts): boolean {
  return end !== END.stop && end !== END.colon && end !== END.semicolon;
}

function shareOf<T>(items: readonly T[], test: (item: T) => boolean): number {
  if (items.length === 0) return 0;
  let count = 0;
  for (const item of items) if (test(item)) count++;
  return count / items.length;
}

function medianOf(values: readonly number[]): number {
  if (values.length === 0) return 1;
  const sorted = Float64Array.from(values).sort();
  return Math.max(1, sorted[sorted.length >> 1] ?? 1);
}

const COMPOUND = /\p{L}+-\p{L}+/gu;

function compoundsOf(blocks: readonly TextBlock[]): ReadonlySet<string> {
  const compounds = new Set<string>();
  for (const { text } of blocks) {
    if (!text.includes('-')) continue;
    for (const [compound] of text.matchAll(COMPOUND)) compounds.add(compound.toLowerCase());
  }
  return compounds;
}
