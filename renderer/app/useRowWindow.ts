import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RowPlaces } from './rowPlaces';

/** Rows kept in the page beyond either edge of what is in sight. */
const OVERSCAN = 6;
/** CSS pixels a list is taken to have until the browser says: about what a window shows. */
const FIRST_HEIGHT = 800;

/** Rows `from` to `to`, both included, are to be in the page; none where `to` is less. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/**
 * Which rows of a list have to be in the page, kept up with its scrolling and its size; and a way to bring a row in sight
 * that scrolls no further than needed. O(rows in sight).
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  places: RowPlaces,
  count: number,
): RowWindow & { readonly reveal: (row: number) => void } {
  const [seen, setSeen] = useState({ top: 0, height: FIRST_HEIGHT });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const { scrollTop: top, clientHeight: height } = element;
      setSeen(last => (last.top === top && last.height === height ? last : { top, height }));
    };
    // Painted with the scroll, not after it: rows would be missing for a frame.
    const lookNow = () => flushSync(look);
    // It also tells of the size at first, when the window is laid out for painting: to ask for it here would have all laid out
    // within the task that opens the list.
    const watch = new ResizeObserver(lookNow);
    element.addEventListener('scroll', lookNow, { passive: true });
    watch.observe(element);
    return () => {
      element.removeEventListener('scroll', lookNow);
      watch.disconnect();
    };
  }, [scroller]);

  // The same function all along: rows that come elsewhere are no reason to go back to the active one.
  const latest = useRef(places);
  latest.current = places;
  const reveal = useCallback(
    (row: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = latest.current.top(row);
      const bottom = top + latest.current.height(row);
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop + element.clientHeight) {
        element.scrollTop = bottom - element.clientHeight;
      }
    },
    [scroller],
  );

  // A list that has become shorter is scrolled up by the browser only when it is laid out.
  const top = Math.max(0, Math.min(seen.top, places.total - seen.height));
  if (count === 0) return { from: 0, to: -1, reveal };
  return {
    from: Math.max(0, places.at(top) - OVERSCAN),
    to: Math.min(count - 1, places.at(top + seen.height) + OVERSCAN),
    reveal,
  };
}
