import { en } from '../messages/en';
import { zh } from '../messages/zh';
import type { EditingSession } from '../session/session';
import { save } from './saveFlow';
import type { Workspace } from './workspace';

/**
 * Saves unsaved work every so often (settings), where it has an annotation file already: a first file in the editor's
 * folder is the editor's to make, and until then the journal keeps the work. Never while a dialog is up or something is
 * being written. The function returned ends it.
 */
export function startAutosave(workspace: Workspace, session: EditingSession): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let saidFailed = false;
  const wait = () => {
    timer = setTimeout(attempt, workspace.getState().settings.autosaveSeconds * 1000);
  };
  const attempt = () => {
    if (!wanted()) return wait();
    save(workspace, false, { auto: true })
      .then(outcome => {
        if (outcome.kind === 'failed' && !saidFailed) {
          const { message } = outcome.error;
          workspace.notice(
            { en: en.recovery.autosaveFailed(message.en), zh: zh.recovery.autosaveFailed(message.zh) },
            'warning',
            'file.saveAs',
          );
        }
        saidFailed = outcome.kind === 'failed';
      })
      .catch(workspace.unexpected)
      .finally(wait);
  };
  const wanted = () => {
    const { open, settings, dialog, activity } = workspace.getState();
    return (
      settings.autosave &&
      open?.session === session &&
      open.annotationName !== null &&
      session.getState().edited &&
      dialog === null &&
      activity === null
    );
  };
  wait();
  return () => clearTimeout(timer);
}
