import type { LexicalEditor } from 'lexical';
import { touchesText } from '../../shared/document/change';
import type { Spot } from '../../shared/document/document';
import { type Selection, sameSelection, sameSpot } from '../../shared/document/history';
import type { Origin } from '../../shared/document/piece';
import { NOT_GROWING, typeText } from '../../shared/edits/typeText';
import { release } from '../session/heldEdge';
import type { EditingSession, SessionEvent } from '../session/session';
import { BlockWindow, shiftRange, type WindowRange } from './blockWindow';
import { boxesOf, flash, spotOfDom, staticRangeOf } from './domPlaces';
import { registerEditing } from './editing';
import type { EditingHost } from './editingHost';
import { createTextEditor } from './lexicalEditor';
import { $readSelection, $showSelection, caretAt, clip } from './modelSelection';
import { MountedBlocks } from './mountedBlocks';
import { registerReadBack } from './readBack';
import type { ShownMarks } from './runs';
import type { TextView } from './textView';

/** Blocks that one change may add to what is mounted before another window is mounted instead. */
const MOST_GROWN = 30;

export interface TextElements {
  readonly scroller: HTMLElement;
  /** Spacer for the blocks above, Lexical's root, spacer for those below: children of the scroller's content. */
  readonly above: HTMLElement;
  readonly root: HTMLElement;
  readonly below: HTMLElement;
}

/**
 * Binds one session to one Lexical editor over a window of its blocks. The model decides: every change is shown from
 * it, and what the browser's input method typed is read back into it (`readBack.ts`).
 */
export class TextController implements TextView, EditingHost {
  readonly editor: LexicalEditor & { dispose(): void };
  readonly mounted: MountedBlocks;
  readonly session: EditingSession;
  private readonly elements: TextElements;
  private readonly window: BlockWindow;
  private readonly cleanups: (() => void)[] = [];
  private readonly windowListeners = new Set<() => void>();
  /** What of the model's selection Lexical was last given; differs from it where an end is not mounted. */
  private shown: Selection | null = null;
  private dragging = false;
  private extendFrom: Selection | null = null;
  /** Whether the mouse was used in the text since the selection went out of sight. */
  private touched = false;
  private width = 0;
  /** Mentions being typed over, and the caret from which they go on growing. */
  private growing: { readonly at: Spot; readonly mentions: ReadonlySet<string> } | null = null;

  constructor(elements: TextElements, session: EditingSession, shown: ShownMarks) {
    this.elements = elements;
    this.session = session;
    this.editor = createTextEditor();
    this.editor.setRootElement(elements.root);
    this.mounted = new MountedBlocks(this.editor, session.document, shown);
    this.window = new BlockWindow(elements.scroller, elements, this.mounted, session.document);
    this.show(this.window.around(0));
    this.window.measure();
    this.window.layOut();
    this.cleanups.push(
      session.onChange(this.onChange),
      registerReadBack(this),
      registerEditing(this),
      listen(elements.scroller, 'scroll', this.follow),
      listen(elements.root, 'pointerdown', this.onPointerDown),
      listen(elements.root, 'mousedown', this.onMouseDown, true),
      listen(elements.root, 'focus', this.onFocus, true),
      listen(window, 'pointerup', this.onPointerUp),
      listen(elements.root, 'keydown', this.onKeyDown, true),
      this.watchSize(),
    );
  }

  dispose(): void {
    for (const cleanup of this.cleanups) cleanup();
    this.editor.setRootElement(null);
    this.editor.dispose();
  }

  /** Called whenever other blocks are mounted or mounted ones changed: overlays place themselves anew. */
  onWindowChange = (listener: () => void): (() => void) => {
    this.windowListeners.add(listener);
    return () => this.windowListeners.delete(listener);
  };

  setShown(shown: ShownMarks): void {
    this.mounted.setShown(shown);
    this.show(this.mounted);
  }

  /** Font or measure changed. */
  restyle(): void {
    this.window.restyle(this.session.document);
    this.window.keepingPlace(() => {});
    this.follow();
  }

  // --- TextView

  /** Gives the text the focus where the reader is; the caret keeps its place, in sight or not. */
  focus(): void {
    this.elements.root.focus({ preventScroll: true });
    this.select(this.session.getState().selection ?? caretAt({ index: this.firstVisible(), offset: 0 }));
  }

  /** Whether the selection was made by the editor's own mouse or keys, not by going to a place from elsewhere. */
  selectedByHand = false;

  reveal(selection: Selection, options: { readonly flash?: boolean; readonly focus?: boolean } = {}): void {
    if (options.focus) this.elements.root.focus({ preventScroll: true });
    const { index } = selection.focus;
    if (index < this.mounted.from || index >= this.mounted.to) {
      this.window.measure();
      this.mountAround(index);
    }
    this.selectedByHand = false;
    this.select(selection);
    this.scrollTo(selection);
    this.follow();
    if (options.flash) flash(this.staticRangeOf(selection));
  }

