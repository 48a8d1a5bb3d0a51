import { useLayoutEffect, useMemo, useState } from 'react';
import { finishInSlices } from '../app/timeSlices';
import type { OpenDocument } from '../app/workspaceState';
import { useSessionValue } from '../session/useSession';
import { makeMentionList } from './makeMentionList';
import { type MentionFilter, visibleMentions } from './mentionFilter';
import type { MentionList, MentionOrder } from './mentionList';

/** Milliseconds without a change before a sorted list is made anew; in the order of the text it is once a frame. */
const QUIET = 250;

/**
 * The list of a document's mentions as filtered and ordered, made anew when mentions changed and not before: a slice at
 * a time, the one before standing meanwhile. Null until there is a first one.
 */
export function useMentionList(
  { session, mentionCounts }: OpenDocument,
  filter: MentionFilter,
  order: MentionOrder,
): MentionList | null {
  const entities = useSessionValue(state => state.document.entities);
  const tagset = useSessionValue(state => state.document.tagset);
  const visible = useMemo(() => visibleMentions(filter, entities), [filter, entities]);
  const [list, setList] = useState<MentionList | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the tagset is how types are ordered
  useLayoutEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let making = 0;
    const make = () => {
      frame = 0;
      const mine = ++making;
      const isWanted = () => mine === making;
      finishInSlices(makeMentionList(session.document, visible, order), isWanted, setList);
    };
    const stop = mentionCounts.subscribe(() => {
      if (order === 'order') {
        if (frame === 0) frame = requestAnimationFrame(make);
      } else {
        clearTimeout(timer);
        timer = setTimeout(make, QUIET);
      }
    });
    make();
    return () => {
      making = -1;
      stop();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [session, mentionCounts, visible, order, tagset]);
  return list;
}
