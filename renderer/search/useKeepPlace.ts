import { type RefObject, useLayoutEffect } from 'react';

/**
 * Keeps the text where it is on the screen while the bar above it comes, grows, shrinks and goes: the scroller is
 * scrolled by as much as its top edge moves. Both happen before the next paint.
 */
export function useKeepPlace(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = bar.current;
    const scroller = element?.parentElement?.querySelector<HTMLElement>('.text-scroller');
    if (!element || !scroller) return;
    let height = 0;
    const follow = (next: number) => {
      // A text that does not fill the window has to be able to scroll that far as well.
      scroller.style.setProperty('--find-bar', `${next}px`);
      scroller.scrollTop += next - height;
      height = next;
    };
    follow(element.offsetHeight);
    const observer = new ResizeObserver(() => follow(element.offsetHeight));
    observer.observe(element);
    return () => {
      observer.disconnect();
      follow(0);
    };
  }, [bar]);
}
