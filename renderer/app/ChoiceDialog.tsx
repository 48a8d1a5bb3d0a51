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
  const { title, lead, head, count, choice, listLabel, none, rowHeight, render } = props;
  return (
    <Dialog
      title={title}
      size="large"
      onCancel={props.onCancel}
      actions={
        <ChoiceActions
          apply={props.apply}
          choice={choice}
          canApply={choice.chosen.length > 0}
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
      {choice.items.length === 0 && none ? (
        <p className="dialog-hint">{none}</p>
      ) : (
        <ChoiceList label={listLabel} choice={choice} rowHeight={rowHeight} render={render} />
      )}
    </Dialog>
  );
}
