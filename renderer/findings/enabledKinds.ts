import { FINDING_KINDS, type FindingKind } from '../../shared/findings/finding';
import type { Settings } from '../../shared/settings/settings';

/** The kinds of finding the editor wants to see; null where that is all, as the findings store takes them. */
export function enabledKinds({ disabledKinds }: Settings): ReadonlySet<FindingKind> | null {
  if (disabledKinds.length === 0) return null;
  return new Set(FINDING_KINDS.filter(kind => !disabledKinds.includes(kind)));
}
