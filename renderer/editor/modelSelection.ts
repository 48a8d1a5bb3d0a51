import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type PointType,
} from 'lexical';
import { compareSpots, type Spot } from '../../shared/document/document';
import { type Selection, sameSpot } from '../../shared/document/history';
import type { MountedBlocks } from './mountedBlocks';

/** Where a Lexical point lies in the model; null when it lies in nothing of the document. */
function $spotOf(point: PointType, mounted: MountedBlocks): Spot | null {
  const node = point.getNode();
  if ($isRootNode(node)) return rootSpot(point.offset, mounted);
  const block = $isTextNode(node) ? node.getParent() : node;
  if (!$isElementNode(block)) return null;
  const index = mounted.indexOfKey(block.getKey());
  if (index < 0) return null;
  let offset = $isTextNode(node) ? point.offset : 0;
  const children = block.getChildren();
  const before = $isTextNode(node) ? children.findIndex(child => child.is(node)) : point.offset;
  for (const child of children.slice(0, before)) offset += child.getTextContentSize();
  return { index, offset };
}

function rootSpot(childIndex: number, mounted: MountedBlocks): Spot | null {
  const index = mounted.from + childIndex;
  if (index < mounted.to) return { index, offset: 0 };
  if (mounted.to === mounted.from) return null;
  return { index: mounted.to - 1, offset: mounted.mountedBlock(mounted.to - 1).body.text.length };
}

/** Lexical's selection as model positions, null where it has none in the text. */
export function $readSelection(mounted: MountedBlocks): Selection | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const anchor = $spotOf(selection.anchor, mounted);
  const focus = $spotOf(selection.focus, mounted);
  return anchor && focus ? { anchor, focus } : null;
}

/** What of a selection the mounted blocks can show; null where nothing. */
export function clip(selection: Selection, mounted: MountedBlocks): Selection | null {
  const { from, to } = mounted;
  if (from === to) return null;
  const low = compareSpots(selection.anchor, selection.focus) <= 0 ? selection.anchor : selection.focus;
  const high = low === selection.anchor ? selection.focus : selection.anchor;
  if (high.index < from || low.index >= to) return null;
  const start: Spot = low.index < from ? { index: from, offset: 0 } : low;
  const lastLength = mounted.mountedBlock(to - 1).body.text.length;
  const end: Spot = high.index >= to ? { index: to - 1, offset: lastLength } : high;
  return low === selection.anchor ? { anchor: start, focus: end } : { anchor: end, focus: start };
}

/** Makes Lexical's selection this one, whose ends must be mounted; none for null. */
export function $showSelection(selection: Selection | null, mounted: MountedBlocks): void {
  if (selection === null) {
    $setSelection(null);
    return;
  }
  const range = $createRangeSelection();
  if (
    $setPoint(range.anchor, selection.anchor, mounted) &&
    $setPoint(range.focus, selection.focus, mounted)
  ) {
    $setSelection(range);
  } else $setSelection(null);
}

function $setPoint(point: PointType, spot: Spot, mounted: MountedBlocks): boolean {
  const key = mounted.keyOf(spot.index);
  const block = key === undefined ? null : $getNodeByKey(key);
  if (!$isElementNode(block)) return false;
  const [text, offset] = $textAt(block, spot.offset);
  if (text === null) point.set(block.getKey(), 0, 'element');
  else point.set(text, offset, 'text');
  return true;
}

/** The text node that holds an offset of a block; at the edge of two the earlier, as a browser's caret does. */
function $textAt(block: ElementNode, offset: number): readonly [string | null, number] {
  let rest = Math.max(0, offset);
  let last: readonly [string | null, number] = [null, 0];
  for (const child of block.getChildren()) {
    if (!$isTextNode(child)) continue;
    const size = child.getTextContentSize();
    if (rest <= size) return [child.getKey(), rest];
    rest -= size;
    last = [child.getKey(), size];
  }
  return last;
}

/** The ends of a selection in text order. */
export function ordered(selection: Selection): readonly [Spot, Spot] {
  const { anchor, focus } = selection;
  return compareSpots(anchor, focus) <= 0 ? [anchor, focus] : [focus, anchor];
}

export function isCaret(selection: Selection): boolean {
  return sameSpot(selection.anchor, selection.focus);
}

export function caretAt(spot: Spot): Selection {
  return { anchor: spot, focus: spot };
}
