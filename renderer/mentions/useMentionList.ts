import { useEffect, useMemo, useState } from 'react';
import type { OpenDocument } from '../app/workspaceState';
import {
  type MentionFilter,
  type MentionList,
  type MentionOrder,
  mentionsInOrder,
  mentionsSorted,
  visibleMentions,
} from './mentionList';

/** Milliseconds without a change before a sorted list is made anew; in the order of the text it is once a frame. */
const QUIET = 250;

/** The list of a document's mentions as filtered and ordered, made anew when mentions changed and not before. */
export function useMentionList(
  { session, mentionCounts }: OpenDocument,
  filter: MentionFilter,
  order: MentionOrder,
): MentionList {
  const [version, setVersion] = useState(mentionCounts.version);

  useEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = () => {
      frame = 0;
      setVersion(mentionCounts.version);
    };
    const stop = mentionCounts.subscribe(() => {
      if (order === 'order') {
        if (frame === 0) frame = requestAnimationFrame(take);
      } else {
        clearTimeout(timer);
        timer = setTimeout(take, QUIET);
      }
    });
    take();
    return () => {
      stop();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [mentionCounts, order]);

  const visible = useMemo(() => visibleMentions(filter), [filter]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when the document's mentions changed
  return useMemo(() => {
    const { document } = session;
    return order === 'order'
      ? mentionsInOrder(document, visible)
      : mentionsSorted(document, visible, order, document.tagset);
  }, [session, visible, order, version]);
}
