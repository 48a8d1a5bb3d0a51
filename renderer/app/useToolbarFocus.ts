import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';

/**
 * Roving tabindex for a row of controls: the row is one stop for Tab, and the arrow keys, Home and End move within
 * it. Every control of the row is rendered with tabIndex -1.
 */
export function useToolbarFocus() {
  const ref = useRef<HTMLDivElement>(null);
  const stop = useRef<HTMLElement | null>(null);
  const controls = () => [...(ref.current?.querySelectorAll<HTMLElement>('[tabindex]') ?? [])];

  const mark = (target: HTMLElement | undefined) => {
    if (!target) return;
    if (stop.current) stop.current.tabIndex = -1;
    stop.current = target;
    target.tabIndex = 0;
  };

  // After every rendering: the control that was the stop may have gone.
  useEffect(() => {
    const all = controls();
    mark(stop.current && all.includes(stop.current) ? stop.current : all[0]);
  });

  const onFocus = (event: FocusEvent) => {
    if (event.target instanceof HTMLElement && controls().includes(event.target)) mark(event.target);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const all = controls();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  };

  return { ref, onKeyDown, onFocus };
}
