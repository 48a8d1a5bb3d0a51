import type { Workspace } from '../app/workspace';
import { mentionMeant } from './mentionAt';

/** Frames waited for the pane to be drawn before its field is looked for. */
const PATIENCE = 20;

/** Shows the details of the mention at the caret in the inspector, with the keyboard in the first field. */
export function showDetails(workspace: Workspace): void {
  const { open } = workspace;
  if (!open || !mentionMeant(open.session)) return;
  if (!workspace.getState().settings.inspectorOpen) workspace.changeSettings({ inspectorOpen: true });
  workspace.update({ inspectorTab: 'mentions' });
  focusDetails(PATIENCE);
}

function focusDetails(patience: number): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(
      '.mention-details :is(input, select, textarea, button)',
    );
    if (field) field.focus();
    else if (patience > 0) focusDetails(patience - 1);
  });
}
