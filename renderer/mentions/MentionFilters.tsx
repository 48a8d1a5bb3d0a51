import { useDeferredValue, useEffect, useState, useSyncExternalStore } from 'react';
import type { OpenDocument } from '../app/workspaceState';
import { useLocale, useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import { totalOf } from './mentionCounts';
import type { MentionFilter } from './mentionFilter';
import type { MentionOrder } from './mentionList';
import { colorOf } from './TagBadge';

interface MentionFiltersProps {
  readonly open: OpenDocument;
  readonly filter: MentionFilter;
  readonly onFilter: (filter: MentionFilter) => void;
  readonly order: MentionOrder;
  readonly onOrder: (order: MentionOrder) => void;
  readonly shown: number;
}

/** Which mentions the list shows, and in what order. */
export function MentionFilters({ open, filter, onFilter, order, onOrder, shown }: MentionFiltersProps) {
  const locale = useLocale();
  const { mentions: words, common } = useMessages();
  const tagset = useSessionValue(state => state.document.tagset);
  const counts = useSyncExternalStore(open.mentionCounts.subscribe, open.mentionCounts.getCounts);
  const [typed, setTyped] = useState(filter.words);
  // A long list is filtered after the letters are painted.
  const settled = useDeferredValue(typed);
  useEffect(() => {
    if (settled !== filter.words) onFilter({ ...filter, words: settled });
  }, [settled, filter, onFilter]);

  const toggle = (type: string) => {
    const types = new Set(filter.types);
    if (!types.delete(type)) types.add(type);
    onFilter({ ...filter, types: types.size === 0 ? null : types });
  };
  const known = tagset.filter(({ id }) => (counts.get(id) ?? 0) > 0 || filter.types?.has(id));
  const ids = new Set(tagset.map(({ id }) => id));
  const unknown = [...counts].filter(([id, count]) => count > 0 && !ids.has(id));
  const present = [
    ...known.map(type => ({ id: type.id, name: type.name[locale], color: colorOf(type) })),
    ...unknown.map(([id]) => ({ id, name: words.unknownType(id), color: colorOf(undefined) })),
  ];

  return (
    <div className="mention-filters">
      <div className="mention-filter-row">
        <input
          className="field"
          type="search"
          aria-label={words.filter}
          placeholder={words.filter}
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
        <select
          className="field"
          aria-label={words.sort}
          value={order}
          onChange={event => onOrder(event.target.value as MentionOrder)}
        >
          <option value="order">{words.byOrder}</option>
          <option value="type">{words.byType}</option>
          <option value="entity">{words.byEntity}</option>
          <option value="text">{words.byText}</option>
        </select>
      </div>
      {present.length > 0 && (
        <fieldset className="chips">
          <legend className="visually-hidden">{words.types}</legend>
          {present.map(type => (
            <button
              key={type.id}
              type="button"
              className="chip"
              data-tag={type.color}
              aria-pressed={filter.types?.has(type.id) ?? false}
              onClick={() => toggle(type.id)}
            >
              <span className="chip-dot" aria-hidden="true" />
              {type.name}
              <span className="number chip-count">{common.number(counts.get(type.id) ?? 0)}</span>
            </button>
          ))}
        </fieldset>
      )}
      <p className="mention-shown number">{words.shown(shown, totalOf(counts))}</p>
    </div>
  );
}
