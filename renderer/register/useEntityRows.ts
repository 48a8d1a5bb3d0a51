import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { Entity } from '../../shared/document/entity';
import { finishInSlices } from '../app/timeSlices';
import type { OpenDocument } from '../app/workspaceState';
import { useSessionValue } from '../session/useSession';
import { type EntityFilter, type EntityOrder, entityRows } from './entityRows';

/** The entities as filtered and ordered, made anew a slice at a time; null until there is a first list. */
export function useEntityRows(
  { entityCounts }: OpenDocument,
  filter: EntityFilter,
  order: EntityOrder,
): readonly Entity[] | null {
  const register = useSessionValue(state => state.document.entities);
  const version = useSyncExternalStore(entityCounts.subscribe, entityCounts.getVersion);
  const [rows, setRows] = useState<readonly Entity[] | null>(null);
  // Numbers change at every link; only one order is by them.
  const numbers = order === 'mentions' ? version : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers say when an order by them is another
  useLayoutEffect(() => {
    let wanted = true;
    const made = entityRows(register, filter, order, id => entityCounts.of(id));
    finishInSlices(made, () => wanted, setRows);
    return () => {
      wanted = false;
    };
  }, [register, entityCounts, filter, order, numbers]);
  return rows;
}
