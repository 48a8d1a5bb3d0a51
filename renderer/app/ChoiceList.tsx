import { type ReactNode, useState } from 'react';
import { useMessages } from '../messages/useMessages';
import '../review/acceptAll.css';
import type { Choice } from './useChoice';
import { VirtualList } from './VirtualList';

interface ChoiceListProps<T extends object> {
  readonly label: string;
  readonly choice: Choice<T>;
  /** CSS pixels. */
  readonly rowHeight: number | ((row: number) => number);
  readonly render: (item: T, chosen: boolean) => ReactNode;
}

/** A list of changes each to be left out: a click, Enter or the space bar turns a row on or off. */
export function ChoiceList<T extends object>({ label, choice, rowHeight, render }: ChoiceListProps<T>) {
  const { items, has, toggle } = choice;
  const [last, setActive] = useState(0);
  const active = Math.min(last, items.length - 1);
  const toggleRow = (row: number) => {
    const item = items[row];
    if (item) toggle(item);
  };
  return (
    <VirtualList
      label={label}
      className="accept-all-list"
      count={items.length}
      rowHeight={rowHeight}
      active={active}
      multiple
      isSelected={row => {
        const item = items[row];
        return item !== undefined && has(item);
      }}
      onActive={(row, event) => {
        setActive(row);
        if (event.type === 'click') toggleRow(row);
      }}
      onOpen={toggleRow}
      onKey={event => {
        if (event.key !== ' ') return false;
        toggleRow(active);
        return true;
      }}
      render={row => {
        const item = items[row];
        return item && render(item, has(item));
      }}
    />
  );
}

/** The buttons of a dialog that makes chosen changes: all, none (where there is anything to choose), cancel, and the one that
 * makes them. */
export function ChoiceActions<T>(props: {
  readonly apply: string;
  readonly choice: Choice<T>;
  /** Whether there is anything to be made. */
  readonly canApply: boolean;
  readonly onCancel: () => void;
  readonly onApply: () => void;
}) {
  const { apply, choice, canApply, onCancel, onApply } = props;
  const { choice: words, common } = useMessages();
  return (
    <>
      {choice.items.length > 0 && (
        <>
          <button type="button" className="button button-quiet" onClick={choice.all}>
            {words.all}
          </button>
          <button type="button" className="button button-quiet" onClick={choice.nothing}>
            {words.nothing}
          </button>
        </>
      )}
      <span className="accept-all-space" />
      <button type="button" className="button" onClick={onCancel}>
        {common.cancel}
      </button>
      <button
        type="button"
        className="button button-primary"
        disabled={!canApply}
        data-autofocus
        onClick={onApply}
      >
        {apply}
      </button>
    </>
  );
}
