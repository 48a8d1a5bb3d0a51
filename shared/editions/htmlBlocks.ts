import { type Block, isCodeFence } from '../document/block';
import { pushTableRow } from './htmlTable';
import { htmlText } from './htmlText';
import { type Line, linesOf } from './lines';
import { type Marks, pushMarkedText } from './markedText';

export type MarksOf = (block: Block, index: number) => Marks;

const CONTAINERS = {
  list: ['<ul>\n', '</ul>\n'],
  quote: ['<blockquote>\n', '</blockquote>\n'],
  table: ['<table>\n', '</table>\n'],
  code: ['<pre><code>', '</code></pre>\n'],
} as const;

/**
 * The blocks as HTML elements, a line at a time. Every character of a block's text is in its element, so that parsing
 * gives the text again: Markdown's own signs (`- `, `>`, `|`, fences) too, in `span.sign`, which the style sheet hides.
 * `id` gives a heading its anchor, or an empty string.
 */
export function* htmlBlocks(
  blocks: readonly Block[],
  marksOf: MarksOf,
  id: (line: Line) => string = () => '',
): Generator<string> {
  let open: keyof typeof CONTAINERS | null = null;
  let codeLines = 0;
  for (const { line, next } of linesOf(blocks)) {
    const out: string[] = [];
    const container = line.kind in CONTAINERS ? (line.kind as keyof typeof CONTAINERS) : null;
    if (open !== container) {
      if (open) out.push(CONTAINERS[open][1]);
      if (container) out.push(CONTAINERS[container][0]);
      open = container;
      codeLines = 0;
    }
    if (container === 'table') pushTableRow(out, line, next, marksOf);
    else if (container === 'code') {
      const last = next?.kind !== 'code' || (codeLines > 0 && isFence(line));
      pushCodeLine(out, line, last, marksOf);
      codeLines++;
      if (last) {
        out.push(CONTAINERS.code[1]);
        open = null;
      }
    } else pushPlainLine(out, line, marksOf, id(line));
    yield out.join('');
  }
  if (open) yield CONTAINERS[open][1];
}

function isFence(line: Line): boolean {
  return isCodeFence(line.blocks[0]?.body.text ?? '');
}

function pushPlainLine(out: string[], line: Line, marksOf: MarksOf, id: string): void {
  const bullet = signLength(line, BULLET);
  const push = (start: string, sign: number, end: string) => pushLine(out, start, line, sign, end, marksOf);
  switch (line.kind) {
    case 'heading':
      push(`<h${line.level}${id === '' ? '' : ` id="${id}"`}>`, 0, `</h${line.level}>\n`);
      break;
    case 'list':
      push(bullet > 0 ? '<li>' : '<li class="numbered">', bullet, '</li>\n');
      break;
    case 'quote':
      push('<p>', signLength(line, QUOTE), '</p>\n');
      break;
    case 'rule':
      push('<div class="rule" role="separator">', textLength(line), '</div>\n');
      break;
    case 'image':
      push('<p class="image">', 0, '</p>\n');
      break;
    case 'paragraph':
    case 'table':
    case 'code':
      push('<p>', 0, '</p>\n');
      break;
  }
}

/** `sign` code units at the beginning of the line are markup. */
function pushLine(
  out: string[],
  start: string,
  line: Line,
  sign: number,
  end: string,
  marksOf: MarksOf,
): void {
  out.push(start);
  line.blocks.forEach((block, n) => {
    const { text } = block.body;
    const marks = marksOf(block, line.index + n);
    const cut = n === 0 ? Math.min(sign, text.length) : 0;
    if (cut > 0) {
      out.push('<span class="sign">');
      pushMarkedText(out, text, marks, 0, cut);
      out.push('</span>');
      if (cut < text.length) pushMarkedText(out, text, marks, cut, text.length);
    } else pushMarkedText(out, text, marks, 0, text.length);
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
function pushCodeLine(out: string[], line: Line, last: boolean, marksOf: MarksOf): void {
  const fence = isFence(line);
  if (fence) out.push('<span class="sign">');
  out.push(htmlText(line.blocks[0]?.marker.text ?? ''));
  pushLine(out, '', line, 0, '', marksOf);
  const gap = line.blocks[line.blocks.length - 1]?.gap.text ?? '';
  if (!last) out.push('\n'.repeat(gap.match(/\r\n|[\n-\r\x85\u2028\u2029]/g)?.length ?? 0));
  if (fence) out.push('</span>');
}
