import { useEffect, useSyncExternalStore } from 'react';
import { firstFrom, isCurrentIn, type Match } from '../../shared/search/match';
import type { TextController } from '../editor/textController';
import { useWindow } from '../editor/useWindow';
import type { FindStore } from './findStore';

/** Matches painted at most; only a query of one common character has more in the mounted blocks. */
const MOST_PAINTED = 1500;

/** Marks the matches inside the mounted blocks, the current one more strongly, while the bar is shown. */
export function MatchHighlights({ view, find }: { readonly view: TextController; readonly find: FindStore }) {
  const version = useWindow(view);
  const { shown, found, current } = useSyncExternalStore(find.subscribe, find.getState);
  const { matches } = found;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` tells that other blocks are mounted
  useEffect(() => {
    if (!shown) return;
    const marked: StaticRange[] = [];
    const chosen: StaticRange[] = [];
    const { document } = view.session;
    const { from, to } = view.mounted;
    // One block earlier, for a match may reach across a break.
    for (let at = firstFrom(matches, { index: from - 1, offset: 0 }); at < matches.length; at++) {
      const match = matches[at];
      if (!match || match.index >= to || marked.length >= MOST_PAINTED) break;
      if (!isCurrentIn(document, match)) continue;
      (match === current ? chosen : marked).push(...rangesOf(view, match));
    }
    paint('match', marked, 1);
    paint('match-current', chosen, 2);
    return () => {
      CSS.highlights.delete('match');
      CSS.highlights.delete('match-current');
    };
  }, [shown, matches, current, version, view]);
  return null;
}

/** A match across a break is painted in both blocks. */
function rangesOf(view: TextController, { index, start, last, end }: Match): readonly StaticRange[] {
  const within = (block: number, a: number, b: number) =>
    view.staticRangeOf({ anchor: { index: block, offset: a }, focus: { index: block, offset: b } }) ?? [];
  if (index === last) return [within(index, start, end)].flat();
  const length = view.session.document.blocks[index]?.body.text.length ?? start;
  return [within(index, start, length), within(last, 0, end)].flat();
}

function paint(name: string, ranges: readonly StaticRange[], priority: number): void {
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
