import type { Block } from '../../document/block';
import { linesOf } from '../lines';

/** A heading that the table of contents lists. */
export interface ContentsEntry {
  readonly level: number;
  readonly text: string;
  /** Index of its chapter, and its anchor there. */
  readonly chapter: number;
  readonly anchor: string;
}

export interface Chapter {
  /** Blocks `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

/** UTF-16 code units a chapter has at least before a heading of level 1 or 2 begins another, and at most. */
const LEAST = 20_000;
const MOST = 200_000;
/** Levels of headings in the table of contents. */
const DEEPEST = 3;

/** Parts a text into the files of an e-book: readers load one at a time. O(blocks). */
export function chaptersOf(blocks: readonly Block[]): {
  readonly chapters: readonly Chapter[];
  readonly contents: readonly ContentsEntry[];
} {
  const chapters: Chapter[] = [];
  const contents: ContentsEntry[] = [];
  let from = 0;
  let length = 0;
  for (const { line } of linesOf(blocks)) {
    const { index, kind, level } = line;
    const long = length > MOST && kind !== 'table' && kind !== 'code';
    if (index > from && (long || (kind === 'heading' && level <= 2 && length > LEAST))) {
      chapters.push({ from, to: index });
      from = index;
      length = 0;
    }
    const text = line.blocks.map(({ body }) => body.text).join('');
    length += text.length;
    if (kind === 'heading' && level <= DEEPEST && text.trim() !== '') {
      contents.push({ level, text: text.trim(), chapter: chapters.length, anchor: anchorOf(index) });
    }
  }
  chapters.push({ from, to: blocks.length });
  return { chapters, contents };
}

/** Anchor of the heading at that block. */
export function anchorOf(index: number): string {
  return `h${index + 1}`;
}
