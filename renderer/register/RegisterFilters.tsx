import { useDeferredValue, useEffect, useState } from 'react';
import { colorOf } from '../mentions/TagBadge';
import { useLocale, useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import type { EntityFilter, EntityOrder } from './entityRows';

interface RegisterFiltersProps {
  readonly filter: EntityFilter;
  readonly onFilter: (filter: EntityFilter) => void;
  readonly order: EntityOrder;
  readonly onOrder: (order: EntityOrder) => void;
  readonly shown: number;
}

/** Which entities the list shows, and in what order. */
export function RegisterFilters({ filter, onFilter, order, onOrder, shown }: RegisterFiltersProps) {
  const { register: words } = useMessages();
  const locale = useLocale();
  const tagset = useSessionValue(state => state.document.tagset);
  const entities = useSessionValue(state => state.document.entities);
  const [typed, setTyped] = useState(filter.words);
  // A long list is filtered after the letters are painted.
  const settled = useDeferredValue(typed);
  useEffect(() => {
    if (settled !== filter.words) onFilter({ ...filter, words: settled });
  }, [settled, filter, onFilter]);
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
      </div>
      <div className="mention-filter-row register-order">
        <select
          className="field"
          aria-label={words.types}
          value={filter.types ? [...filter.types][0] : ''}
          data-tag={filter.types ? colorOf(tagset.find(({ id }) => filter.types?.has(id))) : undefined}
          onChange={({ target }) =>
            onFilter({ ...filter, types: target.value === '' ? null : new Set([target.value]) })
          }
        >
          <option value="">{words.allTypes}</option>
          {tagset.map(type => (
            <option key={type.id} value={type.id}>
              {type.name[locale]}
            </option>
          ))}
        </select>
        <select
          className="field"
          aria-label={words.sort}
          value={order}
          onChange={event => onOrder(event.target.value as EntityOrder)}
        >
          <option value="made">{words.byMaking}</option>
          <option value="name">{words.byName}</option>
          <option value="mentions">{words.byMentions}</option>
        </select>
      </div>
      <p className="mention-shown number">{words.shown(shown, entities.size)}</p>
    </div>
  );
}
