/** Drawn for Kanwu on a grid of 16, one stroke each. */
const PATHS = {
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  open: 'M2 12.5v-9h4l1.5 2H14v2M2 12.5l2-5h10.5l-2 5z',
  save: 'M3 2.5h8l2 2v9H3zM5.5 2.5v3.5h4.5V2.5M5 13.500v-4.500h6v4.500',
  undo: 'M6 3.500L3 6.500l3 3M3 6.500h6.500a3.500 3.500 0 0 1 0 7H7',
  redo: 'M10 3.500l3 3-3 3M13 6.500H6.500a3.500 3.500 0 0 0 0 7H9',
  up: 'M3.500 10L8 5.500 12.500 10',
  down: 'M3.500 6L8 10.500 12.500 6',
  right: 'M6 3.500L10.500 8 6 12.500',
  join: 'M2 8h4M14 8h-4M4 5.500L6.500 8 4 10.500M12 5.500L9.500 8l2.500 2.500',
  keep: 'M8 2.500v11M2.500 8h3M10.500 8h3',
  accept: 'M3 8.500l3.500 3.500L13 4.500',
  close: 'M4 4l8 8M12 4l-8 8',
  outline: 'M2.500 3.500h11v9h-11zM6 3.500v9',
  inspector: 'M2.500 3.500h11v9h-11zM10 3.500v9',
  command: 'M7 11.500a4.500 4.500 0 1 1 0-9 4.500 4.500 0 0 1 0 9zM10.500 10.500l3 3',
  warning: 'M8 2.500l6 11H2zM8 6.500v3.500M8 11.800v.2',
  file: 'M4 1.500h5.500L12.500 4.500v10h-8.500zM9 1.500v3.500h3.500',
  drop: 'M8 2.500v7M5 7l3 3 3-3M3 13.500h10',
  undecided: 'M8 4.500v4l2.500 1.500M8 14a6 6 0 1 1 0-12 6 6 0 0 1 0 12z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
