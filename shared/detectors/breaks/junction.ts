import type { TextBlock } from '../../document/textBlock';
import type { Lexicon } from '../../lexicon/lexicon';
import { MOST_BARRIERS } from './barriers';
import { type BlockFacts, END, factsOf } from './blockFacts';
import { type Crossing, crossingOf } from './crossing';
import { type BreakSurvey, isFurniture } from './survey';

/** Blocks of the page's furniture that may stand between two halves. */
const MOST_BETWEEN = 3;
/** Short blocks in a row are counted this far. */
export const LONGEST_RUN = 4;
const SHORT_BLOCK = 26;

/** How many blocks to either side of its first block a junction looks at. */
export const REACH = Math.max(MOST_BETWEEN, MOST_BARRIERS) + LONGEST_RUN + 2;

/** Two blocks that may be halves of one sentence, with what the features need around them. */
export interface Junction {
  readonly index: number;
  readonly nextIndex: number;
  readonly block: TextBlock;
  readonly next: TextBlock;
  /** Page numbers and running heads between the two. */
  readonly between: readonly TextBlock[];
  readonly first: BlockFacts;
  readonly second: BlockFacts;
  readonly before: BlockFacts | undefined;
  readonly after: BlockFacts | undefined;
  /** Short blocks without a stop in a row: up to and with the first, from the second on. */
  readonly runBefore: number;
  readonly runAfter: number;
  readonly crossing: Crossing;
  readonly survey: BreakSurvey;
}

/** Facts of blocks by index, undefined outside the document. */
export function factReader(blocks: readonly TextBlock[]): (index: number) => BlockFacts | undefined {
  return index => {
    const block = blocks[index];
    return block && factsOf(block);
  };
}

/** Index of the block that would continue the one at `index`: the next that isn't furniture, if one is near. */
export function continuationOf(blocks: readonly TextBlock[], index: number, survey: BreakSurvey): number {
  const limit = Math.min(blocks.length - 1, index + 1 + MOST_BETWEEN);
  for (let i = index + 1; i <= limit; i++) {
    const block = blocks[i];
    if (block && !isFurniture(block, survey)) return i;
  }
  return -1;
}

/** Everything known of the junction of the blocks at `index` and `nextIndex`. */
export function junctionOf(
  blocks: readonly TextBlock[],
  facts: (index: number) => BlockFacts | undefined,
  index: number,
  nextIndex: number,
  survey: BreakSurvey,
  lexicon: Lexicon,
): Junction | undefined {
  const block = blocks[index];
  const next = blocks[nextIndex];
  const first = facts(index);
  const second = facts(nextIndex);
  if (!block || !next || !first || !second) return undefined;
  let crossing: Crossing | undefined;
  return {
    index,
    nextIndex,
    block,
    next,
    between: blocks.slice(index + 1, nextIndex),
    first,
    second,
    before: facts(index - 1),
    after: facts(nextIndex + 1),
    runBefore: runOf(facts, index, -1),
    runAfter: runOf(facts, nextIndex, 1),
    // Segmenting costs more than all the rest, and most junctions are decided without it.
    get crossing() {
      crossing ??= crossingOf(first.text, second.text, lexicon);
      return crossing;
    },
    survey,
  };
}

function runOf(facts: (index: number) => BlockFacts | undefined, from: number, step: 1 | -1): number {
  let run = 0;
  for (let i = from; run < LONGEST_RUN; i += step) {
    const block = facts(i);
    if (!block || block.length > SHORT_BLOCK || block.end === END.stop || block.end === END.semicolon) break;
    if (block.kind !== 'paragraph' && block.kind !== 'list' && block.kind !== 'quote') break;
    run++;
  }
  return run;
}
