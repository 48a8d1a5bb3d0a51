// @vitest-environment jsdom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VirtualList } from '../../../renderer/app/VirtualList';

const HEIGHT = 320;
const ROW = 32;

function List({ count, heights = ROW }: { count: number; heights?: number | ((row: number) => number) }) {
  const [active, setActive] = useState(-1);
  return (
    <VirtualList
      label="rows"
      count={count}
      rowHeight={heights}
      active={active}
      isOption={row => row % 10 !== 0}
      onActive={setActive}
      onOpen={() => undefined}
      render={row => `row ${row}`}
    />
  );
}

describe('a list of which only what is in sight is in the page', () => {
  let root: Root;
  let list: HTMLElement;
  /** As when the browser has laid out the list and tells of its size. */
  let laidOut: () => void;

  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(told: () => void) {
          laidOut = told;
        }
        observe() {}
        disconnect() {}
      },
    );
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(HEIGHT);
    const place = document.body.appendChild(document.createElement('div'));
    root = createRoot(place);
  });
  afterEach(() => {
    act(() => root.unmount());
    document.body.replaceChildren();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  const show = (count: number, heights?: number | ((row: number) => number)) => {
    act(() => root.render(<List count={count} {...(heights ? { heights } : {})} />));
    act(() => laidOut());
    list = document.querySelector<HTMLElement>('[role=listbox]') ?? document.body;
  };
  const rows = () => [...list.querySelectorAll('.row')].map(row => row.textContent);
  const scrollTo = (top: number) => {
    list.scrollTop = top;
    act(() => void list.dispatchEvent(new Event('scroll')));
  };
  const press = (key: string) =>
    act(() => void list.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));

  it('has the rows in sight and a few around, of as many as there are', () => {
    show(125_000);
    expect([rows()[0], rows().at(-1)]).toEqual(['row 0', 'row 16']);
    expect(list.querySelector<HTMLElement>('.list-space')?.style.height).toBe(`${125_000 * ROW}px`);
    scrollTo(1000 * ROW);
    expect([rows()[0], rows().at(-1)]).toEqual(['row 994', 'row 1016']);
    show(20);
    expect(rows().at(-1)).toBe('row 19');
    show(0);
    expect(rows()).toEqual([]);
  });

  it('goes along with the keyboard, past rows that are no options, and scrolls no further than needed', () => {
    show(1000);
    press('ArrowDown');
    expect(list.querySelector('[data-active]')?.textContent).toBe('row 1');
    for (let n = 0; n < 9; n++) press('ArrowDown');
    expect(list.querySelector('[data-active]')?.textContent).toBe('row 11');
    expect(list.scrollTop).toBe(12 * ROW - HEIGHT);
    press('End');
    expect(list.scrollTop).toBe(1000 * ROW - HEIGHT);
    act(() => void list.dispatchEvent(new Event('scroll')));
    expect(rows().at(-1)).toBe('row 999');
    expect(list.getAttribute('aria-activedescendant')).toBe(list.querySelector('[data-active]')?.id);
    press('Home');
    // Row 0 is no option.
    expect(list.scrollTop).toBe(ROW);
  });

  it('stays where it is when rows get other heights', () => {
    show(1000);
    press('ArrowDown');
    scrollTo(500 * ROW);
    show(1000, row => (row === 0 ? 64 : ROW));
    expect(list.scrollTop).toBe(500 * ROW);
    expect(rows()[0]).toBe('row 493');
  });
});
