/**
 * The last index whose value, in ascending order, is at most `row`; of equal values the last, for a block without
 * mentions has no row. 0 where all are greater.
 */
export function lastAtMost(starts: Uint32Array, row: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
