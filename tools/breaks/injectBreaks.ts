import type { BreakCase, CaseGap } from './breakCase';
import { type Random, randomFrom } from './random';
import type { SourceBlock, SourceDocument } from './sourceDocuments';

export interface InjectOptions {
  readonly seed: number;
  /** Share of prose blocks that get a break. */
  readonly rate: number;
  /** Takes heading marks off. */
  readonly plain: boolean;
  /** A shorter block is not broken, and a break leaves at least this much on either side; as in `dev.jsonl` if absent. */
  readonly leastLength?: number;
  readonly margin?: number;
  /** Chance that the second half of a broken block is broken again. */
  readonly again?: number;
}

/** Marks that typesetting keeps off the beginning and the end of a line. */
const NO_START = /^[，。、；：！？）》”’】」』,.;:!?)\]%…—]/;
const NO_END = /[（《“‘【「『([]$/;
const SENTENCE_END = /[。！？!?.]["”’」』]?$/;
const HEADING = /^#{1,6}\s+/;
const LEAST_LENGTH = 60;
const MARGIN = 8;
const ATTEMPTS = 40;
const SPURIOUS: CaseGap = { y: 1, type: 'break' };

/**
 * Splits prose blocks at random places, as in `dev.jsonl`: never where typesetting would not, never after the end of
 * a sentence (no local sign could tell) and never inside a number or an OCR error.
 */
export function injectBreaks(document: SourceDocument, options: InjectOptions): BreakCase {
  const { plain } = options;
  const random = randomFrom(options.seed);
  const blocks: string[] = [];
  const gaps: CaseGap[] = [];
  document.blocks.forEach((block, i) => {
    const parts = random() < options.rate ? partsOf(block, document.lang, options, random) : [block.text];
    parts.forEach((part, k) => {
      if (blocks.length > 0) gaps.push(k > 0 ? SPURIOUS : gapOf(document, i));
      const text = part.trim();
      blocks.push(plain ? text.replace(HEADING, '') : text);
    });
  });
  const id = plain ? `${document.id}/plain` : document.id;
  return { id, genre: document.genre, lang: document.lang, plain, blocks, gaps };
}

function partsOf(block: SourceBlock, lang: string, options: InjectOptions, random: Random): string[] {
  const { text } = block;
  const cuts: number[] = [];
  for (let from = 0; block.isRunning && text.length - from >= (options.leastLength ?? LEAST_LENGTH); ) {
    const cut = cutOf(block, from, lang, options.margin ?? MARGIN, random);
    if (cut === undefined) break;
    cuts.push(cut);
    from = cut;
    if (random() >= (options.again ?? 0)) break;
  }
  return [0, ...cuts].map((from, k) => text.slice(from, cuts[k]));
}

function cutOf(
  block: SourceBlock,
  from: number,
  lang: string,
  margin: number,
  random: Random,
): number | undefined {
  const { text, errors } = block;
  for (let n = 0; n < ATTEMPTS; n++) {
    let cut = from + margin + Math.floor(random() * (text.length - from - 2 * margin));
    if (lang === 'en') {
      cut = text.indexOf(' ', cut);
      if (cut < 0 || cut > text.length - margin) continue;
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
  const block = document.blocks[index];
  return { y: 0, type: block?.isRunning && block.text.length >= LEAST_LENGTH ? 'para' : 'other' };
}
