import { type Block, isCodeFence } from '../../document/block';
import type { KanwuDocument } from '../../document/document';
import { type Line, linesOf } from '../lines';
import { TeiContent, type TeiWriting } from './teiContent';
import { instruction } from './teiInstruction';
import { gapXml, leadXml, markerXml } from './teiRuns';
import { teiRow } from './teiTable';

const CONTAINERS = { list: 'list', quote: 'quote', table: 'table' } as const;
type Container = keyof typeof CONTAINERS;

/** The `body`, a line at a time: a `div` for each heading and what is under it, `p`, `list`, `quote`, `table`. */
export function* teiBody(document: KanwuDocument, writing: TeiWriting): Generator<string> {
  const levels: number[] = [];
  let open: Container | null = null;
  let empty = true;
  yield `<body>\n${leadXml(document.lead, writing)}`;
  for (const { line, next } of linesOf(document.blocks)) {
    const out: string[] = [];
    const container = line.kind in CONTAINERS ? (line.kind as Container) : null;
    if (open && open !== container) out.push(`</${CONTAINERS[open]}>\n`);
    if (line.kind === 'heading') {
      while ((levels.at(-1) ?? 0) >= line.level) {
        levels.pop();
        out.push('</div>\n');
      }
      levels.push(line.level);
      out.push('<div>\n');
    }
    const opened = container !== null && open !== container;
    if (opened) out.push(`<${CONTAINERS[container]}>\n`);
    open = container;
    const usualMarker = line.kind === 'heading' ? `${'#'.repeat(levels.length)} ` : '';
    pushLine(out, line, { next, opened, usualMarker }, writing);
    if (line.kind !== 'rule') empty = false;
    yield out.join('');
  }
  if (open) yield `</${CONTAINERS[open]}>\n`;
  yield `${empty && levels.length === 0 ? '<p rend="nothing"/>' : ''}${'</div>\n'.repeat(levels.length)}</body>\n`;
}

/** A line's element with what stands before and after it. */
function pushLine(
  out: string[],
  line: Line,
  around: { readonly next: Line | undefined; readonly opened: boolean; readonly usualMarker: string },
  writing: TeiWriting,
): void {
  const [first] = line.blocks;
  const last = line.blocks.at(-1);
  if (!first || !last) return;
  const marker = markerXml(first.marker, around.usualMarker, writing);
  const gap = gapXml(last.gap, writing);
  out.push(marker.beside);
  if (line.kind === 'table') {
    out.push(teiRow(line, around, { before: marker.inText, after: gap.inText }, writing), gap.beside, '\n');
    return;
  }
  const content = new TeiContent(first, writing);
  const { text } = first.body;
  const sign = signOf(line, text);
  const bare = sign > 0 && marker.inText === '' && content.isBare(0, sign);
  if (line.kind === 'rule' && bare && gap.inText === '') {
    out.push(instruction('line', text), `<milestone unit="section" rend="rule"/>${gap.beside}\n`);
    return;
  }
  const [start, end] = elementOf(line);
  out.push(start, marker.inText);
  if (bare) {
    out.push(instruction('sign', text.slice(0, sign)));
    content.skipTo(sign);
  }
  out.push(content.upTo(text.length), content.rest());
  for (const [n, block] of line.blocks.entries()) if (n > 0) out.push(continuation(line, n, block, writing));
  out.push(gap.inText, end, gap.beside, '\n');
}

/** A further block of an over-long line; between the two stands at most what was taken out. */
function continuation(line: Line, n: number, block: Block, writing: TeiWriting): string {
  const content = new TeiContent(block, writing);
  const before = line.blocks[n - 1];
  const between = before ? gapXml(before.gap, { ...writing, usualGap: '' }) : { inText: '', beside: '' };
  const marker = markerXml(block.marker, '', writing);
  return `${between.inText}${between.beside}${marker.beside}${marker.inText}${content.upTo(block.body.text.length)}${content.rest()}`;
}

function elementOf({ kind, blocks }: Line): readonly [string, string] {
  switch (kind) {
    case 'heading':
      return ['<head>', '</head>'];
    case 'list':
      return ['<item>', '</item>'];
    case 'quote':
    case 'paragraph':
      return ['<p>', '</p>'];
    case 'code':
      return [isCodeFence(blocks[0]?.body.text ?? '') ? '<p rend="code-fence">' : '<p rend="code">', '</p>'];
    case 'image':
    case 'rule':
    case 'table':
      return [`<p rend="${kind}">`, '</p>'];
  }
}

const BULLET = /^[-*+•·●▪■◆○]\s+/u;
const QUOTE = /^(?:>\s?)+/u;

/** Code units at the beginning of a line that are markup and no text. */
function signOf({ kind }: Line, text: string): number {
  switch (kind) {
    case 'list':
      return BULLET.exec(text)?.[0].length ?? 0;
    case 'quote':
      return QUOTE.exec(text)?.[0].length ?? 0;
    case 'rule':
      return text.length;
    default:
      return 0;
  }
}
