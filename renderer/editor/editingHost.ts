import type { LexicalEditor } from 'lexical';
import type { Spot } from '../../shared/document/document';
import type { Selection } from '../../shared/document/history';
import type { Origin } from '../../shared/document/piece';
import type { EditingSession } from '../session/session';
import type { MountedBlocks } from './mountedBlocks';

/** What editing and reading back need of the text view. */
export interface EditingHost {
  readonly editor: LexicalEditor;
  readonly session: EditingSession;
  readonly mounted: MountedBlocks;
  /** The selection edits work on: the model's, brought up to what the browser has now. Inside an update or read. */
  $currentSelection(): Selection | null;
  /** Takes over a selection the editor made in the text. Inside a read. */
  $takeSelection(): void;
  /** Replaces text by what was typed, as a part of the step before where that was typing at the same place. */
  type(label: string, from: Spot, to: Spot, text: string, origin: Origin, coalesce: boolean): void;
  reveal(selection: Selection): void;
  selectAll(): void;
}
