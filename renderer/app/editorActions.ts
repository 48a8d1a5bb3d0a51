import type { TextEditorActions } from '../editor/TextEditor';
import { setExtent } from '../mentions/extentActions';
import { removeAtCaret, tagSelection } from '../mentions/tagActions';
import { accept, dismiss, reopen } from '../review/reviewActions';
import type { Workspace } from './workspace';

/** What the text view's markers and floating bar do. */
export function editorActions(workspace: Workspace): TextEditorActions {
  return {
    accept: placed => accept(workspace, placed),
    dismiss: placed => dismiss(workspace, placed),
    reopen: (index, seam) => reopen(workspace, { index, seam }),
    tag: type => tagSelection(workspace, type),
    remove: () => removeAtCaret(workspace),
    extent: (index, id, start, end) => setExtent(workspace, { index, id }, start, end),
  };
}
