import type { Change } from '../document/change';
import { indexOfBlock, type KanwuDocument } from '../document/document';
import { normalFormKind } from '../document/tagset';
import { changingMentions, type MentionPlace } from '../edits/changeMentions';
import { fitsWords, normalFormOf } from './normalForms/normalForm';
import { type MentionSpot, spotOf } from './registerProblem';

/** A normal form that a mention could be given. */
export interface NormalProposal {
  readonly spot: MentionSpot;
  readonly type: string;
  readonly value: string;
  /** False for a guess, to be looked at. */
  readonly certain: boolean;
  /** The one it has, which no longer fits its words; null where it has none. */
  readonly instead: string | null;
}

export interface NormalProposals {
  readonly proposals: readonly NormalProposal[];
  /** Dates that hang on a day of issue, where none is given. */
  readonly waiting: number;
}

/** Blocks looked at between two pauses. */
const PART = 16;

/**
 * Normal forms for all mentions that have none, or one that no longer fits their words, as if the text had appeared on
 * `issueDate`. Yields now and then for others to have a turn; returns what it found, in document order. O(blocks + mentions).
 */
export function* proposeNormalForms(
  { blocks, tagset }: KanwuDocument,
  issueDate: string | null,
): Generator<undefined, NormalProposals> {
  const proposals: NormalProposal[] = [];
  let waiting = 0;
  for (const [index, block] of blocks.entries()) {
    if (index % PART === PART - 1) yield;
    let before: string | null = null;
    for (const mention of block.mentions) {
      const { type, normal } = mention;
      const kind = normalFormKind(tagset, type);
      if (kind === null) continue;
      const spot = spotOf(index, block, mention);
      if (normal !== undefined && fitsWords(kind, spot.text, normal)) {
        if (kind === 'date') before = normal;
        continue;
      }
      const read = normalFormOf(kind, spot.text, { issueDate, before });
      if (read.kind === 'needsIssueDate') waiting++;
      if (read.kind !== 'value') continue;
      if (kind === 'date') before = read.value;
      proposals.push({ spot, type, value: read.value, certain: read.certain, instead: normal ?? null });
    }
  }
  return { proposals, waiting };
}

/** Gives mentions the normal forms proposed and the document its day of issue, as one change. Yields the share of the work done, 0–1. */
export function* applyingNormalForms(
  document: KanwuDocument,
  proposals: readonly NormalProposal[],
  issueDate: string | null,
): Generator<number, Change> {
  const values = new Map<string, string>();
  // The values are noted on the way, while the places are gathered.
  function* places(): Generator<MentionPlace, undefined> {
    for (const { spot, value } of proposals) {
      values.set(spot.id, value);
      yield placeNow(document, spot);
    }
    return undefined;
  }
  const change = yield* changingMentions(
    document,
    places(),
    mention => {
      const normal = values.get(mention.id);
      return normal === undefined || normal === mention.normal ? mention : { ...mention, normal };
    },
    proposals.length,
  );
  return { ...change, ...setIssueDate(document, issueDate) };
}

/** Where the mention is now, if its block was moved since. */
function placeNow(document: KanwuDocument, { id, block, index }: MentionSpot): MentionPlace {
  return { id, index: document.blocks[index]?.id === block ? index : indexOfBlock(document, block, index) };
}

/** The change of the day of issue alone, to be made or joined to another. `issueDate` is `YYYY-MM-DD` or null. */
export function issueDateChange(document: KanwuDocument, issueDate: string | null): Change {
  return { patches: [], decisions: [], ...setIssueDate(document, issueDate) };
}

function setIssueDate({ issueDate: before }: KanwuDocument, after: string | null): Pick<Change, 'issueDate'> {
  return before === after ? {} : { issueDate: { before, after } };
}
