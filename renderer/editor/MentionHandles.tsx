import { type PointerEvent, useLayoutEffect, useRef } from 'react';
import type { Mention } from '../../shared/document/mention';
import { heldIn } from '../session/heldEdge';
import type { EditingSession } from '../session/session';
import { useSessionValue } from '../session/useSession';
import { spotOfDom } from './domPlaces';
import { highlight } from './highlight';
import { ordered } from './modelSelection';
import type { TextController } from './textController';
import { useWindow } from './useWindow';

export interface ExtentActions {
  /** Gives a mention another extent (UTF-16 offsets in its block's text). */
  readonly extent: (index: number, id: string, start: number, end: number) => void;
}

type Edge = 'start' | 'end';

/**
 * Two grips at the edges of the mention the caret is in, to drag its extent with the mouse. From the keyboard the same is
 * done by commands, so the grips are hidden from assistive technology.
 */
export function MentionHandles({ view, actions }: { view: TextController; actions: ExtentActions }) {
  useWindow(view);
  const { selection, document } = useSessionValue(state => state);
  if (!selection || !view.selectedByHand) return null;
  const [from, to] = ordered(selection);
  const block = from.index === to.index ? document.blocks[from.index] : undefined;
  const mention = block && mentionInFocus(view.session, block.mentions, from.offset, to.offset);
  if (!block || !mention) return null;
  return (
    <>
      <Grip view={view} index={from.index} mention={mention} edge="start" actions={actions} />
      <Grip view={view} index={from.index} mention={mention} edge="end" actions={actions} />
    </>
  );
}

/** The mention an editor means: the one held, the one selected exactly, or the innermost the caret is inside of. */
export function mentionInFocus(
  session: EditingSession,
  mentions: readonly Mention[],
  start: number,
  end: number,
): Mention | undefined {
  const held = heldIn(session);
  const own = held && mentions.find(({ id }) => id === held.id);
  if (own) return own;
  if (start !== end) return mentions.find(m => m.start === start && m.end === end);
  return mentions
    .filter(m => m.start < start && start < m.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

function Grip(props: {
  view: TextController;
  index: number;
  mention: Mention;
  edge: Edge;
  actions: ExtentActions;
}) {
  const { view, index, mention, edge, actions } = props;
  const grip = useRef<HTMLDivElement>(null);
  const dragged = useRef<{ readonly start: number; readonly end: number } | null>(null);

  useLayoutEffect(() => {
    const element = grip.current;
    const content = element?.offsetParent;
    // The end of the words before has a box of no width, which lies before their own mention's label.
    const rects = view.boxesOf(selectionOf(index, mention)).filter(({ width }) => width > 0);
    const rect = rects.at(edge === 'start' ? 0 : -1);
    if (!element || !content || !rect) return;
    const box = content.getBoundingClientRect();
    element.style.top = `${rect.top - box.top}px`;
    element.style.height = `${rect.height}px`;
    element.style.left = `${(edge === 'start' ? rect.left : rect.right) - box.left}px`;
  });

  /** The extent with this edge at the pointer; null where the pointer is over other text. */
  const extentAt = (event: PointerEvent) => {
    const element = grip.current;
    // The grip's own knob lies under the pointer.
    element?.classList.add('dragged');
    const position = document.caretPositionFromPoint(event.clientX, event.clientY);
    element?.classList.remove('dragged');
    const spot = position && spotOfDom(position.offsetNode, position.offset, view.mounted);
    if (!spot || spot.index !== index) return null;
    const start = edge === 'start' ? spot.offset : mention.start;
    const end = edge === 'end' ? spot.offset : mention.end;
    return start < end ? { start, end } : null;
  };

  const show = (extent: { readonly start: number; readonly end: number } | null) => {
    const range = extent && view.staticRangeOf(selectionOf(index, extent));
    highlight('extent', range ? [range] : []);
  };

  return (
    <div
      ref={grip}
      className={`mention-grip ${edge}`}
      aria-hidden="true"
      onPointerDown={event => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={event => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        dragged.current = extentAt(event) ?? dragged.current;
        show(dragged.current);
      }}
      onPointerUp={() => {
        const extent = dragged.current;
        dragged.current = null;
        show(null);
        if (extent) actions.extent(index, mention.id, extent.start, extent.end);
      }}
      onPointerCancel={() => {
        dragged.current = null;
        show(null);
      }}
    />
  );
}

function selectionOf(index: number, { start, end }: { readonly start: number; readonly end: number }) {
  return { anchor: { index, offset: start }, focus: { index, offset: end } };
}
