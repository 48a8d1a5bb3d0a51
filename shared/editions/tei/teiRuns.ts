import type { ReplacedPiece } from '../../document/piece';
import type { Run } from '../../document/run';
import { type TeiWriting, takenOut } from './teiContent';
import { instruction } from './teiInstruction';

/** A run of separators or markup as JSON: kept text, or `[before, after, attributes of its change]`. */
type StoredRun = readonly (string | readonly [before: string, after: string, change: string])[];

/** What stands between the text of two lines: taken-out text belongs into the elements, the rest is an instruction. */
export interface SplitRun {
  /** XML of what was taken out at the edge that touches the text. */
  readonly inText: string;
  /** An instruction, or nothing where the run is what goes without saying. */
  readonly beside: string;
}

/** A separator: what was taken out at its beginning is shown at the end of the line before. */
export function gapXml(run: Run, writing: TeiWriting): SplitRun {
  let cut = 0;
  while (run.pieces[cut]?.text === '') cut++;
  return {
    inText: takenOutXml(run, 0, cut, writing),
    beside: besideXml('gap', run, cut, run.pieces.length, writing.usualGap, writing),
  };
}

/** Markup before a line: what was taken out at its end is shown at the beginning of the line. */
export function markerXml(run: Run, usual: string, writing: TeiWriting): SplitRun {
  let cut = run.pieces.length;
  while (cut > 0 && run.pieces[cut - 1]?.text === '') cut--;
  return {
    inText: takenOutXml(run, cut, run.pieces.length, writing),
    beside: besideXml('marker', run, 0, cut, usual, writing),
  };
}

export function leadXml(run: Run, writing: TeiWriting): string {
  return besideXml('lead', run, 0, run.pieces.length, '', writing);
}

function takenOutXml(run: Run, from: number, to: number, { source, changes, usualGap }: TeiWriting): string {
  return (run.pieces.slice(from, to) as ReplacedPiece[])
    .map(piece => takenOut(source.slice(piece.from, piece.to), changes.of(piece.origin), usualGap))
    .join('');
}

function besideXml(
  name: string,
  run: Run,
  from: number,
  to: number,
  usual: string,
  { source, changes }: TeiWriting,
): string {
  const stored: StoredRun = run.pieces
    .slice(from, to)
    .map(piece =>
      piece.text === undefined
        ? source.slice(piece.from, piece.to)
        : [source.slice(piece.from, piece.to), piece.text, changes.idOf(piece.origin)],
    );
  const kept = stored.every(part => typeof part === 'string') ? stored.join('') : null;
  if (kept === usual) return '';
  return instruction(name, kept ?? stored);
}