  select(selection: Selection): void {
    this.session.select(selection);
    this.show(this.mounted);
  }

  isComposing(): boolean {
    return this.editor.isComposing();
  }

  firstVisible(): number {
    return this.window.firstVisible();
  }

  selectAll(): void {
    const { blocks } = this.session.document;
    const last = blocks.length - 1;
    const end = { index: last, offset: blocks[last]?.body.text.length ?? 0 };
    this.select({ anchor: { index: 0, offset: 0 }, focus: end });
  }

  // --- selection

  $currentSelection(): Selection | null {
    const lexical = $readSelection(this.mounted);
    const model = this.session.getState().selection;
    if (lexical === null || sameSelection(lexical, this.shown)) return model ?? lexical;
    return this.extended(lexical, model);
  }

  $takeSelection(): void {
    const lexical = $readSelection(this.mounted);
    if (lexical === null || sameSelection(lexical, this.shown)) return;
    // With its place unmounted the browser puts the selection somewhere: that is nobody's wish.
    if (this.shown === null && this.session.getState().selection && !this.touched) return;
    const next = this.extended(lexical, this.session.getState().selection);
    this.shown = lexical;
    this.selectedByHand = true;
    this.session.select(next);
  }

  /** With an end out of sight, moving the other end keeps it: the model remembers where it was. */
  private extended(lexical: Selection, model: Selection | null): Selection {
    if (this.extendFrom) return { anchor: this.extendFrom.anchor, focus: lexical.focus };
    if (!model || !this.shown || sameSelection(this.shown, model)) return lexical;
    if (sameSpot(lexical.anchor, lexical.focus)) return lexical;
    return sameSpot(lexical.anchor, this.shown.anchor)
      ? { anchor: model.anchor, focus: lexical.focus }
      : lexical;
  }

  // --- typing

  type(label: string, from: Spot, to: Spot, text: string, origin: Origin, coalesce: boolean): void {
    const context = this.session.context();
    const growing = this.growing && sameSpot(this.growing.at, from) ? this.growing.mentions : NOT_GROWING;
    const typed = typeText(this.session.document, from, to, text, origin, context, growing);
    this.session.edit(label, typed.change, { selection: caretAt(typed.caret), coalesce, from: 'typing' });
    this.growing = { at: typed.caret, mentions: typed.growing };
  }

  // --- showing

  private show(range: WindowRange): void {
    const { selection } = this.session.getState();
    const focused = this.elements.root.contains(document.activeElement);
    if (!focused && !sameSelection(this.shown, selection)) this.dropBrowserSelection();
    this.mounted.show(
      this.session.document,
      range.from,
      range.to,
      () => {
        this.shown = selection && clip(selection, this.mountedAs(range));
        this.touched = false;
        $showSelection(this.shown, this.mountedAs(range));
      },
      focused,
    );
    for (const listener of this.windowListeners) listener();
  }

  /** Without the focus the browser is not told of a selection, which would take the focus: the earlier one must not stay. */
  private dropBrowserSelection(): void {
    const browser = getSelection();
    if (this.elements.root.contains(browser?.anchorNode ?? null)) browser?.removeAllRanges();
  }

  /** `mounted` already answers for the new range while the update that mounts it runs. */
  private mountedAs(range: WindowRange): MountedBlocks {
    this.mounted.from = range.from;
    this.mounted.to = range.to;
    return this.mounted;
  }

  private readonly onChange = (event: SessionEvent) => {
    let range: WindowRange = { from: this.mounted.from, to: this.mounted.to };
    // Where only mentions change, every block stays where it is.
    const moving = event.changes.filter(touchesText);
    for (const { patches } of moving) {
      this.window.splice(patches);
      range = shiftRange(range, patches, event.after.blocks.length);
    }
    const structural = moving.some(c => c.patches.some(p => p.before.length !== p.after.length));
    const focus = event.selection?.focus;
    const grown = range.to - range.from - (this.mounted.to - this.mounted.from);
    if (grown > MOST_GROWN) {
      // Far more came in than can be seen: only what is to be looked at is mounted.
      this.mountAround(focus?.index ?? range.from);
    } else if (structural) this.window.keepingPlace(() => this.show(range));
    else this.show(range);
    if (structural) this.follow();
    if (event.selection) this.keepInSight(event.selection);
  };

