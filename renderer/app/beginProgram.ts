import { runCommand } from '../commands/registry';
import { sayFilesChanged } from '../recovery/sayFilesChanged';
import { showReply } from './openFlow';
import { answerSaveRequest } from './saveFlow';
import type { Workspace } from './workspace';

/** Asks main what to show first, and listens to what it says later. */
export async function beginProgram(workspace: Workspace): Promise<void> {
  const { kanwu } = workspace;
  kanwu.on('command', ({ id }) => {
    // A menu bar stays in reach while a dialog is up; the dialog comes first.
    if (workspace.getState().dialog === null) runCommand(workspace, id);
  });
  kanwu.on('saveRequested', ({ requestId }) => {
    answerSaveRequest(workspace, requestId).catch(workspace.unexpected);
  });
  kanwu.on('openedFromOutside', reply => {
    showReply(workspace, reply).catch(workspace.unexpected);
  });
  sayFilesChanged(workspace);
  kanwu.on('settingsChanged', settings => workspace.settingsChanged(settings));
  kanwu.on('recentsChanged', recents => workspace.update({ recents }));

  const start = await kanwu.start(null);
  workspace.update({ start, settings: start.settings, recents: start.recents });
  if (start.launch) await showReply(workspace, start.launch);
  // Last, for showing a document takes away what was said before.
  for (const message of start.notices) workspace.notice(message, 'warning');
}
