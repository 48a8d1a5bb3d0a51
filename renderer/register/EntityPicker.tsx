import { useId, useState } from 'react';
import type { Entity } from '../../shared/document/entity';
import { Dialog } from '../app/Dialog';
import type { OpenDocument } from '../app/workspaceState';
import '../commands/palette.css';
import { TagBadge } from '../mentions/TagBadge';
import { useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import './register.css';
import { useEntityMatches } from './useEntityMatches';

interface EntityPickerProps {
  readonly open: OpenDocument;
  readonly title: string;
  readonly lead?: string;
  /** Words chosen, by which matches are ranked. */
  readonly texts: readonly string[];
  readonly type: string | null;
  /** An entity that can't be chosen. */
  readonly except?: string;
  /** Makes a new entity of a name; absent where only those there are can be chosen. */
  readonly onNew?: (name: string) => void;
  readonly onPick: (entity: Entity) => void;
  readonly onCancel: () => void;
}

/** Chooses an entity by name: type part of it, choose with the arrow keys, Enter; at the end a new one. */
export function EntityPicker(props: EntityPickerProps) {
  const { open, title, lead, texts, type, except, onNew, onPick, onCancel } = props;
  const { register } = useMessages();
  const { link: words } = register;
  const entities = useSessionValue(state => state.document.entities);
  const tagset = useSessionValue(state => state.document.tagset);
  const [typed, setTyped] = useState('');
  const [last, setActive] = useState(0);
  const listId = useId();
  const { matches, settled } = useEntityMatches(entities, { typed, texts, type, except: except ?? null });
  const { shown, more } = matches;
  const fresh = onNew ? typed.trim() || longest(texts) : '';
  const count = shown.length + (fresh === '' ? 0 : 1);
  const active = Math.min(last, count - 1);

  const choose = (row: number, among = matches.shown) => {
    const entity = among[row];
    if (entity) onPick(entity);
    else if (row === among.length && fresh !== '') onNew?.(fresh);
  };
  const move = (to: number) => {
    const row = (to + count) % Math.max(1, count);
    setActive(row);
    document.getElementById(`${listId}-${row}`)?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Dialog title={title} size="medium" onCancel={onCancel}>
      {lead && <p className="dialog-hint">{lead}</p>}
      <input
        className="field palette-field"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={count > 0 ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        aria-label={words.field}
        placeholder={longest(texts) || words.field}
        lang="zh-CN"
        data-autofocus
        value={typed}
        onChange={event => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') move(active + 1);
          else if (event.key === 'ArrowUp') move(active - 1);
          else if (event.key === 'Enter') choose(active, settled().shown);
          else return;
          event.preventDefault();
        }}
      />
      {shown.length === 0 && entities.size > 0 && <p className="palette-none">{words.none}</p>}
      <div id={listId} className="entity-picks" role="listbox" aria-label={words.list} tabIndex={-1}>
        {shown.map((entity, row) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active row
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
          <div
            key={entity.id}
            id={`${listId}-${row}`}
            className="entity-pick"
            role="option"
            aria-selected={row === active}
            onClick={() => choose(row)}
          >
            <TagBadge type={entity.type} tagset={tagset} />
            <span className="entity-name truncate" lang="zh-CN" title={entity.name}>
              {entity.name}
            </span>
            <span className="entity-more truncate" lang="zh-CN">
              {[...entity.aliases, ...entity.identifiers.map(({ value }) => value)].join(' · ')}
            </span>
            <span className="number key">{register.mentions(open.entityCounts.of(entity.id))}</span>
          </div>
        ))}
        {fresh !== '' && (
          // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active row
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
          <div
            id={`${listId}-${shown.length}`}
            className="entity-pick entity-fresh"
            role="option"
            aria-selected={active === shown.length}
            onClick={() => choose(shown.length)}
          >
            {type !== null && <TagBadge type={type} tagset={tagset} />}
            <span className="truncate">{words.fresh(fresh)}</span>
          </div>
        )}
      </div>
      {more > 0 && <p className="palette-none">{words.many(more)}</p>}
    </Dialog>
  );
}

/** The fullest of the names: 郑州市上街区 rather than 区. */
function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}
