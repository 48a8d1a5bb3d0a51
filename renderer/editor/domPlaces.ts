import type { Spot } from '../../shared/document/document';
import type { Selection } from '../../shared/document/history';
import { clip, ordered } from './modelSelection';
import type { MountedBlocks } from './mountedBlocks';

/** Milliseconds a place that was gone to stands out. */
const FLASH = 900;

/**
 * The one live range all measuring is done with. The browser puts every live range right at every change of the DOM, until it
 * is collected: a few thousand that were made for a glance cost 15 ms of each key.
 */
const measuring = document.createRange();

/** Ends of what of a selection is mounted, in text order; null where nothing is. */
function endsOf(selection: Selection, mounted: MountedBlocks): { start: Point; end: Point } | null {
  const clipped = clip(selection, mounted);
  if (!clipped) return null;
  const [first, last] = ordered(clipped);
  const start = domPoint(first, mounted);
  const end = domPoint(last, mounted);
  return start && end && { start, end };
}

/** What of a selection is mounted, for a highlight; null where nothing is. It is not kept up to date: the highlight is made anew. */
export function staticRangeOf(selection: Selection, mounted: MountedBlocks): StaticRange | null {
  const ends = endsOf(selection, mounted);
  if (!ends) return null;
  const [startContainer, startOffset] = ends.start;
  const [endContainer, endOffset] = ends.end;
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

/** Where on screen what of a selection is mounted lies: a box for each line, of a caret one of no width; empty where nothing is. */
export function boxesOf(selection: Selection, mounted: MountedBlocks): readonly DOMRect[] {
  const ends = endsOf(selection, mounted);
  if (!ends) return [];
  measuring.setStart(...ends.start);
  measuring.setEnd(...ends.end);
  const boxes = [...measuring.getClientRects()];
  const result = boxes.length > 0 ? boxes : [measuring.getBoundingClientRect()];
  release();
  return result;
}

function release(): void {
  measuring.setStart(document, 0);
  measuring.collapse(true);
}

type Point = [Node, number];

function domPoint(spot: Spot, mounted: MountedBlocks): Point | null {
  const element = mounted.elementOf(spot.index);
  if (!element) return null;
  let rest = spot.offset;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last: Point = [element, 0];
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
    measuring.setStart(element, 0);
    measuring.setEnd(node, offset);
    const { length } = measuring.toString();
    release();
    return { index, offset: length };
  }
  return null;
}

/** Draws the eye to a range for a moment. */
export function flash(range: StaticRange | null): void {
  if (!range) return;
  CSS.highlights.set('flash', new Highlight(range));
  setTimeout(() => CSS.highlights.delete('flash'), FLASH);
}
