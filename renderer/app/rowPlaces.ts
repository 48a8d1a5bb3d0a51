/** Where the rows of a list stand, CSS pixels from its top. */
export interface RowPlaces {
  readonly total: number;
  readonly top: (row: number) => number;
  readonly height: (row: number) => number;
  /** The row at a height, brought within the list; 0 in an empty one. */
  readonly at: (y: number) => number;
}

/** `height` is one for all rows, O(1) whatever their number, or says each one's: O(rows), then O(log rows) a question. */
export function rowPlaces(count: number, height: number | ((row: number) => number)): RowPlaces {
  if (typeof height === 'number') {
    return {
      total: count * height,
      top: row => row * height,
      height: () => height,
      at: y => within(Math.floor(y / height), count),
    };
  }
  const tops = new Float64Array(count + 1);
  for (let row = 0; row < count; row++) tops[row + 1] = (tops[row] ?? 0) + height(row);
  const top = (row: number) => tops[row] ?? 0;
  return {
    total: top(count),
    top,
    height: row => top(row + 1) - top(row),
    at: y => {
      let low = 0;
      let high = Math.max(0, count - 1);
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (top(middle) <= y) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

function within(row: number, count: number): number {
  return Math.max(0, Math.min(count - 1, row));
}
