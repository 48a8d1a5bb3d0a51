import { useEffect, useState } from 'react';
import type { TextView } from '../editor/textView';
import type { EditingSession } from '../session/session';
import { type Outline, outlineOf, touchesOutline } from './outlineRows';

/** The outline of the document, made anew at most once a frame and only after a change that may concern it. */
export function useOutline(session: EditingSession): Outline {
  const [outline, setOutline] = useState(() => outlineOf(session.document));
  useEffect(() => {
    let frame = 0;
    const take = () => {
      frame = 0;
      setOutline(outlineOf(session.document));
    };
    const stop = session.onChange(event => {
      if (frame === 0 && touchesOutline(event)) frame = requestAnimationFrame(take);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [session]);
  return outline;
}

/** Milliseconds after the caret moved in which scrolling is taken to be its consequence. */
const FOLLOWS_CARET = 400;

/** Index of the block the editor is at: where the caret went, or what was scrolled to since. */
export function usePlace(session: EditingSession, view: () => TextView | null): number {
  const [place, setPlace] = useState(session.getState().selection?.focus.index ?? 0);
  useEffect(() => {
    let frame = 0;
    let caretMoved = 0;
    let caret = session.getState().selection?.focus.index;
    const stop = session.subscribe(() => {
      const index = session.getState().selection?.focus.index;
      if (index === undefined || index === caret) return;
      caret = index;
      caretMoved = performance.now();
      setPlace(index);
    });
    const look = () => {
      frame = 0;
      if (performance.now() - caretMoved > FOLLOWS_CARET) setPlace(view()?.firstVisible() ?? 0);
    };
    const onScroll = ({ target }: Event) => {
      const inText = target instanceof Element && target.closest('[data-pane="text"]');
      if (inText && frame === 0) frame = requestAnimationFrame(look);
    };
    // Scroll events do not bubble.
    window.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      stop();
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', onScroll, { capture: true });
    };
  }, [session, view]);
  return place;
}
