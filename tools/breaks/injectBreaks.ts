import type { BreakCase, CaseGap } from './breakCase';
import { type Random, randomFrom } from './random';
import type { SourceBlock, SourceDocument } from './sourceDocuments';

export interface InjectOptions {
  readonly seed: number;
  /** Share of prose blocks that get a break. */
  readonly rate: number;
  /** Takes heading marks off. */
  readonly plain: boolean;
}

/** Marks that typesetting keeps off the beginning and the end of a line. */
const NO_START = /^[，。、；：！？）》”’】」』,.;:!?)\]%…—]/;
const NO_END = /[（《“‘【「『([]$/;
const SENTENCE_END = /[。！？!?.]["”’」』]?$/;
const HEADING = /^#{1,6}\s+/;
/** A break leaves at least this much on either side; code units. */
const MARGIN = 8;
const ATTEMPTS = 40;
const SPURIOUS: CaseGap = { y: 1, type: 'break' };

/**
 * Splits prose blocks at random places, as in `dev.jsonl`: never where typesetting would not, never after the end of
 * a sentence (no local sign could tell) and never inside a number or an OCR error.
 */
export function injectBreaks(document: SourceDocument, { seed, rate, plain }: InjectOptions): BreakCase {
  const random = randomFrom(seed);
  const blocks: string[] = [];
  const gaps: CaseGap[] = [];
  document.blocks.forEach((block, i) => {
    const cut = block.isProse && random() < rate ? cutOf(block, document.lang, random) : undefined;
    const parts = cut === undefined ? [block.text] : [block.text.slice(0, cut), block.text.slice(cut)];
    parts.forEach((part, k) => {
      if (blocks.length > 0) gaps.push(k > 0 ? SPURIOUS : gapOf(document, i));
      const text = part.trim();
      blocks.push(plain ? text.replace(HEADING, '') : text);
    });
  });
  const id = plain ? `${document.id}/plain` : document.id;
  return { id, genre: document.genre, lang: document.lang, plain, blocks, gaps };
}

function cutOf(block: SourceBlock, lang: string, random: Random): number | undefined {
  const { text, errors } = block;
  for (let n = 0; n < ATTEMPTS; n++) {
    let cut = MARGIN + Math.floor(random() * (text.length - 2 * MARGIN));
    if (lang === 'en') {
      cut = text.indexOf(' ', cut);
      if (cut < 0 || cut > text.length - MARGIN) continue;
    }
    const before = text.slice(0, cut);
    const after = text.slice(cut).trimStart();
    if (NO_START.test(after) || NO_END.test(before) || SENTENCE_END.test(before)) continue;
    if (/^[\uDC00-\uDFFF]/.test(after)) continue;
    if (lang !== 'en' && /\d$/.test(before) && /^\d/.test(after)) continue;
    if (errors.some(({ start, end }) => start <= cut && cut <= end)) continue;
    return cut;
  }
  return undefined;
}

function gapOf(document: SourceDocument, index: number): CaseGap {
  const isHeading = (block: SourceBlock | undefined) => block !== undefined && HEADING.test(block.text);
  if (isHeading(document.blocks[index])) return { y: 0, type: 'beforeHead' };
  if (isHeading(document.blocks[index - 1])) return { y: 0, type: 'afterHead' };
  return { y: 0, type: document.blocks[index]?.isProse ? 'para' : 'other' };
}
