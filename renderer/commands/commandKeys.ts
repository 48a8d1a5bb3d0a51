import { goToPane } from '../app/panes';
import type { Workspace } from '../app/workspace';
import { isTextField } from './editCommands';
import { acceleratorOf, isInputMethod, keyTable } from './keys';
import { isEnabled, runCommand, tagsetOf } from './registry';

/** Keys the browser and the text view serve better themselves: they carry the clipboard's data. */
const NATIVE = new Set(['edit.cut', 'edit.copy', 'edit.paste']);

/** Commands of the menu "Edit" that mean the document from a text field as well. */
const FROM_FIELDS = new Set(['edit.find', 'edit.replace', 'edit.findNext', 'edit.findPrevious']);

/**
 * Turns key presses in the window into commands, before anything else sees them. Never while an input method is
 * composing. In a text field outside the document, editing keys stay the field's own; over a dialog nothing is run.
 */
export function listenForKeys(workspace: Workspace): () => void {
  let tagset = tagsetOf(workspace);
  let table = keyTable(tagset);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isInputMethod(event) || workspace.view?.isComposing()) return;
    // AltGr types characters, though Windows tells of it as Ctrl and Alt.
    if (event.getModifierState('AltGraph')) return;
    if (tagset !== tagsetOf(workspace)) {
      tagset = tagsetOf(workspace);
      table = keyTable(tagset);
    }
    const accelerator = acceleratorOf(event, workspace.getState().start?.platform ?? 'linux');
    const dialogShown =
      workspace.getState().dialog !== null || document.querySelector('dialog[open]') !== null;
    if (!dialogShown && (accelerator === 'F6' || accelerator === 'Shift+F6')) {
      event.preventDefault();
      goToPane(event.shiftKey ? -1 : 1);
      return;
    }
    const id = table.get(accelerator);
    if (!id || NATIVE.has(id)) return;
    const inField = isTextField(event.target instanceof Element ? event.target : null);
    if (inField && id.startsWith('edit.') && !FROM_FIELDS.has(id)) return;
    // A list may have "all" of its own.
    if (
      id === 'edit.selectAll' &&
      event.target instanceof Element &&
      event.target.closest('[data-selects-all]')
    )
      return;
    event.preventDefault();
    event.stopPropagation();
    if (dialogShown) return;
    // Browsers tell of a click's new selection in a task of its own, which a quick key can overtake.
    if (event.target instanceof Element && event.target.closest('.text-root')) {
      document.dispatchEvent(new Event('selectionchange'));
    }
    if (!isEnabled(workspace, id)) return;
    runCommand(workspace, id);
  };

  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
}
