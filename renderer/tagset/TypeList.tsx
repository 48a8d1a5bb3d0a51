import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Tagset } from '../../shared/document/tagset';
import type { TypeUse } from '../../shared/edits/tagsetEdits';
import { TagBadge } from '../mentions/TagBadge';
import { useLocale, useMessages } from '../messages/useMessages';

interface TypeListProps {
  readonly tagset: Tagset;
  readonly uses: ReadonlyMap<string, TypeUse>;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onMove: (id: string, to: number) => void;
  readonly onRemove: () => void;
}

/** The types in their order, which is changed by dragging or, from the keyboard, with Ctrl and the arrows. */
export function TypeList({ tagset, uses, chosen, onChoose, onMove, onRemove }: TypeListProps) {
  const locale = useLocale();
  const { tagset: words, common } = useMessages();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const at = tagset.findIndex(type => type.id === chosen);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const to = step === undefined ? { Home: 0, End: tagset.length - 1 }[event.key] : at + step;
    if (event.key === 'Delete' && at >= 0) onRemove();
    else if (to === undefined || event.altKey) return;
    else if ((event.ctrlKey || event.metaKey) && chosen !== null) onMove(chosen, to);
    else {
      const type = tagset[Math.max(0, Math.min(tagset.length - 1, to))];
      if (type) onChoose(type.id);
    }
    event.preventDefault();
  };
  const drop = (to: number) => {
    const type = dragged === null ? undefined : tagset[dragged];
    if (type) onMove(type.id, to);
    setDragged(null);
    setOver(null);
  };

  return (
    <div
      ref={list}
      className="type-list"
      role="listbox"
      aria-label={words.list}
      aria-describedby={`${id}-hint`}
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      tabIndex={0}
      data-autofocus
      onKeyDown={onKeyDown}
    >
      {tagset.map((type, n) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its chosen row
        // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same
        <div
          key={type.id}
          id={`${id}-${n}`}
          className="type-row"
          role="option"
          aria-selected={n === at}
          data-at={n}
          data-drop={
            over === n && dragged !== null && dragged !== n ? (dragged < n ? 'after' : 'before') : undefined
          }
          draggable
          onClick={() => onChoose(type.id)}
          onDragStart={event => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', type.id);
            setDragged(n);
          }}
          onDragOver={event => {
            if (dragged === null) return;
            event.preventDefault();
            setOver(n);
          }}
          onDrop={event => {
            event.preventDefault();
            drop(n);
          }}
          onDragEnd={() => {
            setDragged(null);
            setOver(null);
          }}
        >
          <TagBadge type={type.id} tagset={tagset} />
          <span className="truncate type-name">{type.name[locale]}</span>
          <span className="number type-count">{common.number(uses.get(type.id)?.mentions ?? 0)}</span>
          <span className="key type-key">{type.key.toUpperCase()}</span>
        </div>
      ))}
      <span id={`${id}-hint`} hidden>
        {words.moveHint}
      </span>
    </div>
  );
}
