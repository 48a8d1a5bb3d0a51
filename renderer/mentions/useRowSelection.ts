import { useCallback, useRef, useState } from 'react';
import type { PlacedMention } from '../../shared/edits/tagging';
import type { MentionList } from './mentionList';

interface Modifiers {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Which mentions of a list are selected, by id, so that the list may be sorted or grow under the selection; each with the
 * place where it was selected. Shift extends from where the selection began, Ctrl (on a Mac, Command) adds and takes away.
 */
export function useRowSelection(list: MentionList) {
  const [active, setActive] = useState(-1);
  const [selected, setSelected] = useState<ReadonlyMap<string, PlacedMention>>(new Map());
  const from = useRef(-1);

  const selectOnly = useCallback((row: number, placed: PlacedMention | null) => {
    from.current = row;
    setActive(row);
    setSelected(new Map(placed && row >= 0 ? [[placed.mention.id, placed]] : []));
  }, []);

  const between = (a: number, b: number): ReadonlyMap<string, PlacedMention> => {
    const found = new Map<string, PlacedMention>();
    for (const placed of list.between(Math.min(a, b), Math.max(a, b))) found.set(placed.mention.id, placed);
    return found;
  };

  const move = (row: number, { shiftKey, ctrlKey, metaKey }: Modifiers) => {
    const placed = list.at(row);
    if (shiftKey && from.current >= 0) {
      setActive(row);
      setSelected(between(from.current, row));
    } else if ((ctrlKey || metaKey) && placed) {
      from.current = row;
      setActive(row);
      const next = new Map(selected);
      if (!next.delete(placed.mention.id)) next.set(placed.mention.id, placed);
      setSelected(next);
    } else selectOnly(row, placed);
  };

  /** Selects the row that now stands where the active one stood: the list goes on under the editor's hands. */
  const stay = () => {
    const last = Math.max(0, Math.min(active, list.count - 1));
    // At most one head stands between two mentions.
    const row = [last, last + 1, last - 1].find(candidate => list.at(candidate) !== null) ?? -1;
    selectOnly(row, list.at(row));
  };

  return {
    active: active < list.count ? active : list.count - 1,
    selected,
    selectOnly,
    move,
    stay,
    selectAll: () => setSelected(between(0, list.count - 1)),
    clear: () => setSelected(new Map()),
  };
}
