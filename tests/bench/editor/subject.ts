import type { Place, Stretch } from './places';
import type { SampleText } from './sampleText';

/** An editor under measurement, with the text open. */
export interface Subject {
  /** What scrolls. */
  readonly scroller: HTMLElement;
  /** Shows a place, focuses the text and puts the caret there. */
  goTo(place: Place): void;
  select(stretch: Stretch): void;
  /** Tags a stretch, as one step of the history. */
  tag(stretch: Stretch, type: string): void;
  selectAll(): void;
  /** Length of the text and number of mentions, to see that what was measured was also done. */
  count(): { readonly characters: number; readonly mentions: number };
}

/** Takes decoded text and its mentions to an editor that shows them, up to layout. */
export type OpenSubject = (parent: HTMLElement, sample: SampleText) => Subject | Promise<Subject>;
