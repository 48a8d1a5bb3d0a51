import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { useKeysOf } from '../commands/useKeysOf';
import { ConfidenceSlider } from '../findings/ConfidenceSlider';
import { colorOf } from '../mentions/TagBadge';
import { useLocale, useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import { suggestionFilter } from './suggestionFilter';
import { countsByType, type NameGroup, type SuggestionList, type SuggestionOrder } from './suggestionGroups';

interface SuggestionFiltersProps {
  readonly open: OpenDocument;
  readonly list: SuggestionList;
  readonly shown: readonly NameGroup[];
}

/** Which suggestions are listed: types, order, a least confidence; and the way to accept what is sure. */
export function SuggestionFilters({ open, list, shown }: SuggestionFiltersProps) {
  const workspace = useWorkspace();
  const locale = useLocale();
  const { suggestions: words, common, mentions } = useMessages();
  const { types, order } = useWorkspaceValue(state => state.suggested);
  const minimum = useWorkspaceValue(state => state.settings.minimumSuggestion);
  const keysOf = useKeysOf();
  const tagset = useSessionValue(state => state.document.tagset);
  const counts = countsByType(list.groups);
  const present = tagset.filter(({ id }) => (counts.get(id) ?? 0) > 0 || types?.has(id));
  const places = shown.reduce((sum, group) => sum + group.places.length, 0);

  const toggle = (type: string) => {
    const next = new Set(types);
    if (!next.delete(type)) next.add(type);
    workspace.update({ suggested: { order, types: next.size === 0 ? null : next } });
  };
  return (
    <div className="finding-filters">
      {present.length > 1 && (
        <fieldset className="chips">
          <legend className="visually-hidden">{mentions.types}</legend>
          {present.map(type => (
            <button
              key={type.id}
              type="button"
              className="chip"
              data-tag={colorOf(type)}
              aria-pressed={types?.has(type.id) ?? false}
              onClick={() => toggle(type.id)}
            >
              <span className="chip-dot" aria-hidden="true" />
              {type.name[locale]}
              <span className="number chip-count">{common.number(counts.get(type.id) ?? 0)}</span>
            </button>
          ))}
        </fieldset>
      )}
      <ConfidenceSlider
        label={words.confidence}
        kept={minimum}
        lowest={30}
        onMove={next => {
          const { settings } = workspace.getState();
          open.suggestions.setFilter({ ...suggestionFilter(settings), minimum: next }, false);
        }}
        onSettled={next => workspace.changeSettings({ minimumSuggestion: next })}
      />
      <div className="suggestion-filter-row">
        <p className="finding-remain number">{words.shown(shown.length, places)}</p>
        <select
          className="field"
          aria-label={mentions.sort}
          value={order}
          onChange={event =>
            workspace.update({ suggested: { types, order: event.target.value as SuggestionOrder } })
          }
        >
          <option value="text">{words.byText}</option>
          <option value="count">{words.byCount}</option>
          <option value="confidence">{words.byConfidence}</option>
        </select>
        <button
          type="button"
          className="button button-small"
          title={keysOf('review.acceptAll')}
          onClick={() => workspace.dialog({ kind: 'acceptSuggestions' })}
        >
          {words.acceptSure}
        </button>
      </div>
    </div>
  );
}
