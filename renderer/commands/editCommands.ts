import { setHeadingLevel } from '../../shared/edits/structure';
import type { Workspace } from '../app/workspace';
import { type CommandBinding, type CommandBindings, withDocument } from './commandBinding';

function clipboard(action: 'cut' | 'copy' | 'paste'): CommandBinding {
  return {
    enabled: withDocument,
    run: async workspace => {
      // The page's own clipboard event goes to where the focus is.
      if (!isTextField(document.activeElement)) workspace.view?.focus();
      await workspace.kanwu.clipboard({ action });
    },
  };
}

/** A place to type in that is not the document: there, editing keys are the browser's own. */
export function isTextField(element: Element | null): boolean {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && !NO_TEXT.has(element.type))
  );
}
const NO_TEXT = new Set(['checkbox', 'radio', 'range', 'button', 'submit']);

function heading(level: number): CommandBinding {
  return {
    enabled: withDocument,
    run: workspace => setLevel(workspace, level),
  };
}

/** All blocks of the selection get the level, as one step. */
function setLevel({ open }: Workspace, level: number): void {
  const selection = open?.session.getState().selection;
  if (!open || !selection) return;
  const { session } = open;
  const { anchor, focus } = selection;
  const first = Math.min(anchor.index, focus.index);
  const last = Math.max(anchor.index, focus.index);
  const context = session.context();
  const changes = [];
  for (let index = first; index <= last; index++) {
    changes.push(setHeadingLevel(session.document, index, level, context));
  }
  session.edit('edit.heading', {
    patches: changes.flatMap(change => change.patches),
    decisions: changes.flatMap(change => change.decisions),
  });
}

export const EDIT_COMMANDS: CommandBindings = {
  'edit.undo': {
    enabled: ({ open }) => (open?.session.getState().history.done.length ?? 0) > 0,
    run: ({ open }) => open?.session.undo(),
  },
  'edit.redo': {
    enabled: ({ open }) => (open?.session.getState().history.undone.length ?? 0) > 0,
    run: ({ open }) => open?.session.redo(),
  },
  'edit.cut': clipboard('cut'),
  'edit.copy': clipboard('copy'),
  'edit.paste': clipboard('paste'),
  'edit.selectAll': {
    enabled: withDocument,
    run: ({ view }) => {
      view?.focus();
      view?.selectAll();
    },
  },
  'edit.find': { enabled: withDocument, run: workspace => workspace.find?.show(false) },
  'edit.replace': { enabled: withDocument, run: workspace => workspace.find?.show(true) },
  'edit.findNext': { enabled: withDocument, run: workspace => workspace.find?.step(1) },
  'edit.findPrevious': { enabled: withDocument, run: workspace => workspace.find?.step(-1) },
  'edit.heading1': heading(1),
  'edit.heading2': heading(2),
  'edit.heading3': heading(3),
  'edit.paragraph': heading(0),
};
