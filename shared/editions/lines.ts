import type { Block } from '../document/block';
import type { BlockKind } from '../document/textBlock';

/** A line of the text: one block, or the several into which an over-long line is parted (see `document/lines.ts`). */
export interface Line {
  readonly kind: BlockKind;
  readonly level: number;
  readonly blocks: readonly Block[];
  /** Of its first block in the document. */
  readonly index: number;
}

/** The lines of a document one by one, each with the one after it. */
export function* linesOf(blocks: readonly Block[]): Generator<{ line: Line; next: Line | undefined }> {
  let line = lineAt(blocks, 0);
  while (line) {
    const next = lineAt(blocks, line.index + line.blocks.length);
    yield { line, next };
    line = next;
  }
}

function lineAt(blocks: readonly Block[], index: number): Line | undefined {
  const first = blocks[index];
  if (!first) return undefined;
  let end = index + 1;
  while (end < blocks.length && blocks[end - 1]?.gap.text === '') end++;
  return { kind: first.kind, level: first.level, blocks: blocks.slice(index, end), index };
}
