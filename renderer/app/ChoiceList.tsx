import { type ReactNode, useState } from 'react';
import { useMessages } from '../messages/useMessages';
import '../review/acceptAll.css';
import { VirtualList } from './VirtualList';

/** A list of changes each to be left out: a click, Enter or the space bar turns a row on or off. */
export function ChoiceList(props: {
  readonly label: string;
  readonly count: number;
  readonly rowHeight: number | ((row: number) => number);
  readonly isChosen: (row: number) => boolean;
  readonly onToggle: (row: number) => void;
  readonly render: (row: number) => ReactNode;
}) {
  const { label, count, rowHeight, isChosen, onToggle, render } = props;
  const [last, setActive] = useState(0);
  const active = Math.min(last, count - 1);
  return (
    <VirtualList
      label={label}
      className="accept-all-list"
      count={count}
      rowHeight={rowHeight}
      active={active}
      multiple
      isSelected={isChosen}
      onActive={(row, event) => {
        setActive(row);
        if (event.type === 'click') onToggle(row);
      }}
      onOpen={onToggle}
      onKey={event => {
        if (event.key !== ' ') return false;
        onToggle(active);
        return true;
      }}
      render={render}
    />
  );
}

/** The buttons of a dialog that makes chosen changes: all, none (where there is anything to choose), cancel, and the one that
 * makes them. */
export function ChoiceActions(props: {
  readonly apply: string;
  readonly chosen: number;
  readonly onAll: (() => void) | null;
  readonly onNothing: () => void;
  readonly onCancel: () => void;
  readonly onApply: () => void;
}) {
  const { apply, chosen, onAll, onNothing, onCancel, onApply } = props;
  const { choice, common } = useMessages();
  return (
    <>
      {onAll && (
        <>
          <button type="button" className="button button-quiet" onClick={onAll}>
            {choice.all}
          </button>
          <button type="button" className="button button-quiet" onClick={onNothing}>
            {choice.nothing}
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
        disabled={chosen === 0}
        data-autofocus
        onClick={onApply}
      >
        {apply}
      </button>
    </>
  );
}
