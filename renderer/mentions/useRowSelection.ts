import { useCallback, useRef, useState } from 'react';

interface Modifiers {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Which rows of a list are selected, by the ids of what they show, so that a list may be sorted or grow under the
 * selection. Shift extends from where the selection began, Ctrl (on a Mac, Command) adds and takes away. `idOf` is null
 * for rows that can't be selected.
 */
export function useRowSelection(idOf: (row: number) => string | null, count: number) {
  const [active, setActive] = useState(-1);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const from = useRef(-1);

  const selectOnly = useCallback((row: number, id: string | null) => {
    from.current = row;
    setActive(row);
    setSelected(new Set(id === null || row < 0 ? [] : [id]));
  }, []);

  const between = (a: number, b: number): ReadonlySet<string> => {
    const ids = new Set<string>();
    for (let row = Math.min(a, b); row <= Math.max(a, b); row++) {
      const id = idOf(row);
      if (id !== null) ids.add(id);
    }
    return ids;
  };

  const move = (row: number, { shiftKey, ctrlKey, metaKey }: Modifiers) => {
    const id = idOf(row);
    if (shiftKey && from.current >= 0) {
      setActive(row);
      setSelected(between(from.current, row));
    } else if ((ctrlKey || metaKey) && id !== null) {
      from.current = row;
      setActive(row);
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      setSelected(next);
    } else selectOnly(row, id);
  };

  /** Selects the row that now stands where the active one stood: the list goes on under the editor's hands. */
  const stay = () => {
    const last = Math.min(active, count - 1);
    for (let row = Math.max(0, last); row < count; row++) {
      const id = idOf(row);
      if (id !== null) {
        selectOnly(row, id);
        return;
      }
    }
    selectOnly(-1, null);
  };

  return {
    active: active < count ? active : count - 1,
    selected,
    selectOnly,
    move,
    stay,
    selectAll: () => setSelected(between(0, count - 1)),
    clear: () => setSelected(new Set()),
  };
}
