import type { PlacedFinding } from '../../shared/edits/deciding';
import type { FindingKind } from '../../shared/findings/finding';
import { groupedByKind } from './queueOrder';

/** A line of the queue: the head of a kind, or a finding under it. */
export type FindingRow =
  | { readonly kind: 'head'; readonly of: FindingKind; readonly count: number }
  | { readonly kind: 'finding'; readonly placed: PlacedFinding };

/** The queue grouped by kind; a kind without findings has no head. Linear. */
export function findingRows(list: readonly PlacedFinding[]): readonly FindingRow[] {
  return groupedByKind(list).flatMap(([of, group]): FindingRow[] => [
    { kind: 'head', of, count: group.length },
    ...group.map((placed): FindingRow => ({ kind: 'finding', placed })),
  ]);
}

/** How many there are of each kind. */
export function countsByKind(list: readonly PlacedFinding[]): ReadonlyMap<FindingKind, number> {
  const counts = new Map<FindingKind, number>();
  for (const { finding } of list) counts.set(finding.kind, (counts.get(finding.kind) ?? 0) + 1);
  return counts;
}

/** The share of them that is right if confidences are calibrated: their mean. 0 for none. */
export function expectedPrecision(list: readonly PlacedFinding[]): number {
  const sum = list.reduce((total, { finding }) => total + finding.confidence, 0);
  return list.length === 0 ? 0 : sum / list.length;
}
