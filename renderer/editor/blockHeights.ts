/**
 * Heights of all blocks, measured or estimated, in CSS pixels, with sums in O(log n): a Fenwick tree (Fenwick, "A New
 * Data Structure for Cumulative Frequency Tables", 1994). Inserting or removing blocks rebuilds it in O(n).
 */
export class BlockHeights {
  private heights: Float64Array;
  private tree: Float64Array;

  constructor(heights: Float64Array) {
    this.heights = heights;
    this.tree = treeOf(heights);
  }

  get count(): number {
    return this.heights.length;
  }

  get total(): number {
    return this.before(this.count);
  }

  heightOf(index: number): number {
    return this.heights[index] ?? 0;
  }

  /** Sum of the heights of the blocks before `index`: the block's top. */
  before(index: number): number {
    let sum = 0;
    for (let i = Math.min(index, this.count); i > 0; i -= i & -i) sum += this.tree[i] ?? 0;
    return sum;
  }

  /** Index of the block at `y` pixels from the top; the first or last outside. */
  at(y: number): number {
    let index = 0;
    let rest = y;
    for (let step = highestPower(this.count); step > 0; step >>= 1) {
      const next = index + step;
      const sum = this.tree[next] ?? 0;
      if (next <= this.count && sum <= rest) {
        index = next;
        rest -= sum;
      }
    }
    return Math.max(0, Math.min(index, this.count - 1));
  }

  set(index: number, height: number): void {
    const delta = height - this.heightOf(index);
    if (delta === 0 || index >= this.count) return;
    this.heights[index] = height;
    for (let i = index + 1; i <= this.count; i += i & -i) this.tree[i] = (this.tree[i] ?? 0) + delta;
  }

  splice(at: number, removed: number, inserted: readonly number[]): void {
    if (removed === inserted.length) {
      inserted.forEach((height, n) => {
        this.set(at + n, height);
      });
      return;
    }
    const next = new Float64Array(this.count - removed + inserted.length);
    next.set(this.heights.subarray(0, at));
    next.set(inserted, at);
    next.set(this.heights.subarray(at + removed), at + inserted.length);
    this.heights = next;
    this.tree = treeOf(next);
  }
}

function treeOf(heights: Float64Array): Float64Array {
  const tree = new Float64Array(heights.length + 1);
  tree.set(heights, 1);
  for (let i = 1; i < tree.length; i++) {
    const parent = i + (i & -i);
    if (parent < tree.length) tree[parent] = (tree[parent] ?? 0) + (tree[i] ?? 0);
  }
  return tree;
}

function highestPower(n: number): number {
  let power = 1;
  while (power * 2 <= n) power *= 2;
  return power;
}
