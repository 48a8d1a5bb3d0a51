import { type Block, blockLength } from '../document/block';
import { compareMentions, type Mention } from '../document/mention';
import type { ParsedRun } from '../document/parse';
import { sortedInSlices } from '../document/sortedInSlices';
import { retold } from '../steps/retold';
import type { StoredMention } from './format';
import { addOtherDetails } from './otherDetails';
import { placeQuote } from './placeQuote';

/** Mentions and blocks taken between two pauses: a millisecond or two. */
const SLICE = 1000;

export interface PlacedMentions {
  readonly blocks: readonly Block[];
  /** What has no place in the text, or would cross a gap. */
  readonly orphans: readonly StoredMention[];
  /** How many were not where they are said to be, and found elsewhere. */
  readonly moved: number;
}

interface InText {
  readonly mention: StoredMention;
  readonly start: number;
  readonly end: number;
}

/**
 * Puts stored mentions into the blocks of a working text, by their offsets where the quoted text stands there, by the
 * quotation elsewhere. Yields the share done (0–1). O(mentions + blocks) where they are stored in order, as they are
 * written.
 */
export function* placeMentions(
  text: string,
  { lead, blocks }: ParsedRun,
  stored: readonly StoredMention[],
): Generator<number, PlacedMentions> {
  const orphans: StoredMention[] = [];
  const found: InText[] = [];
  let moved = 0;
  let inOrder = true;
  for (const [n, mention] of stored.entries()) {
    const start = placeQuote(text, mention);
    if (start === null) orphans.push(mention);
    else {
      if (start !== mention.start) moved++;
      const one = { mention, start, end: start + mention.text.length };
      const before = found[found.length - 1];
      if (before && outermostFirst(before, one) > 0) inOrder = false;
      found.push(one);
    }
    // Looking for a quotation takes as long as a hundred that stand where they should.
    if (n % SLICE === 0 || start !== mention.start) yield n / stored.length / 2;
  }
  const inText = inOrder ? found : yield* retold(sortedInSlices(found, outermostFirst), () => 0.5);
  let next = 0;
  let at = lead.text.length;
  const filled: Block[] = [];
  for (const block of blocks) {
    const textStart = at + block.marker.text.length;
    const textEnd = textStart + block.body.text.length;
    at += blockLength(block);
    const mentions: Mention[] = [];
    for (let m = inText[next]; m && m.start < textEnd; m = inText[++next]) {
      if (m.start < textStart || m.end > textEnd) orphans.push(m.mention);
      else mentions.push(mentionOf(m.mention, m.start - textStart, m.end - textStart));
      if (next % SLICE === 0) yield 0.5 + next / inText.length / 2;
    }
    filled.push(mentions.length === 0 ? block : { ...block, mentions: mentions.sort(compareMentions) });
    if (filled.length % SLICE === 0) yield 0.5 + filled.length / blocks.length / 2;
  }
  for (; next < inText.length; next++) {
    const beyond = inText[next];
    if (beyond) orphans.push(beyond.mention);
  }
  return { blocks: filled, orphans, moved };
}

function outermostFirst(a: InText, b: InText): number {
  return a.start - b.start || b.end - a.end;
}

function mentionOf(stored: StoredMention, start: number, end: number): Mention {
  const { id, type, who, when } = stored;
  const mention: Mention = { id, type, start, end, who, when };
  addOtherDetails(mention, stored);
  return mention;
}
