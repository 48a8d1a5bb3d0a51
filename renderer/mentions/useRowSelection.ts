import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlacedMention } from '../../shared/edits/tagging';
import { drained } from '../../shared/steps/drained';
import { finishInSlices } from '../app/timeSlices';
import type { MentionList } from './mentionList';

interface Modifiers {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

type Selected = ReadonlyMap<string, PlacedMention>;

/** Rows gathered between two pauses. */
const STRIDE = 500;

/**
 * Which mentions of a list are selected, by id, so that the list may be sorted or grow under the selection; each with the
 * place where it was selected. Shift extends from where the selection began, Ctrl (on a Mac, Command) adds and takes away.
 * Many are gathered in slices, the selection before standing meanwhile.
 */
export function useRowSelection(list: MentionList) {
  const [active, setActive] = useState(-1);
  const [selected, setSelected] = useState<Selected>(new Map());
  const from = useRef(-1);
  const gathering = useRef<Generator<undefined, Selected> | null>(null);
  useEffect(
    () => () => {
      gathering.current = null;
    },
    [],
  );

  const select = useCallback((next: Selected) => {
    gathering.current = null;
    setSelected(next);
  }, []);

  const selectOnly = useCallback(
    (row: number, placed: PlacedMention | null) => {
      from.current = row;
      setActive(row);
      select(new Map(placed && row >= 0 ? [[placed.mention.id, placed]] : []));
    },
    [select],
  );

  const selectBetween = (a: number, b: number) => {
    const work = gathered(list.between(Math.min(a, b), Math.max(a, b)));
    gathering.current = work;
    finishInSlices(work, () => gathering.current === work, select);
  };

  /** What is selected, with what is still being gathered. */
  const settled = (): Selected => {
    const work = gathering.current;
    if (!work) return selected;
    const whole = drained(work);
    select(whole);
    return whole;
  };

  const move = (row: number, { shiftKey, ctrlKey, metaKey }: Modifiers) => {
    const placed = list.at(row);
    if (shiftKey && from.current >= 0) {
      setActive(row);
      selectBetween(from.current, row);
    } else if ((ctrlKey || metaKey) && placed) {
      from.current = row;
      setActive(row);
      const next = new Map(settled());
      if (!next.delete(placed.mention.id)) next.set(placed.mention.id, placed);
      select(next);
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
    settled,
    selectAll: () => selectBetween(0, list.count - 1),
    clear: () => select(new Map()),
  };
}

function* gathered(placed: Iterable<PlacedMention>): Generator<undefined, Selected> {
  const found = new Map<string, PlacedMention>();
  let count = 0;
  for (const one of placed) {
    found.set(one.mention.id, one);
    if (++count % STRIDE === 0) yield;
  }
  return found;
}
