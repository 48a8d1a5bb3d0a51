import type { MarksOf } from './htmlBlocks';
import type { Line } from './lines';
import { pushMarkedText } from './markedText';

/** `[from, to)` a cell's text, `[to, end)` what stands between it and the next: white space and the bar. */
interface Cell {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** A row of a table written with bars. The row above a delimiter row (`|---|`) is its head. */
export function pushTableRow(out: string[], row: Line, next: Line | undefined, marksOf: MarksOf): void {
  const delimiter = isDelimiterRow(row);
  out.push(delimiter ? '<tr class="sign">' : '<tr>');
  pushCells(out, row, !delimiter && isDelimiterRow(next) ? 'th' : 'td', marksOf);
  out.push('</tr>\n');
}

/** Whether a row only says how the columns are aligned: `|---|`. */
export function isDelimiterRow(row: Line | undefined): boolean {
  return row?.blocks.length === 1 && /^\|(?:\s*:?-+:?\s*\|)+$/.test(row.blocks[0]?.body.text ?? '');
}

function pushCells(out: string[], { blocks, index }: Line, name: 'th' | 'td', marksOf: MarksOf): void {
  for (const [k, block] of blocks.entries()) {
    const { text } = block.body;
    const marks = marksOf(block, index + k);
    const { lead, cells } = cellsOf(text);
    const pushSign = (from: number, to: number) => {
      if (from === to) return;
      out.push('<span class="sign">');
      pushMarkedText(out, text, marks, from, to);
      out.push('</span>');
    };
    for (const [n, cell] of cells.entries()) {
      out.push(`<${name}>`);
      if (n === 0) pushSign(0, lead);
      pushMarkedText(out, text, marks, cell.from, cell.to);
      pushSign(cell.to, cell.end);
      out.push(`</${name}>`);
    }
  }
}

/** Parts a row at its bars; an escaped bar is text. `lead` code units come before the first cell. */
export function cellsOf(row: string): { lead: number; cells: readonly Cell[] } {
  const lead = /^\|?\s*/.exec(row)?.[0].length ?? 0;
  const cells: Cell[] = [];
  let from = lead;
  for (const bar of row.matchAll(/\s*(?<!\\)\|\s*/g)) {
    if (bar.index < lead) continue;
    cells.push({ from, to: bar.index, end: bar.index + bar[0].length });
    from = bar.index + bar[0].length;
  }
  if (from < row.length || cells.length === 0) cells.push({ from, to: row.length, end: row.length });
  return { lead, cells };
}
