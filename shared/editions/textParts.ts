import type { Block } from '../document/block';
import type { ExportPart } from '../exports/exportFormat';
import { PAUSE } from '../exports/flatText';

/** Blocks looked at between two pauses. */
const SLICE = 250;

/** Looks at every block, with pauses in which nothing is written. */
export function* eachBlock(
  blocks: readonly Block[],
  look: (block: Block, index: number) => void,
): Generator<ExportPart, void> {
  for (const [index, block] of blocks.entries()) {
    look(block, index);
    if (index % SLICE === SLICE - 1) yield PAUSE;
  }
}

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
