import { openDropped } from './openFlow';
import type { Workspace } from './workspace';

/** Set on <html> while a file hovers over the window, for the style sheet. */
const HOVERING = 'dropping';

/**
 * A file dropped anywhere in the window is opened. Without this the window would go to the file's address. Text
 * dragged within the window is left to the text view.
 */
export function acceptDrops(workspace: Workspace): void {
  const root = document.documentElement;
  const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

  window.addEventListener('dragover', event => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    root.classList.add(HOVERING);
  });
  window.addEventListener('dragleave', event => {
    // No related target: the pointer has left the window, not just an element.
    if (event.relatedTarget === null) root.classList.remove(HOVERING);
  });
  window.addEventListener(
    'drop',
    event => {
      root.classList.remove(HOVERING);
      if (!carriesFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const file = event.dataTransfer?.files[0];
      if (file) openDropped(workspace, file).catch(workspace.unexpected);
    },
    { capture: true },
  );
}
