import { readFileSync } from 'node:fs';
import { classify, headingLevel, isCodeFence, markerLength } from '../../shared/document/block';
import type { TextBlock } from '../../shared/document/textBlock';

/** A gap between two blocks of a case. */
export interface CaseGap {
  /** 1 where the break splits a sentence. */
  readonly y: 0 | 1;
  readonly type: string;
}

/** One document with its breaks labelled, as in `dev.jsonl`: `gaps[i]` parts `blocks[i]` and `blocks[i + 1]`. */
export interface BreakCase {
  readonly id: string;
  readonly genre: string;
  readonly lang: string;
  /** True where heading marks were taken off. */
  readonly plain: boolean;
  /** May hold line breaks (verse, tables). */
  readonly blocks: readonly string[];
  readonly gaps: readonly CaseGap[];
  /** Separator between blocks; a blank line unless said otherwise. */
  readonly separator?: string;
  /** A blank line follows every true paragraph whatever `separator` says (hard-wrapped text). */
  readonly blankBeforeParagraphs?: boolean;
}

/** The cases of a JSON-lines file. */
export function readCases(file: string): BreakCase[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as BreakCase);
}

/** Both versions of a page, marked and plain, are one document. */
export function documentOf(id: string): string {
  return id.replace(/\/plain$/, '');
}

/** A case as the detector sees it, and where its gaps are. */
export interface CaseBlocks {
  readonly blocks: readonly TextBlock[];
  /** `labels[i]` is the label of the break after line i: that of a gap, or 0 inside a block of several lines. */
  readonly labels: readonly CaseGap[];
}

const INSIDE: CaseGap = { y: 0, type: 'inside' };

/** Every line of every block as a TextBlock, with the label of the break after it. */
export function caseBlocks(source: BreakCase): CaseBlocks {
  const blocks: TextBlock[] = [];
  const labels: CaseGap[] = [];
  const fences = source.blocks.filter(text => isCodeFence(text)).length;
  let isCode = false;
  source.blocks.forEach((text, i) => {
    const lines = text.split('\n').filter(line => line.trim() !== '');
    lines.forEach((line, k) => {
      const isLast = k === lines.length - 1;
      const gap = isLast ? separatorAfter(source, i) : '\n';
      const block = lineBlock(line, `${i}.${k}`, gap);
      const isFence = isCodeFence(block.text);
      blocks.push(isCode || isFence ? { ...block, kind: 'code', level: 0 } : block);
      // A fence that nothing closes is a leftover of some other markup, not code to the end of the text.
      if (isFence && fences > 1) isCode = !isCode;
      labels.push(isLast ? (source.gaps[i] ?? INSIDE) : INSIDE);
    });
  });
  return { blocks, labels };
}

function separatorAfter(
  { blocks, gaps, separator, blankBeforeParagraphs }: BreakCase,
  index: number,
): string {
  if (index === blocks.length - 1) return '';
  if (blankBeforeParagraphs && gaps[index]?.y === 0) return '\n\n';
  return separator ?? '\n\n';
}

/** One line of a file as a block. */
export function lineBlock(line: string, id: string, gap: string): TextBlock {
  const trimmed = line.trimEnd();
  const length = markerLength(trimmed);
  const marker = trimmed.slice(0, length);
  const text = trimmed.slice(length);
  return { id, kind: classify(marker, text), level: headingLevel(marker), marker, text, gap };
}
