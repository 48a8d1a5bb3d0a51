import type { FilesChanged } from '../../shared/ipc/contract';
import type { Workspace } from '../app/workspace';

/** Asks what to do when main says that a file of the open document was changed; after what is being asked already. */
export function sayFilesChanged(workspace: Workspace): void {
  let waiting: FilesChanged | null = null;
  const ask = () => {
    const { open, dialog, activity } = workspace.getState();
    if (!waiting || dialog !== null || activity !== null) return;
    const change = waiting;
    waiting = null;
    if (open?.file.documentId === change.documentId) workspace.dialog({ kind: 'filesChanged', ...change });
  };
  workspace.kanwu.on('filesChanged', change => {
    const gone = change.annotations === null && change.source === null;
    waiting = gone ? null : change;
    ask();
  });
  workspace.subscribe(ask);
}
