import './suggestionHighlights.css';
import { useEffect, useSyncExternalStore } from 'react';
import type { SuggestionsStore } from '../suggestions/suggestionsStore';
import { highlight } from './highlight';
import type { TextController } from './textController';
import { useWindow } from './useWindow';

/** As many as the palette has. */
const COLORS = 12;
const nameOf = (color: number) => `suggestion-${color}`;

/** Underlines with dots what is suggested in the mounted blocks, in the colour of the type; the current one stronger. */
export function SuggestionHighlights({
  view,
  suggestions,
}: {
  view: TextController;
  suggestions: SuggestionsStore;
}) {
  const mounted = useWindow(view);
  const { version, current } = useSyncExternalStore(suggestions.subscribe, suggestions.getState);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `mounted` and `version` tell that other blocks or suggestions are shown
  useEffect(() => {
    const { blocks, tagset } = view.session.document;
    const colors = new Map(tagset.map(({ id, color }) => [id, color]));
    const byColor = new Map<number, StaticRange[]>();
    const chosen: StaticRange[] = [];
    for (let index = view.mounted.from; index < view.mounted.to; index++) {
      const block = blocks[index];
      for (const suggestion of block ? suggestions.openOf(block) : []) {
        const { start, end, type } = suggestion;
        const range = view.staticRangeOf({ anchor: { index, offset: start }, focus: { index, offset: end } });
        if (!range) continue;
        const color = colors.get(type) ?? COLORS;
        byColor.set(color, [...(byColor.get(color) ?? []), range]);
        if (suggestion === current) chosen.push(range);
      }
    }
    for (let color = 1; color <= COLORS; color++) highlight(nameOf(color), byColor.get(color) ?? []);
    highlight('suggestion-current', chosen);
  }, [mounted, version, current, view, suggestions]);
  useEffect(
    () => () => {
      for (let color = 1; color <= COLORS; color++) highlight(nameOf(color), []);
      highlight('suggestion-current', []);
    },
    [],
  );
  return null;
}
