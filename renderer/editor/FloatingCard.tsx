import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Selection } from '../../shared/document/history';
import type { TextController } from './textController';
import { useWindow } from './useWindow';

/** Pixels between the card and the line it speaks of. */
const DISTANCE = 8;

/** A small card above or below a selection of the text (on the other side near the edge); it scrolls with it. */
export function FloatingCard(props: {
  view: TextController;
  selection: Selection;
  label: string;
  className: string;
  side: 'above' | 'below';
  children: ReactNode;
}) {
  const { view, selection, label, className, side, children } = props;
  useWindow(view);
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    const content = element?.offsetParent;
    const boxes = view.boxesOf(selection);
    const [rect] = boxes;
    const last = boxes.at(-1);
    if (!element || !content || !rect || !last) {
      if (element) element.hidden = true;
      return;
    }
    element.hidden = false;
    const box = content.getBoundingClientRect();
    const scroller = view.scrollerBox();
    const above = rect.top - element.offsetHeight - DISTANCE;
    const below = last.bottom + DISTANCE;
    const roomBelow = below + element.offsetHeight < scroller.bottom;
    const top =
      (side === 'above' && above > scroller.top) || (side === 'below' && !roomBelow) ? above : below;
    const left = Math.min(rect.left, box.right - element.offsetWidth - DISTANCE);
    element.style.top = `${top - box.top}px`;
    element.style.left = `${Math.max(DISTANCE, left - box.left)}px`;
  });
  return (
    <div ref={card} className={`floating-card ${className}`} role="toolbar" aria-label={label}>
      {children}
    </div>
  );
}
