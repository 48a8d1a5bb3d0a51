import type { Passage } from './passages';

/** Where a place of the one text lies in the other. */
export interface MappedPlace {
  readonly at: number;
  /** Whether it lies within a passage both texts have, or only between two. */
  readonly exact: boolean;
}

/** Maps places of one text to another of which it has passages in common. */
export class TextMap {
  private readonly passages: readonly Passage[];
  private readonly lengths: readonly [number, number];

  constructor(passages: readonly Passage[], fromLength: number, toLength: number) {
    this.passages = passages;
    this.lengths = [fromLength, toLength];
  }

  /** Where `[start, end)` stands if it lies within one passage, with what is just beside it where it is empty; else null. */
  range(start: number, end: number): { readonly start: number; readonly end: number } | null {
    const passage = this.passages[this.indexAt(start)];
    if (!passage) return null;
    const { from, to, length } = passage;
    if (start < from || end > from + length) return null;
    // An empty range at the edge of a passage may belong to what was changed beside it.
    const edge = start === end && (start === from || end === from + length);
    const textEdge = start === 0 || end === this.lengths[0];
    if (edge && !textEdge) return null;
    return { start: start - from + to, end: end - from + to };
  }

  /** About where a place lies, whatever became of its text. O(log passages). */
  near(offset: number): MappedPlace {
    const n = this.indexAt(offset);
    const passage = this.passages[n];
    if (!passage) return { at: Math.min(offset, this.lengths[1]), exact: false };
    const within = offset - passage.from;
    if (within >= 0 && within <= passage.length) return { at: passage.to + within, exact: true };
    const after = this.passages[n + 1];
    const end = passage.to + passage.length;
    // Not beyond the next passage, where that follows here as well.
    const most = after && after.to >= end ? after.to : this.lengths[1];
    return { at: Math.min(most, end + within - passage.length), exact: false };
  }

  /** The stretch of the other text in which what stands between passages there must lie; all of it where none is known. */
  gapAround(offset: number): { readonly start: number; readonly end: number } {
    const n = this.indexAt(offset);
    const passage = this.passages[n];
    const after = this.passages[n + 1];
    const start = passage ? passage.to + passage.length : 0;
    const end = after ? after.to : this.lengths[1];
    return start <= end ? { start, end } : { start, end: start };
  }

  /** The last passage that starts at or before `offset`; -1 before the first. */
  private indexAt(offset: number): number {
    let low = -1;
    let high = this.passages.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.passages[middle]?.from ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
