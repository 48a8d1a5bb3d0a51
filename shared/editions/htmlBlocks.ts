import { type Block, isCodeFence } from '../document/block';
import type { BlockKind } from '../document/textBlock';
import { pushTableRows } from './htmlTable';
import { htmlText } from './htmlText';
import { type MarkTag, pushMarkedText } from './markedText';

/** A line of the text: one block, or the several into which an over-long line is parted (see `lines.ts`). */
export interface Line {
  readonly kind: BlockKind;
  readonly level: number;
  readonly blocks: readonly Block[];
}

/**
 * The blocks as HTML elements, appended to `out`. Every character of a block's text is in its element, so that parsing
 * gives the text again: Markdown's own signs (`- `, `>`, `|`, fences) too, in `span.sign`, which the style sheet hides.
 */
export function pushBlocks(out: string[], blocks: readonly Block[], tag: MarkTag): void {
  const lines = linesOf(blocks);
  for (let n = 0; n < lines.length; ) {
    const group = groupAt(lines, n);
    pushGroup(out, group, tag);
    n += group.length;
  }
}

function linesOf(blocks: readonly Block[]): Line[] {
  const lines: Line[] = [];
  for (let n = 0; n < blocks.length; ) {
    const first = blocks[n] as Block;
    let end = n + 1;
    while (end < blocks.length && blocks[end - 1]?.gap.text === '') end++;
    lines.push({ kind: first.kind, level: first.level, blocks: blocks.slice(n, end) });
    n = end;
  }
  return lines;
}

/** The lines from `n` on that make one element together: a list, a quotation, a table, a stretch of code. */
function groupAt(lines: readonly Line[], n: number): readonly Line[] {
  const kind = lines[n]?.kind;
  let end = n + 1;
  if (kind === 'list' || kind === 'quote' || kind === 'table') {
    while (lines[end]?.kind === kind) end++;
  } else if (kind === 'code') {
    while (lines[end]?.kind === kind) {
      end++;
      if (isFence(lines[end - 1])) break;
    }
  }
  return lines.slice(n, end);
}

function isFence(line: Line | undefined): boolean {
  return isCodeFence(line?.blocks[0]?.body.text ?? '');
}

function pushGroup(out: string[], group: readonly Line[], tag: MarkTag): void {
  const [first] = group;
  if (!first) return;
  switch (first.kind) {
    case 'heading': {
      pushLine(out, `<h${first.level}>`, first, 0, `</h${first.level}>\n`, tag);
      return;
    }
    case 'paragraph':
      pushLine(out, '<p>', first, 0, '</p>\n', tag);
      return;
    case 'list':
      out.push('<ul>\n');
      for (const line of group) {
        const bullet = signLength(line, BULLET);
        pushLine(out, bullet > 0 ? '<li>' : '<li class="numbered">', line, bullet, '</li>\n', tag);
      }
      out.push('</ul>\n');
      return;
    case 'quote':
      out.push('<blockquote>\n');
      for (const line of group) pushLine(out, '<p>', line, signLength(line, QUOTE), '</p>\n', tag);
      out.push('</blockquote>\n');
      return;
    case 'rule':
      pushLine(out, '<div class="rule" role="separator">', first, textLength(first), '</div>\n', tag);
      return;
    case 'image':
      pushLine(out, '<p class="image">', first, 0, '</p>\n', tag);
      return;
    case 'table':
      out.push('<table>\n');
      pushTableRows(out, group, tag);
      out.push('</table>\n');
      return;
    case 'code':
      out.push('<pre><code>');
      pushCode(out, group, tag);
      out.push('</code></pre>\n');
      return;
  }
}

/** `sign` code units at the beginning of the line are markup. */
function pushLine(out: string[], start: string, line: Line, sign: number, end: string, tag: MarkTag): void {
  out.push(start);
  line.blocks.forEach(({ body, mentions }, n) => {
    const cut = n === 0 ? Math.min(sign, body.text.length) : 0;
    if (cut > 0) {
      out.push('<span class="sign">');
      pushMarkedText(out, body.text, mentions, 0, cut, tag);
      out.push('</span>');
    }
    pushMarkedText(out, body.text, mentions, cut, body.text.length, tag);
  });
  out.push(end);
}

const BULLET = /^[-*+•·●▪■◆○]\s+/u;
const QUOTE = /^(?:>\s?)+/u;

function signLength(line: Line, sign: RegExp): number {
  return sign.exec(line.blocks[0]?.body.text ?? '')?.[0].length ?? 0;
}

function textLength(line: Line): number {
  return line.blocks[0]?.body.text.length ?? 0;
}

/** Code keeps its indents and blank lines; the fences around it are signs. */
function pushCode(out: string[], group: readonly Line[], tag: MarkTag): void {
  group.forEach((line, n) => {
    const [first] = line.blocks;
    const fence = isFence(line);
    if (fence) out.push('<span class="sign">');
    if (first) out.push(htmlText(first.marker.text));
    pushLine(out, '', line, 0, '', tag);
    const gap = line.blocks[line.blocks.length - 1]?.gap.text ?? '';
    if (n < group.length - 1) out.push('\n'.repeat(gap.match(/\r\n|[\n-\r\x85\u2028\u2029]/g)?.length ?? 0));
    if (fence) out.push('</span>');
  });
}
