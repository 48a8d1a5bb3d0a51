import type { Line } from './htmlBlocks';
import { type MarkTag, pushMarkedText } from './markedText';

/** `[from, to)` a cell's text, `[to, end)` what stands between it and the next: white space and the bar. */
interface Cell {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** Rows of a table written with bars. The row above a delimiter row (`|---|`) is its head. */
export function pushTableRows(out: string[], rows: readonly Line[], tag: MarkTag): void {
  rows.forEach((row, n) => {
    const delimiter = isDelimiter(row);
    const head = !delimiter && n + 1 < rows.length && isDelimiter(rows[n + 1]);
    out.push(delimiter ? '<tr class="sign">' : '<tr>');
    pushCells(out, row, head ? 'th' : 'td', tag);
    out.push('</tr>\n');
  });
}

function isDelimiter(row: Line | undefined): boolean {
  return row?.blocks.length === 1 && /^\|(?:\s*:?-+:?\s*\|)+$/.test(row.blocks[0]?.body.text ?? '');
}

function pushCells(out: string[], { blocks }: Line, name: 'th' | 'td', tag: MarkTag): void {
  for (const { body, mentions } of blocks) {
    const { lead, cells } = cellsOf(body.text);
    cells.forEach((cell, n) => {
      out.push(`<${name}>`);
      if (n === 0) pushSign(0, lead);
      pushMarkedText(out, body.text, mentions, cell.from, cell.to, tag);
      pushSign(cell.to, cell.end);
      out.push(`</${name}>`);
    });
    function pushSign(from: number, to: number) {
      if (from === to) return;
      out.push('<span class="sign">');
      pushMarkedText(out, body.text, mentions, from, to, tag);
      out.push('</span>');
    }
  }
}

/** Parts a row at its bars; an escaped bar is text. `lead` code units come before the first cell. */
function cellsOf(row: string): { lead: number; cells: readonly Cell[] } {
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