  /** Mounts other blocks when the viewport comes near the end of what is mounted. Never while composing. */
  private readonly follow = () => {
    if (this.editor.isComposing()) return;
    for (let rounds = 0; rounds < 3; rounds++) {
      const range = this.window.wanted(this.dragging);
      if (!range || (range.from === this.mounted.from && range.to === this.mounted.to)) return;
      this.window.keepingPlace(() => {
        this.show(range);
        this.window.measure();
      });
    }
  };

  private mountAround(index: number): void {
    this.show(this.window.aroundBlock(index));
    this.window.measure();
    this.window.layOut();
    this.elements.scroller.scrollTop = this.window.topOf(index) - this.elements.scroller.clientHeight / 3;
  }

  /** Scrolls as little as needed for the caret (or the selection's moving end) to be seen. */
  private keepInSight(selection: Selection): void {
    const { index } = selection.focus;
    if (index < this.mounted.from || index >= this.mounted.to) {
      this.window.measure();
      this.mountAround(index);
      this.show(this.mounted);
    }
    this.scrollTo(selection);
  }

  private scrollTo(selection: Selection): void {
    const { scroller } = this.elements;
    const [rect] = this.boxesOf(caretAt(selection.focus));
    const box = scroller.getBoundingClientRect();
    const element = this.mounted.elementOf(selection.focus.index)?.getBoundingClientRect();
    const at = rect && rect.height > 0 ? rect : element;
    if (!at) return;
    const margin = Math.min(96, box.height / 5);
    if (at.top < box.top + margin || at.bottom > box.bottom - margin) {
      scroller.scrollTop += at.top - box.top - box.height * 0.38;
    }
  }

  /** The scroller on screen, for what floats over the text. */
  scrollerBox(): DOMRect {
    return this.elements.scroller.getBoundingClientRect();
  }

  /** What of a selection is mounted, for a highlight; null where nothing is. */
  staticRangeOf(selection: Selection): StaticRange | null {
    return staticRangeOf(selection, this.mounted);
  }

  /** Where on screen what of a selection is mounted lies, line by line; empty where nothing is. */
  boxesOf(selection: Selection): readonly DOMRect[] {
    return boxesOf(selection, this.mounted);
  }

  // --- pointer and keys

  private readonly onPointerDown = (event: PointerEvent) => {
    this.dragging = event.button === 0;
    release(this.session);
    this.touched = true;
    this.selectedByHand = true;
    const { selection } = this.session.getState();
    this.extendFrom = event.shiftKey && selection ? selection : null;
  };

  /** Extending to a click from an anchor that is not mounted: the browser does not know that anchor any more. */
  private readonly onMouseDown = (event: MouseEvent) => {
    if (!this.extendFrom || event.button !== 0 || clip(caretAt(this.extendFrom.anchor), this.mounted)) return;
    const position = document.caretPositionFromPoint(event.clientX, event.clientY);
    const focus = position && spotOfDom(position.offsetNode, position.offset, this.mounted);
    if (!focus) return;
    event.preventDefault();
    this.select({ anchor: this.extendFrom.anchor, focus });
  };

  /** Focus that comes back by itself (a dialog closed, F6) finds the selection as it was left. */
  private readonly onFocus = () => {
    if (!this.dragging && this.session.getState().selection) this.show(this.mounted);
  };

  private readonly onPointerUp = () => {
    if (!this.dragging) return;
    this.dragging = false;
    for (const listener of this.windowListeners) listener();
    if (this.extendFrom) {
      this.editor.read(() => this.$takeSelection());
      this.extendFrom = null;
      this.show(this.mounted);
    }
    this.follow();
  };

  /** The caret may be scrolled out of what is mounted; the text comes back to it when a key is pressed. */
  private readonly onKeyDown = (event: KeyboardEvent) => {
    // Browsers tell of a click's new selection in a task of its own, which a quick key can overtake.
    if (!event.isComposing) document.dispatchEvent(new Event('selectionchange'));
    const { selection } = this.session.getState();
    if (!selection || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (['Shift', 'Escape', 'PageUp', 'PageDown'].includes(event.key) || /^F\d+$/.test(event.key)) return;
    if (clip(caretAt(selection.focus), this.mounted) === null) this.reveal(selection);
  };

  private watchSize(): () => void {
    this.width = this.elements.root.clientWidth;
    const observer = new ResizeObserver(() => {
      const { clientWidth } = this.elements.root;
      if (clientWidth !== this.width) {
        this.width = clientWidth;
        this.restyle();
      } else this.follow();
    });
    observer.observe(this.elements.scroller);
    return () => observer.disconnect();
  }
}

function listen<E extends Event>(
  target: EventTarget,
  type: string,
  listener: (event: E) => void,
  capture = false,
): () => void {
  const handler = listener as (event: Event) => void;
  target.addEventListener(type, handler, { capture, passive: type === 'scroll' });
  return () => target.removeEventListener(type, handler, { capture });
}
