import type { TextBlock } from '../../document/textBlock';
import { type BlockFacts, END } from './blockFacts';

/** Whether every line of the page is a block, and how long a full line is. */
export interface LineWrap {
  readonly isWrapped: boolean;
  /** Columns (Han and full-width marks 2, others 1) of a full line; 0 where not wrapped. */
  readonly columns: number;
  /** How far below `columns` a full line may stay: kinsoku moves a mark or a Latin word to the next line. */
  readonly slack: number;
  /** True where blank lines part the paragraphs, so that single line breaks lie inside them. */
  readonly hasBlankGaps: boolean;
}

const NOT_WRAPPED: LineWrap = { isWrapped: false, columns: 0, slack: 0, hasBlankGaps: false };

/** Fewer lines than this say nothing. */
const LEAST_LINES = 6;
/** Verse lines are shorter; so are lists. Columns. */
const NARROWEST = 20;
/** Lines of print are hardly ever wider; longer blocks are paragraphs. Columns. */
const WIDEST = 140;

/**
 * Hard-wrapped text shows in its line lengths: half or more of the lines lie within a few columns of the longest, and
 * most of those stop where the line is full, not where a clause ends. Verse has equal lines too, but ends them at clauses.
 */
export function lineWrapOf(blocks: readonly TextBlock[], facts: readonly BlockFacts[]): LineWrap {
  const widths: number[] = [];
  const lines: BlockFacts[] = [];
  facts.forEach((fact, i) => {
    const kind = blocks[i]?.kind;
    if (kind !== 'paragraph' && kind !== 'list' && kind !== 'quote') return;
    widths.push(columnsOf(fact, blocks[i]));
    lines.push(fact);
  });
  if (lines.length < LEAST_LINES) return NOT_WRAPPED;
  const sorted = Float64Array.from(widths).sort();
  const columns = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  if (columns < NARROWEST || columns > WIDEST) return NOT_WRAPPED;
  const isLatin = lines.reduce((sum, { han, latin }) => sum + han - latin, 0) < 0;
  const slack = isLatin ? Math.max(8, columns * 0.18) : 4;
  if ((sorted[sorted.length - 1] ?? 0) > columns * 1.3 + 4) return NOT_WRAPPED;
  let full = 0;
  let midClause = 0;
  lines.forEach((line, i) => {
    if ((widths[i] ?? 0) < columns - slack) return;
    full++;
    if (line.end === END.han || line.end === END.digit || line.end === END.latin) midClause++;
  });
  if (!isLatin && lines.filter(hasInnerMark).length < lines.length * LEAST_INNER_MARKS) return NOT_WRAPPED;
  if (isLatin && lines.filter(startsInLowerCase).length < lines.length * LEAST_LOWER_CASE) return NOT_WRAPPED;
  if (full < lines.length * 0.4 || full < 4 || midClause < full * 0.5) return NOT_WRAPPED;
  return { isWrapped: true, columns, slack, hasBlankGaps: blankGapsPartParagraphs(blocks) };
}

/** Lines of Chinese prose mostly have a mark inside; unpunctuated verse and lists of names don't. */
const LEAST_INNER_MARKS = 0.4;

function hasInnerMark({ commas, innerStops, enumerations, end }: BlockFacts): boolean {
  const isAtEnd = end === END.comma || end === END.enumeration;
  return innerStops + commas + enumerations > (isAtEnd ? 1 : 0);
}

/** Lines of English prose often begin in lower case; lines of verse and lists don't. */
const LEAST_LOWER_CASE = 0.25;

function startsInLowerCase({ text }: BlockFacts): boolean {
  return /^\p{Ll}/u.test(text);
}

/** True where a block of wrapped text fills its line. */
export function fillsLine(wrap: LineWrap, facts: BlockFacts, block: TextBlock): boolean {
  return wrap.isWrapped && columnsOf(facts, block) >= wrap.columns - wrap.slack;
}

/** Columns a block takes with its indentation. */
function columnsOf(facts: BlockFacts, block: TextBlock | undefined): number {
  const marker = block?.marker ?? '';
  let columns = facts.length + wideIn(facts.text);
  columns += marker.length + wideIn(marker);
  return columns;
}

function wideIn(text: string): number {
  let wide = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x2000) wide++;
  return wide;
}

function blankGapsPartParagraphs(blocks: readonly TextBlock[]): boolean {
  let blank = 0;
  let single = 0;
  for (const { gap } of blocks) {
    if (gap === '') continue;
    const first = gap.search(/[\n\r]/);
    const isBlank = /(?:\r\n|\n|\r)[^\S\n\r]*(?:\r\n|\n|\r)/.test(gap.slice(Math.max(0, first)));
    if (isBlank) blank++;
    else single++;
  }
  return blank > 0 && single > blank;
}
