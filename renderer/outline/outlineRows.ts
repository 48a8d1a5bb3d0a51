import { touchesText } from '../../shared/document/change';
import type { KanwuDocument } from '../../shared/document/document';
import type { PlacedFinding } from '../../shared/edits/deciding';
import type { SessionEvent } from '../session/session';

/** A document's marked headings. */
export interface Outline {
  /** Indices of the heading blocks, ascending. */
  readonly headings: readonly number[];
  /** The highest level there is (1 for `#`), which stands at the margin. */
  readonly topLevel: number;
}

/** O(blocks). */
export function outlineOf({ blocks }: KanwuDocument): Outline {
  const headings: number[] = [];
  let topLevel = 6;
  blocks.forEach(({ level }, index) => {
    if (level === 0) return;
    headings.push(index);
    if (level < topLevel) topLevel = level;
  });
  return { headings, topLevel };
}

/** Whether a change may have changed the outline: a heading touched, or blocks moved. */
export function touchesOutline({ changes }: SessionEvent): boolean {
  return changes.some(
    change =>
      touchesText(change) &&
      change.patches.some(
        ({ before, after }) =>
          before.length !== after.length ||
          before.some(({ level }) => level > 0) ||
          after.some(({ level }) => level > 0),
      ),
  );
}

/** Whether something stands before the first heading, so that the outline begins with a row for it. */
export function hasPreface(headings: readonly number[]): boolean {
  return (headings[0] ?? 0) > 0;
}

/** Row of the section a block lies in: the last heading at or before it, -1 before the first. O(log headings). */
export function sectionOf(headings: readonly number[], index: number): number {
  let low = -1;
  let high = headings.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((headings[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Open findings of each section, and of what stands before the first heading. One pass over both. */
export function findingsBySection(
  headings: readonly number[],
  open: readonly PlacedFinding[],
): { readonly before: number; readonly sections: Uint32Array } {
  const sections = new Uint32Array(headings.length);
  let before = 0;
  let section = -1;
  for (const { first } of open) {
    while (section + 1 < headings.length && (headings[section + 1] ?? 0) <= first) section++;
    if (section < 0) before++;
    else sections[section] = (sections[section] ?? 0) + 1;
  }
  return { before, sections };
}
