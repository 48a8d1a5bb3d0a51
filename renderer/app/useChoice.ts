import { useState } from 'react';

/** Which items of a list a person has chosen. */
export interface Choice<T> {
  readonly items: readonly T[];
  readonly chosen: readonly T[];
  has(item: T): boolean;
  toggle(item: T): void;
  all(): void;
  nothing(): void;
  /** Back to what was chosen at first. */
  reset(): void;
}

/** Items are known by their key, so that what was said of one holds when it leaves the list and comes back. */
export function useChoice<T>(
  items: readonly T[],
  keyOf: (item: T) => unknown,
  atFirst: (item: T) => boolean,
): Choice<T> {
  const [said, setSaid] = useState<ReadonlyMap<unknown, boolean>>(new Map());
  const has = (item: T) => said.get(keyOf(item)) ?? atFirst(item);
  const say = (some: readonly T[], chosen: boolean) => {
    const next = new Map(said);
    for (const item of some) next.set(keyOf(item), chosen);
    setSaid(next);
  };
  return {
    items,
    chosen: items.filter(has),
    has,
    toggle: item => say([item], !has(item)),
    all: () => say(items, true),
    nothing: () => say(items, false),
    reset: () => setSaid(new Map()),
  };
}
