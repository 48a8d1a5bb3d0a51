import type { TextBlock } from '../../shared/document/textBlock';
import type { BlocksPart } from './protocol';

/** The blocks of a document as they come in a worker, part by part. */
export class ReceivedBlocks {
  private generation = 0;
  private blocks: TextBlock[] = [];

  /** Parts of an earlier document are dropped when the first of a later one comes. */
  add({ generation, blocks }: BlocksPart): void {
    if (generation !== this.generation) this.clear();
    this.generation = generation;
    for (const block of blocks) this.blocks.push(block);
  }

  clear(): void {
    this.blocks = [];
  }

  /** All of a document's blocks, once they have come. */
  take(generation: number): readonly TextBlock[] {
    const blocks = generation === this.generation ? this.blocks : [];
    this.clear();
    return blocks;
  }
}
