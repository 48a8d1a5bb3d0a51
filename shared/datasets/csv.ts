import type { Losses } from '../exports/losses';
import { writable } from './utf8';

/** Excel takes a file for UTF-8 only if it begins with this. */
export const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet may take for a formula at the start of a cell (OWASP, “CSV injection”; full-width signs too). */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * A row of RFC 4180: quoted where needed, ended by CR LF. A cell a spreadsheet would run as a formula gets an apostrophe
 * before it, which {@link plainCell} takes off again; such cells are counted.
 */
export function csvRow(cells: readonly (string | number)[], losses: Losses): string {
  return `${cells.map(cell => csvCell(cell, losses)).join(',')}\r\n`;
}

function csvCell(cell: string | number, losses: Losses): string {
  if (typeof cell === 'number') return String(cell);
  let text = cell;
  if (FORMULA.test(text)) {
    losses.add('formulas', { block: null, start: 0, end: 0, text });
    text = `'${text}`;
  }
  text = writable(text, losses);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a cell written by {@link csvRow} held. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
