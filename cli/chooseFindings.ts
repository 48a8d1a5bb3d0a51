import type { KanwuDocument } from '../shared/document/document';
import { hasProposal, type PlacedFinding, placeFinding } from '../shared/edits/deciding';
import type { Finding } from '../shared/findings/finding';

/**
 * The findings to accept together: sure enough, with a proposal, and no two about the same text, of which the surer
 * (else the earlier) one counts. `findings` and result are in document order.
 */
export function chooseFindings(
  document: KanwuDocument,
  findings: readonly Finding[],
  least: number,
): PlacedFinding[] {
  const chosen: PlacedFinding[] = [];
  let near = 0;
  for (const finding of findings) {
    if (finding.confidence < least) continue;
    const placed = placeFinding(document, finding, near);
    if (!placed || !hasProposal(placed)) continue;
    near = placed.first;
    const last = chosen[chosen.length - 1];
    if (!last || !overlap(last, placed)) chosen.push(placed);
    else if (finding.confidence > last.finding.confidence) chosen[chosen.length - 1] = placed;
  }
  return chosen;
}

/** Whether `b`, which comes after `a`, speaks of text that `a` changes. */
function overlap(a: PlacedFinding, b: PlacedFinding): boolean {
  // A join takes out what stands between its halves, and its first half has no other end.
  if (a.finding.kind === 'break') {
    return b.first < a.last && (b.first > a.first || b.finding.kind === 'break');
  }
  if (b.finding.kind === 'break' || a.first !== b.first) return false;
  return b.finding.start < a.finding.end || b.finding.start === a.finding.start;
}
