import type { Spot } from '../../shared/document/document';
import { type Selection, sameSpot } from '../../shared/document/history';
import { clip } from './modelSelection';
import type { MountedBlocks } from './mountedBlocks';

/** Milliseconds a place that was gone to stands out. */
const FLASH = 900;

/** The DOM range of what of a selection is mounted, in text order; null where nothing is. */
export function rangeOf(selection: Selection, mounted: MountedBlocks): Range | null {
  const clipped = clip(selection, mounted);
  const start = clipped && domPoint(clipped.anchor, mounted);
  const end = clipped && domPoint(clipped.focus, mounted);
  if (!clipped || !start || !end) return null;
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(...end);
  // A range whose end lies before its start collapses: the selection was made backwards.
  if (range.collapsed && !sameSpot(clipped.anchor, clipped.focus)) {
    range.setStart(...end);
    range.setEnd(...start);
  }
  return range;
}

function domPoint(spot: Spot, mounted: MountedBlocks): [Node, number] | null {
  const element = mounted.elementOf(spot.index);
  if (!element) return null;
  let rest = spot.offset;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last: [Node, number] = [element, 0];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (rest <= length) return [node, rest];
    rest -= length;
    last = [node, length];
  }
  return last;
}

/** The place in the model that a DOM position stands for, null outside the mounted blocks. */
export function spotOfDom(node: Node, offset: number, mounted: MountedBlocks): Spot | null {
  for (let index = mounted.from; index < mounted.to; index++) {
    const element = mounted.elementOf(index);
    if (!element?.contains(node)) continue;
    const before = document.createRange();
    before.setStart(element, 0);
    before.setEnd(node, offset);
    return { index, offset: before.toString().length };
  }
  return null;
}

/** Draws the eye to a range for a moment. */
export function flash(range: Range | null): void {
  if (!range) return;
  CSS.highlights.set('flash', new Highlight(range));
  setTimeout(() => CSS.highlights.delete('flash'), FLASH);
}
