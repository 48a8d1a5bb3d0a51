import type { Block } from '../../shared/document/block';
import type { Patch } from '../../shared/document/change';
import type { KanwuDocument } from '../../shared/document/document';
import { BlockHeights } from './blockHeights';
import type { MountedBlocks } from './mountedBlocks';

/** How much of the text is mounted beyond the viewport, in viewport heights: wanted, and least before moving on. */
const OVERSCAN = 1.5;
const LEAST_OVERSCAN = 0.5;
/** Blocks mounted at most while a selection is dragged, when the window only grows. */
const MOST_WHILE_DRAGGING = 3000;
const MOST = 400;

export interface WindowRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Decides which blocks are mounted and keeps the scroller's geometry: spacers stand for the blocks above and below,
 * with measured heights where they were seen and estimated ones elsewhere.
 */
export class BlockWindow {
  private heights: BlockHeights;
  private charsPerLine = 40;
  private lineHeight = 34;
  private readonly scroller: HTMLElement;
  private readonly above: HTMLElement;
  private readonly root: HTMLElement;
  private readonly below: HTMLElement;
  private readonly mounted: MountedBlocks;

  constructor(
    scroller: HTMLElement,
    parts: { readonly above: HTMLElement; readonly root: HTMLElement; readonly below: HTMLElement },
    mounted: MountedBlocks,
    document: KanwuDocument,
  ) {
    this.scroller = scroller;
    this.above = parts.above;
    this.root = parts.root;
    this.below = parts.below;
    this.mounted = mounted;
    this.readMetrics();
    this.heights = this.estimateAll(document);
  }

  /** Takes line height and measure from the style in force; all heights are estimated again. */
  restyle(document: KanwuDocument): void {
    this.readMetrics();
    this.heights = this.estimateAll(document);
    this.measure();
  }

  private readMetrics(): void {
    const style = getComputedStyle(this.root);
    const fontSize = Number.parseFloat(style.fontSize) || 18;
    this.lineHeight = Number.parseFloat(style.lineHeight) || fontSize * 1.9;
    const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
    this.charsPerLine = Math.max(8, Math.floor((this.root.clientWidth - (padding || 0)) / fontSize));
  }

  private estimateAll(document: KanwuDocument): BlockHeights {
    const heights = new Float64Array(document.blocks.length);
    document.blocks.forEach((block, index) => {
      heights[index] = this.estimate(block);
    });
    return new BlockHeights(heights);
  }

  private estimate(block: Block): number {
    const lines = Math.max(1, Math.ceil(block.body.text.length / this.charsPerLine));
    return (lines + (block.level > 0 ? 1.2 : 0.5)) * this.lineHeight;
  }

  /** The document's blocks changed; to be called before the window is shown anew. */
  splice(patches: readonly Patch[]): void {
    let shift = 0;
    for (const { at, before, after } of patches) {
      // As many as before keep the heights they have until they are measured.
      if (before.length === after.length) continue;
      const inserted = after.map(block => this.estimate(block));
      this.heights.splice(at + shift, before.length, inserted);
      shift += after.length - before.length;
    }
  }

  /** The blocks to mount for what is on screen now; null while enough is mounted. */
  wanted(dragging: boolean): WindowRange | null {
    const { from, to } = this.mounted;
    const height = this.scroller.clientHeight;
    const top = this.scroller.scrollTop;
    const above = top - this.root.offsetTop;
    const below = this.root.offsetTop + this.root.offsetHeight - (top + height);
    const enoughAbove = above >= LEAST_OVERSCAN * height || from === 0;
    const enoughBelow = below >= LEAST_OVERSCAN * height || to === this.heights.count;
    if (enoughAbove && enoughBelow) return null;
    this.measure();
    const range = this.around(top - this.above.offsetTop);
    if (!dragging || to - from > MOST_WHILE_DRAGGING) return range;
    return { from: Math.min(from, range.from), to: Math.max(to, range.to) };
  }

  /** The blocks to mount so that `y` (pixels from the top of the text) can be at the top of the viewport. */
  around(y: number): WindowRange {
    const height = this.scroller.clientHeight || 800;
    const from = this.heights.at(Math.max(0, y - OVERSCAN * height));
    const to = this.heights.at(y + (1 + OVERSCAN) * height) + 1;
    return { from, to: Math.min(to, from + MOST) };
  }

  aroundBlock(index: number): WindowRange {
    return this.around(this.heights.before(index) - this.scroller.clientHeight / 2);
  }

  topOf(index: number): number {
    return this.above.offsetTop + this.heights.before(index);
  }

  /** Takes the heights of what is mounted. */
  measure(): void {
    const { from } = this.mounted;
    const { children } = this.root;
    for (let n = 0; n < children.length; n++) {
      const child = children[n];
      if (child instanceof HTMLElement) this.heights.set(from + n, child.offsetHeight);
    }
  }

  /** Gives the spacers the heights of what is not mounted. */
  layOut(): void {
    const { from, to } = this.mounted;
    const top = this.heights.before(from);
    setHeight(this.above, top);
    setHeight(this.below, this.heights.total - this.heights.before(to));
  }

  /** Runs `change`, which mounts other blocks, and keeps a block that stays mounted where it was on screen. */
  keepingPlace(change: () => void): void {
    const edge = this.scroller.getBoundingClientRect().top;
    const children = [...this.root.children];
    const kept = children.find(child => child.getBoundingClientRect().bottom > edge + 1);
    const before = kept?.getBoundingClientRect().top;
    change();
    this.layOut();
    if (kept?.isConnected && before !== undefined) {
      const moved = kept.getBoundingClientRect().top - before;
      if (Math.abs(moved) > 0.5) this.scroller.scrollTop += moved;
    }
  }

  /** Index of the first block on screen. */
  firstVisible(): number {
    return this.heights.at(Math.max(0, this.scroller.scrollTop - this.above.offsetTop));
  }
}

function setHeight(element: HTMLElement, height: number): void {
  element.style.height = `${Math.max(0, Math.round(height))}px`;
}

/** The mounted range after patches: what was mounted stays so, what came in its place is. */
export function shiftRange(range: WindowRange, patches: readonly Patch[], count: number): WindowRange {
  let { from, to } = range;
  let shift = 0;
  for (const { at, before, after } of patches) {
    const start = at + shift;
    const end = start + before.length;
    const delta = after.length - before.length;
    if (end <= from) {
      from += delta;
      to += delta;
    } else if (start < to) {
      from = Math.min(from, start);
      to = Math.max(to, end) + delta;
    }
    shift += delta;
  }
  from = Math.max(0, Math.min(from, count - 1));
  to = Math.max(from + 1, Math.min(to, count, from + MOST));
  return { from, to };
}
