import type { ExportPart } from '../exports/exportFormat';

/** Code units a part of an export has at least: about a millisecond of work, and few enough calls for 5 M characters. */
const PART = 1 << 15;

/** Gathers small strings into parts of a few ten thousand code units, of the file at that index. */
export function* textParts(pieces: Iterable<string>, file = 0): Generator<ExportPart, void> {
  let gathered: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (piece === '') continue;
    gathered.push(piece);
    length += piece.length;
    if (length < PART) continue;
    yield { file, data: gathered.join('') };
    gathered = [];
    length = 0;
  }
  if (length > 0) yield { file, data: gathered.join('') };
}
