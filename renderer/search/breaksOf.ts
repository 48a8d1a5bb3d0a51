import type { PlacedFinding } from '../../shared/edits/deciding';

const known = new WeakMap<readonly PlacedFinding[], ReadonlyMap<number, PlacedFinding>>();

/** The suspected breaks among findings, by the index of the block before. Worked out once for a list. */
export function breaksOf(findings: readonly PlacedFinding[]): ReadonlyMap<number, PlacedFinding> {
  const before = known.get(findings);
  if (before) return before;
  const breaks = new Map<number, PlacedFinding>();
  for (const placed of findings) if (placed.finding.kind === 'break') breaks.set(placed.first, placed);
  known.set(findings, breaks);
  return breaks;
}
