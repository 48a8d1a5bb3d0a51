import { type Block, toTextBlock } from '../../shared/document/block';
import type { TextBlock } from '../../shared/document/textBlock';
import { pause } from '../app/timeSlices';
import type { BlocksPart } from './protocol';

/** Code units and blocks in one message: copying either takes a millisecond or two. */
const MOST_CHARACTERS = 1 << 17;
const MOST_BLOCKS = 1000;
/** Milliseconds of handing over between two pauses. */
const SLICE = 8;

/**
 * Hands a document's blocks to a worker in messages that hold nobody up: those of a book, posted as one, are a task of a fifth of a
 * second. What is short goes at once. What is to be said to the worker meanwhile waits behind the blocks.
 */
export class DocumentHandOver<M> {
  private readonly post: (message: M | BlocksPart) => void;
  private readonly generation: number;
  private waiting: M[] = [];
  private state: 'begun' | 'over' | 'stopped' = 'begun';

  /** `opening` says that all blocks have come. */
  constructor(
    post: (message: M | BlocksPart) => void,
    generation: number,
    blocks: readonly Block[],
    opening: M,
  ) {
    this.post = post;
    this.generation = generation;
    this.waiting = [opening];
    void this.run(blocks);
  }

  send(message: M): void {
    if (this.state === 'over') this.post(message);
    else if (this.state === 'begun') this.waiting.push(message);
  }

  /** Says nothing more. */
  stop(): void {
    this.state = 'stopped';
    this.waiting = [];
  }

  private async run(blocks: readonly Block[]): Promise<void> {
    // What opens a long document has enough to do in its own turn.
    let began = blocks.length > MOST_BLOCKS ? Number.NEGATIVE_INFINITY : performance.now();
    for (const part of inMessages(blocks)) {
      if (performance.now() - began > SLICE) {
        await pause();
        if (this.state === 'stopped') return;
        began = performance.now();
      }
      this.post({ type: 'blocks', generation: this.generation, blocks: part });
    }
    this.state = 'over';
    for (const message of this.waiting) this.post(message);
    this.waiting = [];
  }
}

function* inMessages(blocks: readonly Block[]): Generator<readonly TextBlock[]> {
  let part: TextBlock[] = [];
  let characters = 0;
  for (const block of blocks) {
    part.push(toTextBlock(block));
    characters += block.body.text.length;
    if (part.length < MOST_BLOCKS && characters < MOST_CHARACTERS) continue;
    yield part;
    part = [];
    characters = 0;
  }
  if (part.length > 0) yield part;
}
