import type { PlacedFinding } from '../../shared/edits/deciding';
import { FINDING_KINDS, type FindingKind } from '../../shared/findings/finding';

/** The findings of each kind, in the order in which kinds are listed; kinds without findings left out. Linear. */
export function groupedByKind(
  list: readonly PlacedFinding[],
): readonly (readonly [FindingKind, readonly PlacedFinding[]])[] {
  const groups = new Map<FindingKind, PlacedFinding[]>();
  for (const placed of list) {
    const group = groups.get(placed.finding.kind);
    if (group) group.push(placed);
    else groups.set(placed.finding.kind, [placed]);
  }
  return FINDING_KINDS.flatMap(kind => {
    const group = groups.get(kind);
    return group ? [[kind, group] as const] : [];
  });
}

/** The queue as it is shown and gone through: kind by kind, each in document order. */
export function inQueueOrder(list: readonly PlacedFinding[]): readonly PlacedFinding[] {
  return groupedByKind(list).flatMap(([, group]) => group);
}

/** Whether `a` stands in the queue at or after the place where `b` is or was. */
export function isQueuedFrom(a: PlacedFinding, b: PlacedFinding): boolean {
  const kinds = FINDING_KINDS.indexOf(a.finding.kind) - FINDING_KINDS.indexOf(b.finding.kind);
  return kinds > 0 || (kinds === 0 && a.first >= b.first);
}
