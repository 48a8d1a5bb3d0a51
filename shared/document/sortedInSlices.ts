/** Items sorted between two pauses: some 3 ms with a collator. */
const AT_ONCE = 200;

/** Sorts as `sort` does, pausing by yielding: a collator is too slow for many names at once. Stable, as `sort` is. */
export function* sortedInSlices<T>(
  items: readonly T[],
  order: (a: T, b: T) => number,
): Generator<undefined, readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    runs.push(items.slice(from, from + AT_ONCE).sort(order));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let n = 0; n < runs.length; n += 2) {
      merged.push(yield* mergedRuns(runs[n] ?? [], runs[n + 1] ?? [], order));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergedRuns<T>(
  a: readonly T[],
  b: readonly T[],
  order: (a: T, b: T) => number,
): Generator<undefined, readonly T[]> {
  const last = a[a.length - 1];
  const first = b[0];
  // What is in order already is put together as it is.
  if (last === undefined || first === undefined || order(last, first) <= 0) return a.concat(b);
  const merged: T[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const one = a[i];
    const other = b[j];
    if (one !== undefined && (other === undefined || order(one, other) <= 0)) {
      merged.push(one);
      i++;
    } else if (other !== undefined) {
      merged.push(other);
      j++;
    } else return merged;
    if (merged.length % AT_ONCE === 0) yield;
  }
}
