import {
  applyChange,
  type Change,
  type DecisionPatch,
  NO_CHANGE,
  type Patch,
  withDecisions,
} from '../document/change';
import type { Decision } from '../document/decision';
import { blockAt, indexOfBlock, type KanwuDocument, type Spot, sourceBefore } from '../document/document';
import type { Run } from '../document/run';
import type { Finding } from '../findings/finding';
import { breakFingerprint, decisionOn, type Fingerprint, textFingerprint } from '../findings/fingerprint';
import { type EditContext, originOf } from './context';
import { type Edit, replaceText } from './replaceText';
import { joinBlocks, reopenSeam, type Seam } from './structure';

/** A finding with the indices of the blocks it speaks of; `last` is `first` but for a break. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly first: number;
  readonly last: number;
}

/** How far ahead of a break its second half is looked for, in blocks. */
const FURTHEST = 9;

/** Where a finding stands now, null when its blocks are gone or no longer in that order. */
export function placeFinding(document: KanwuDocument, finding: Finding, near = 0): PlacedFinding | null {
  const first = indexOfBlock(document, finding.block, near);
  return first < 0 ? null : placeAt(document, finding, first);
}

/** The same where the index of the finding's block is known. */
export function placeAt(document: KanwuDocument, finding: Finding, first: number): PlacedFinding | null {
  if (finding.kind !== 'break') return { finding, first, last: first };
  for (let last = first + 1; last <= first + FURTHEST; last++) {
    if (document.blocks[last]?.id === finding.next) return { finding, first, last };
  }
  return null;
}

/**
 * Whether there is a correction to accept. A break with a heading, caption or table between its halves has none: what
 * lies between would have to move, and only a person can say where to.
 */
export function hasProposal({ finding, first, last }: PlacedFinding): boolean {
  if (finding.kind === 'break') return last - first - 1 === finding.between.length;
  return finding.replacement !== null;
}

export function fingerprintOf(document: KanwuDocument, placed: PlacedFinding): Fingerprint {
  const { finding, first, last } = placed;
  return finding.kind === 'break'
    ? breakFingerprint(blockAt(document, first), blockAt(document, last))
    : textFingerprint(blockAt(document, first), finding);
}

function decide(
  document: KanwuDocument,
  placed: PlacedFinding,
  answer: Decision['answer'],
  context: EditContext,
): DecisionPatch {
  const print = fingerprintOf(document, placed);
  const after = decisionOn(placed.finding, print, answer, context.who, context.now());
  return { fingerprint: print.key, before: document.decisions.get(print.key), after };
}

/** Makes the proposed correction and records the decision. No change where there is nothing to propose. */
export function acceptFinding(document: KanwuDocument, placed: PlacedFinding, context: EditContext): Edit {
  const edit = correctionEdit(document, placed, context);
  if (!edit) return { change: NO_CHANGE, caret: { index: placed.first, offset: 0 } };
  return {
    change: withDecisions(edit.change, [decide(document, placed, 'accepted', context)]),
    caret: edit.caret,
  };
}

function correctionEdit(document: KanwuDocument, placed: PlacedFinding, context: EditContext): Edit | null {
  const { finding, first } = placed;
  if (!hasProposal(placed)) return null;
  const why = finding.reason.en;
  if (finding.kind === 'break') {
    const join = { glue: finding.glue, dropHyphen: finding.dropHyphen, skip: finding.between.length };
    return joinBlocks(document, first, join, context, why);
  }
  if (finding.replacement === null) return null;
  const from: Spot = { index: first, offset: finding.start };
  const to: Spot = { index: first, offset: finding.end };
  return replaceText(document, from, to, finding.replacement, originOf(context, finding.kind, why), context);
}

/** Leaves the text as it is and records that the editor wants it so. */
export function dismissFinding(document: KanwuDocument, placed: PlacedFinding, context: EditContext): Change {
  return { patches: [], decisions: [decide(document, placed, 'dismissed', context)] };
}

/**
 * Accepts many findings as one change. `list` in document order; findings without a proposal are passed over. Linear
 * in blocks and findings: neighbouring findings are worked out on the few blocks they touch.
 */
export function acceptAll(
  document: KanwuDocument,
  list: readonly PlacedFinding[],
  context: EditContext,
): Change {
  const patches: Patch[] = [];
  const decisions: DecisionPatch[] = [];
  for (const cluster of clusters(list)) {
    const from = cluster[0]?.first ?? 0;
    const to = Math.max(...cluster.map(placed => placed.last));
    const before = document.blocks.slice(from, to + 1);
    let part: KanwuDocument = { ...document, lead: leadTo(sourceBefore(document, from)), blocks: before };
    // From the end, so that what is still to do stays where it was.
    for (const placed of [...cluster].reverse()) {
      const local = { ...placed, first: placed.first - from, last: placed.last - from };
      decisions.push(decide(document, placed, 'accepted', context));
      const edit = correctionEdit(part, local, context);
      if (edit) part = applyChange(part, edit.change);
    }
    patches.push({ at: from, before, after: part.blocks });
  }
  return { patches, decisions };
}

/** Stands for all the document before a cluster: a lead without text that ends where the cluster's source begins. */
function leadTo(position: number): Run {
  return { pieces: [{ from: 0, to: position }], text: '' };
}

/** Parts a list in document order where consecutive findings share no block. */
function clusters(list: readonly PlacedFinding[]): PlacedFinding[][] {
  const groups: PlacedFinding[][] = [];
  let reach = -1;
  for (const placed of list) {
    if (!hasProposal(placed)) continue;
    const group = groups[groups.length - 1];
    if (group && placed.first <= reach) group.push(placed);
    else groups.push([placed]);
    reach = Math.max(reach, placed.last);
  }
  return groups;
}

/** Takes a join back at its seam; the finding it answered is open again. */
export function reopenBreak(document: KanwuDocument, index: number, seam: Seam, context: EditContext): Edit {
  const edit = reopenSeam(document, index, seam, context);
  const answered = [...document.decisions].filter(
    ([, d]) => d.kind === 'break' && d.answer === 'accepted' && seam.from <= d.at && d.at <= seam.to,
  );
  const decisions = answered.map(([fingerprint, before]) => ({ fingerprint, before, after: undefined }));
  return { change: withDecisions(edit.change, decisions), caret: edit.caret };
}
