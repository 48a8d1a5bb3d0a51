import type { Mention } from './mention';
import type { Run } from './run';
import type { BlockKind, TextBlock } from './textBlock';

/** One line of the working text with its markup, its separator and its mentions. See {@link TextBlock}. */
export interface Block {
  readonly id: string;
  readonly kind: BlockKind;
  /** 1–6 for a marked heading, else 0. */
  readonly level: number;
  readonly marker: Run;
  readonly body: Run;
  readonly gap: Run;
  /** In document order (`compareMentions`), offsets into `body.text`. */
  readonly mentions: readonly Mention[];
}

export function toTextBlock(block: Block): TextBlock {
  return {
    id: block.id,
    kind: block.kind,
    level: block.level,
    marker: block.marker.text,
    text: block.body.text,
    gap: block.gap.text,
  };
}

/** Length in the working text, UTF-16 code units. */
export function blockLength(block: Block): number {
  return block.marker.text.length + block.body.text.length + block.gap.text.length;
}

const MARKER = /^[^\S\n\r]*(?:#{1,6}[^\S\n\r]+)?/u;

/** How many code units of a line are marker: leading white space and heading marks with what follows them. */
export function markerLength(line: string): number {
  return MARKER.exec(line)?.[0].length ?? 0;
}

/** Heading level a marker stands for, 0 for none. */
export function headingLevel(marker: string): number {
  const trimmed = marker.trim();
  return trimmed.startsWith('#') ? trimmed.length : 0;
}

const CODE_FENCE = /^(?:```|~~~)/;

export function isCodeFence(text: string): boolean {
  return CODE_FENCE.test(text);
}

/**
 * The kind of a block after an edit of its text: code stays code, for its fence stands in other blocks; unless it was
 * the fence itself and no longer is.
 */
export function reclassify(kind: BlockKind, before: string, marker: string, after: string): BlockKind {
  const fenceGone = isCodeFence(before.trimStart()) && !isCodeFence(after.trimStart());
  return kind === 'code' && !fenceGone ? 'code' : classify(marker, after);
}

const LIST_ITEM =
  /^(?:[-*+•·●▪■◆○]\s|\d{1,3}[.)．、]\s?(?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳])/u;

/** What a line is by its own text. `code` is decided by the fence around it, by the caller. */
export function classify(marker: string, text: string): BlockKind {
  if (headingLevel(marker) > 0) return 'heading';
  if (text.startsWith('|')) return 'table';
  if (text.startsWith('>')) return 'quote';
  if (/^!\[[^\]]*\]\([^)]*\)\s*$/.test(text)) return 'image';
  if (/^(?:-{3,}|\*{3,}|_{3,}|={3,})$/.test(text)) return 'rule';
  if (LIST_ITEM.test(text)) return 'list';
  return 'paragraph';
}
