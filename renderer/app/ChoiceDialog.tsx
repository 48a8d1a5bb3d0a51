import type { ReactNode } from 'react';
import { ChoiceActions, ChoiceList } from './ChoiceList';
import { Dialog } from './Dialog';
import type { Choice } from './useChoice';

interface ChoiceDialogProps<T extends object> {
  readonly title: string;
  /** What will happen, above everything else. */
  readonly lead: string;
  /** Controls between the lead and the count. */
  readonly head?: ReactNode;
  /** How many are chosen, read out when it changes. */
  readonly count: ReactNode;
  readonly items: readonly T[];
  readonly choice: Choice<T>;
  readonly listLabel: string;
  /** In the place of a list of nothing. */
  readonly none?: string | null;
  /** CSS pixels. */
  readonly rowHeight: number | ((row: number) => number);
  readonly render: (item: T, chosen: boolean) => ReactNode;
  readonly apply: string;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

/** A preview of changes, each to be left out, before they are made as one step. */
export function ChoiceDialog<T extends object>(props: ChoiceDialogProps<T>) {
  const { title, lead, head, count, items, choice, listLabel, none, rowHeight, render } = props;
  return (
    <Dialog
      title={title}
      size="large"
      onCancel={props.onCancel}
      actions={
        <ChoiceActions
          apply={props.apply}
          chosen={choice.chosen.length}
          onAll={items.length === 0 ? null : choice.all}
          onNothing={choice.nothing}
          onCancel={props.onCancel}
          onApply={props.onApply}
        />
      }
    >
      <p className="dialog-hint">{lead}</p>
      {head}
      <p className="number" aria-live="polite">
        {count}
      </p>
      {items.length === 0 && none ? (
        <p className="dialog-hint">{none}</p>
      ) : (
        <ChoiceList
          label={listLabel}
          count={items.length}
          rowHeight={rowHeight}
          isChosen={row => {
            const item = items[row];
            return item !== undefined && choice.has(item);
          }}
          onToggle={row => {
            const item = items[row];
            if (item) choice.toggle(item);
          }}
          render={row => {
            const item = items[row];
            return item && render(item, choice.has(item));
          }}
        />
      )}
    </Dialog>
  );
}
