import type { Block } from '../../shared/document/block';
import type { Patch } from '../../shared/document/change';
import { finishInSlices } from '../app/timeSlices';
import type { EditingSession } from './session';

/** What is kept up: a block came to the document, or left it. */
export type TakeBlock = (block: Block, by: 1 | -1) => void;

/** Mentions whose blocks are taken at once; a change of more is followed a slice at a time. */
const AT_ONCE = 2000;
/** Blocks taken between two looks at the clock. */
const STRIDE = 50;

/**
 * Keeps figures of a session's blocks up with it: `take` is called for each block of the document, then for those that every
 * change takes away and brings, in the order of the changes. What is quick is done within the change; more is done in
 * slices, and what comes meanwhile waits its turn. `settled` is called whenever nothing waits any more.
 */
export class BlockFollower {
  private readonly waiting: Generator<undefined, undefined>[] = [];
  private running = false;
  private stopped = false;
  private readonly take: TakeBlock;
  private readonly settled: () => void;
  private readonly stop: () => void;

  constructor(session: EditingSession, take: TakeBlock, settled: () => void) {
    this.take = take;
    this.settled = settled;
    this.follow([{ at: 0, before: [], after: session.document.blocks }]);
    this.stop = session.onChange(({ changes }) => {
      for (const { patches } of changes) this.follow(patches);
      if (!this.running) this.settled();
    });
  }

  /** Whether all changes are in the figures. */
  get isSettled(): boolean {
    return !this.running;
  }

  dispose(): void {
    this.stopped = true;
    this.stop();
  }

  private follow(patches: readonly Patch[]): void {
    if (!this.running && isQuick(patches)) {
      for (const { before, after } of patches) {
        for (const block of before) this.take(block, -1);
        for (const block of after) this.take(block, 1);
      }
      return;
    }
    this.waiting.push(this.taking(patches));
    if (this.running) return;
    this.running = true;
    setTimeout(() => {
      finishInSlices(
        this.rest(),
        () => !this.stopped,
        () => {
          this.running = false;
          this.settled();
        },
      );
    }, 0);
  }

  private *rest(): Generator<undefined, undefined> {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) yield* next;
    return undefined;
  }

  private *taking(patches: readonly Patch[]): Generator<undefined, undefined> {
    let count = 0;
    for (const { before, after } of patches) {
      for (const block of before) {
        this.take(block, -1);
        if (++count % STRIDE === 0) yield;
      }
      for (const block of after) {
        this.take(block, 1);
        if (++count % STRIDE === 0) yield;
      }
    }
    return undefined;
  }
}

/** Looks at no more than it takes to know. */
function isQuick(patches: readonly Patch[]): boolean {
  let count = 0;
  for (const { before, after } of patches) {
    for (const blocks of [before, after]) {
      for (const { mentions } of blocks) {
        count += 1 + mentions.length;
        if (count > AT_ONCE) return false;
      }
    }
  }
  return true;
}
