import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
} from 'react';
import { rowPlaces } from './rowPlaces';
import { useRowWindow } from './useRowWindow';

export interface VirtualListProps {
  readonly label: string;
  readonly className?: string;
  readonly count: number;
  /** CSS pixels of every row, or of each. A new function has all measured anew: else keep the same one. */
  readonly rowHeight: number | ((index: number) => number);
  readonly render: (index: number) => ReactNode;
  /** The row the keyboard is at, -1 for none. */
  readonly active: number;
  readonly isSelected?: (index: number) => boolean;
  /** Given where more than one row can be selected. */
  readonly multiple?: boolean;
  /** False for rows that only head others. */
  readonly isOption?: (index: number) => boolean;
  /** Data for the style sheet, as `data-*` of the row. */
  readonly rowData?: (index: number) => Readonly<Record<string, string | number | undefined>>;
  /** The keyboard or a click moved to a row. */
  readonly onActive: (index: number, event: KeyboardEvent | MouseEvent) => void;
  /** Enter, or a double click. */
  readonly onOpen: (index: number) => void;
  /** A click on an element of a row that carries `data-action`. */
  readonly onAction?: (index: number, action: string) => void;
  /** Keys the list does not know itself; true if it was one. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  /** Whether Ctrl+A belongs to the list. */
  readonly selectsAll?: boolean;
}

/**
 * A listbox of any length: only the rows in sight are in the page. The list itself has the focus and names its active
 * row (`aria-activedescendant`), so that a row may scroll out of the page without taking the focus along.
 */
export function VirtualList(props: VirtualListProps) {
  const { label, className, count, rowHeight, render, active, isSelected, multiple, rowData } = props;
  const { isOption = () => true, onActive, onOpen, onAction, onKey, onFocus, onBlur, selectsAll } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const places = useMemo(() => rowPlaces(count, rowHeight), [count, rowHeight]);
  const { from, to, reveal } = useRowWindow(scroller, places, count);
  const rows = Array.from({ length: to - from + 1 }, (_, n) => from + n);
  const shown = from <= active && active <= to;

  useEffect(() => {
    if (active >= 0 && active < count) reveal(active);
  }, [reveal, active, count]);

  /** The nearest option from `index` in a direction, -1 where there is none. */
  const option = (index: number, direction: 1 | -1): number => {
    for (let i = index; i >= 0 && i < count; i += direction) if (isOption(i)) return i;
    return -1;
  };
  const page = () =>
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / Math.max(1, places.height(0))) - 1);
  const target = (key: string): number | undefined => {
    switch (key) {
      case 'ArrowDown':
        return option(active + 1, 1);
      case 'ArrowUp':
        return active < 0 ? option(0, 1) : option(active - 1, -1);
      case 'PageDown':
        return option(Math.min(count - 1, active + page()), -1);
      case 'PageUp':
        return option(Math.max(0, active - page()), 1);
      case 'Home':
        return option(0, 1);
      case 'End':
        return option(count - 1, -1);
      default:
        return undefined;
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (onKey?.(event)) {
      event.preventDefault();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      onOpen(active);
      return;
    }
    const to = target(event.key);
    if (to === undefined) return;
    event.preventDefault();
    if (to >= 0 && to !== active) onActive(to, event);
  };

  const rowOf = (event: MouseEvent): number => {
    const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    const index = row ? Number(row.getAttribute('data-row')) : -1;
    return index >= 0 && isOption(index) ? index : -1;
  };

  return (
    <div
      ref={scroller}
      className={`list ${className ?? ''}`}
      role="listbox"
      aria-label={label}
      aria-multiselectable={multiple}
      aria-activedescendant={shown ? `${id}-${active}` : undefined}
      tabIndex={0}
      data-pane-focus
      data-selects-all={selectsAll ? true : undefined}
      onKeyDown={onKeyDown}
      onClick={event => {
        const index = rowOf(event);
        if (index < 0) return;
        const action = event.target instanceof Element && event.target.closest('[data-action]');
        if (action && onAction) onAction(index, action.getAttribute('data-action') ?? '');
        else onActive(index, event);
      }}
      onDoubleClick={event => {
        const index = rowOf(event);
        if (index >= 0) onOpen(index);
      }}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      <div className="list-space" role="presentation" style={{ height: places.total }}>
        {rows.map(index => {
          const place = { transform: `translateY(${places.top(index)}px)`, height: places.height(index) };
          const data = rowData?.(index) ?? {};
          const attributes = Object.fromEntries(
            Object.entries(data).map(([name, value]) => [`data-${name}`, value]),
          );
          return isOption(index) ? (
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active row
            <div
              key={index}
              id={`${id}-${index}`}
              className="row"
              role="option"
              aria-selected={isSelected ? isSelected(index) : index === active}
              aria-setsize={count}
              aria-posinset={index + 1}
              data-row={index}
              data-active={index === active ? true : undefined}
              style={place}
              {...attributes}
            >
              {render(index)}
            </div>
          ) : (
            <div key={index} className="row row-head" role="presentation" style={place} {...attributes}>
              {render(index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
