import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Register } from '../../shared/document/entity';
import { drained } from '../../shared/steps/drained';
import { finishInSlices } from '../app/timeSlices';
import { type EntityMatches, type EntityQuery, entityMatches } from './entityMatches';

/** Entities looked through before the dialog is painted. */
const AT_ONCE = 2000;
const NO_MATCHES: EntityMatches = { shown: [], more: 0 };

/**
 * The entities that match, looked for a slice at a time, those found before standing meanwhile. `settled` gives them at
 * once, for whoever presses Enter before they are shown: a row of the ones before is not what was meant.
 */
export function useEntityMatches(
  register: Register,
  { typed, texts, type, except }: EntityQuery,
): { readonly matches: EntityMatches; readonly settled: () => EntityMatches } {
  const [matches, setMatches] = useState(NO_MATCHES);
  const current = useRef<Generator<undefined, EntityMatches> | null>(null);
  const query = useMemo(() => ({ typed, texts, type, except }), [typed, texts, type, except]);
  useLayoutEffect(() => {
    const work = entityMatches(register, query);
    current.current = work;
    const look = () => {
      if (current.current !== work) return;
      finishInSlices(
        work,
        () => current.current === work,
        found => {
          current.current = null;
          setMatches(found);
        },
      );
    };
    // Opening the dialog takes long enough by itself.
    if (register.size > AT_ONCE) setTimeout(look, 0);
    else look();
    return () => {
      current.current = null;
    };
  }, [register, query]);
  const settled = () => {
    const work = current.current;
    if (!work) return matches;
    current.current = null;
    const whole = drained(work);
    setMatches(whole);
    return whole;
  };
  return { matches, settled };
}
