import { blockAt, type KanwuDocument } from '../document/document';
import type { PlacedFinding } from '../edits/deciding';
import type { Match } from './match';
import type { TextRange } from './matchText';

/** The texts on both sides of a suspected break, read as they would be joined. */
export interface JoinedText {
  readonly text: string;
  /** How much of `text` is of the first block, and how much the join put in. */
  readonly head: number;
  readonly glue: number;
  /** Offset in the first block at which `text` begins. */
  readonly from: number;
  readonly first: number;
  readonly last: number;
}

/**
 * `reach`: code units wanted on either side of the seam, null for all. Null where the finding is not a break of the
 * document as it is now.
 */
export function joinedText(
  document: KanwuDocument,
  { finding, first, last }: PlacedFinding,
  reach: number | null,
): JoinedText | null {
  const a = document.blocks[first];
  const b = document.blocks[last];
  if (finding.kind !== 'break' || a?.id !== finding.block || b?.id !== finding.next) return null;
  const whole = finding.dropHyphen ? a.body.text.slice(0, -1) : a.body.text;
  const from = reach === null ? 0 : Math.max(0, whole.length - reach);
  const before = whole.slice(from);
  const after = reach === null ? b.body.text : b.body.text.slice(0, reach);
  return {
    text: `${before}${finding.glue}${after}`,
    head: before.length,
    glue: finding.glue.length,
    from,
    first,
    last,
  };
}

/** The matches of the joined text that have a character on both sides of the seam. */
export function matchesAcross(
  document: KanwuDocument,
  joined: JoinedText,
  ranges: readonly TextRange[],
): readonly Match[] {
  const { head, glue, from, first, last } = joined;
  return ranges
    .filter(({ start, end }) => start < head && end > head + glue)
    .map(({ start, end }) => ({
      index: first,
      start: from + start,
      last,
      end: end - head - glue,
      block: blockAt(document, first),
      lastBlock: blockAt(document, last),
    }));
}
