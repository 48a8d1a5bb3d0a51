import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { KanwuDocument } from '../../shared/document/document';
import type { Entity } from '../../shared/document/entity';
import { mergingEntities, removingEntities } from '../../shared/register/entityEdits';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import { VirtualList } from '../app/VirtualList';
import type { OpenDocument } from '../app/workspaceState';
import { shownKeys } from '../commands/keys';
import { editMany } from '../mentions/changeMany';
import { totalOf } from '../mentions/mentionCounts';
import { useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import { EntityLine } from './EntityLine';
import type { EntityFilter, EntityOrder } from './entityRows';
import { RegisterFilters } from './RegisterFilters';
import { useEntityRows } from './useEntityRows';

const NONE: readonly Entity[] = [];
/** CSS pixels. */
const ROW = 50;

/** Where an editor is in the list, kept while a card is shown in its stead. */
export interface ListPlace {
  readonly filter: EntityFilter;
  readonly order: EntityOrder;
  /** The row the keyboard is at, -1 for none. */
  readonly active: number;
}

export const LIST_START: ListPlace = { filter: { words: '', types: null }, order: 'made', active: -1 };

interface EntityListProps {
  readonly open: OpenDocument;
  readonly place: ListPlace;
  /** Has to stay the same function. */
  readonly onPlace: (change: Partial<ListPlace>) => void;
  /** Entities about which something does not agree. */
  readonly flagged: { readonly has: (id: string) => boolean } | null;
}

/** Every entity of the register: to open, to merge, to remove, one or several at a time. */
export function EntityList({ open, place, onPlace, flagged }: EntityListProps) {
  const workspace = useWorkspace();
  const { register: words } = useMessages();
  const { session, entityCounts } = open;
  const tagset = useSessionValue(state => state.document.tagset);
  const platform = useWorkspaceValue(state => state.start?.platform ?? 'linux');
  useSyncExternalStore(entityCounts.subscribe, entityCounts.getVersion);
  const { filter, order, active: last } = place;
  const setFilter = useCallback((next: EntityFilter) => onPlace({ filter: next }), [onPlace]);
  const rows = useEntityRows(open, filter, order);
  const entities = rows ?? NONE;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const from = useRef(-1);
  const active = Math.min(last, entities.length - 1);
  const here = entities[active];
  const chosen = useMemo(
    () => (selected.size === 0 || rows === null ? NONE : rows.filter(({ id }) => selected.has(id))),
    [rows, selected],
  );

  // Back from a card, the editor goes on where they were.
  const isMade = rows !== null;
  useEffect(() => {
    if (isMade && document.activeElement === document.body) {
      document.querySelector<HTMLElement>('.entities')?.focus();
    }
  }, [isMade]);

  const select = (row: number, many: boolean, extend: boolean) => {
    const id = entities[row]?.id;
    if (id === undefined) return;
    onPlace({ active: row });
    if (extend && from.current >= 0) {
      const [a, b] = [Math.min(row, from.current), Math.max(row, from.current)];
      setSelected(new Set(entities.slice(a, b + 1).map(entity => entity.id)));
      return;
    }
    from.current = row;
    const next = new Set(many ? selected : []);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  const openCard = (row: number) => workspace.update({ shownEntity: entities[row]?.id ?? null });
  const mentions = totalOf(open.mentionCounts.getCounts());
  const remove = async () => {
    const ids = chosen.map(({ id }) => id);
    if (ids.length === 0) return;
    const plan = (document: KanwuDocument) => removingEntities(document, ids);
    if (!(await editMany(workspace, open, 'entity.remove', mentions, plan))) return;
    setSelected(new Set());
    workspace.notice(messages => messages.register.removed(ids.length));
  };
  const merge = async () => {
    if (!here) return;
    const ids = chosen.map(({ id }) => id);
    const context = session.context();
    const plan = (document: KanwuDocument) => mergingEntities(document, ids, here.id, context);
    if (!(await editMany(workspace, open, 'entity.merge', mentions, plan))) return;
    setSelected(new Set([here.id]));
    workspace.notice(messages => messages.register.merged(ids.length - 1, here.name));
  };
  const run = (work: () => Promise<void>) => () => {
    work().catch(workspace.unexpected);
  };

  return (
    <>
      {session.document.entities.size > 0 && (
        <RegisterFilters
          filter={filter}
          onFilter={setFilter}
          order={order}
          onOrder={next => onPlace({ order: next })}
          shown={entities.length}
        />
      )}
      {entities.length === 0 ? (
        rows && (
          <div className="empty">
            {session.document.entities.size > 0 ? (
              <strong>{words.filtered}</strong>
            ) : (
              <>
                <strong>{words.none}</strong>
                <p>{words.noneHint(shownKeys('Alt+L', platform))}</p>
              </>
            )}
          </div>
        )
      ) : (
        <VirtualList
          label={words.list}
          className="entities"
          count={entities.length}
          rowHeight={ROW}
          active={active}
          multiple
          selectsAll
          isSelected={row => selected.has(entities[row]?.id ?? '')}
          onActive={(row, event) => select(row, event.ctrlKey || event.metaKey, event.shiftKey)}
          onOpen={openCard}
          onKey={event => {
            if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
              setSelected(new Set(entities.map(({ id }) => id)));
            } else if (event.key === ' ' && active >= 0) select(active, true, false);
            else if (event.key === 'Delete' && selected.size > 0) run(remove)();
            else return false;
            return true;
          }}
          render={row => {
            const entity = entities[row];
            return (
              entity && (
                <EntityLine
                  entity={entity}
                  tagset={tagset}
                  mentions={entityCounts.of(entity.id)}
                  isFlagged={flagged?.has(entity.id) ?? false}
                />
              )
            );
          }}
        />
      )}
      {chosen.length > 0 && (
        <div className="selected-mentions">
          <p className="number">{words.chosen(chosen.length)}</p>
          {chosen.length > 1 && here && selected.has(here.id) && (
            <button type="button" className="button button-small merge-button" onClick={run(merge)}>
              <span className="truncate">{words.merge(here.name)}</span>
            </button>
          )}
          {chosen.length === 1 && (
            <button
              type="button"
              className="button button-small"
              onClick={() => workspace.update({ shownEntity: chosen[0]?.id ?? null })}
            >
              {words.edit}
            </button>
          )}
          <button type="button" className="button button-small" onClick={run(remove)}>
            {words.remove}
          </button>
        </div>
      )}
    </>
  );
}
