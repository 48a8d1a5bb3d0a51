import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Register } from '../../shared/document/entity';
import { type TypeUse, usesOfTypes } from '../../shared/edits/tagsetEdits';
import type { OpenDocument } from '../app/workspaceState';
import { useSessionValue } from '../session/useSession';

/** Entities counted while a dialog opens, which takes long enough by itself; more have a turn of their own. */
const AT_ONCE = 2000;
const NONE: Register = new Map();

/** Every type in use in the open document, with how many mentions and entities it has; not `settled` while a change is still being counted. */
export function useTypeUses({ mentionCounts }: OpenDocument): {
  readonly uses: ReadonlyMap<string, TypeUse>;
  readonly settled: boolean;
} {
  const register = useSessionValue(state => state.document.entities);
  useSyncExternalStore(mentionCounts.subscribe, mentionCounts.getVersion);
  const counts = mentionCounts.getCounts();
  const [counted, setCounted] = useState(register.size > AT_ONCE ? NONE : register);
  useEffect(() => {
    const timer = setTimeout(() => setCounted(register), 0);
    return () => clearTimeout(timer);
  }, [register]);
  const entities = register.size > AT_ONCE ? counted : register;
  const uses = useMemo(() => usesOfTypes(counts, entities), [counts, entities]);
  return { uses, settled: mentionCounts.isSettled && entities === register };
}
