import type { Selection } from '../../shared/document/history';

/** What the rest of the program may ask of the text view. Positions are model positions, mounted or not. */
export interface TextView {
  /** Gives the text the focus without scrolling; the caret keeps its place. */
  focus(): void;
  /** Shows the place, mounting its blocks if need be; `flash` draws the eye to it for a moment. */
  reveal(selection: Selection, options?: { readonly flash?: boolean; readonly focus?: boolean }): void;
  /** Sets the selection without scrolling. */
  select(selection: Selection): void;
  /** True while an input method is composing: commands on single keys must not fire. */
  isComposing(): boolean;
  /** Index of the first block on screen. */
  firstVisible(): number;
  selectAll(): void;
}
