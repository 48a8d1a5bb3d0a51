import { cellsOf, isDelimiterRow } from '../htmlTable';
import type { Line } from '../lines';
import { TeiContent, type TeiWriting } from './teiContent';
import { instruction } from './teiInstruction';

/**
 * A row of a table. Its bars are no text: they stand in an instruction. Where a bar was corrected or lies in a mention,
 * the row is one cell as it is written.
 */
export function teiRow(
  line: Line,
  { next, opened }: { readonly next: Line | undefined; readonly opened: boolean },
  /** XML of what was taken out at either end of the line. */
  { before, after }: { readonly before: string; readonly after: string },
  writing: TeiWriting,
): string {
  const [block] = line.blocks;
  if (!block) return '';
  const { text } = block.body;
  const role = isDelimiterRow(next) && !isDelimiterRow(line) ? ' role="label"' : '';
  const content = new TeiContent(block, writing);
  const { lead, cells } = cellsOf(text);
  const signs = [text.slice(0, lead), ...cells.map(({ to, end }) => text.slice(to, end))];
  const bare =
    line.blocks.length === 1 &&
    content.isBare(0, lead) &&
    cells.every(({ to, end }) => content.isBare(to, end));
  if (!bare) {
    const rest = line.blocks.slice(1).map(more => wholeOf(new TeiContent(more, writing), more.body.text));
    const whole = `${before}${wholeOf(content, text)}${rest.join('')}${after}`;
    return `<row${role}><cell rend="as-written">${whole}</cell></row>`;
  }
  if (isDelimiterRow(line) && !opened && before === '' && after === '') return instruction('line', text);
  content.skipTo(lead);
  const inner = cells.map(({ to, end }, n) => {
    const xml = content.upTo(to) + (n === cells.length - 1 ? content.rest() : '');
    content.skipTo(end);
    return `<cell>${n === 0 ? before : ''}${xml}${n === cells.length - 1 ? after : ''}</cell>`;
  });
  return `<row${role}>${instruction('signs', signs)}${inner.join('')}</row>`;
}

function wholeOf(content: TeiContent, text: string): string {
  return content.upTo(text.length) + content.rest();
}
