import type { BegunDetection } from '../detection/begunDetection';
import type { FromWorker } from '../detection/protocol';
import type { Workspace } from './workspace';

/** Says when the worker breaks down. */
export function watchDetection(workspace: Workspace, { worker, broken }: BegunDetection): void {
  const failed = () => {
    workspace.update({ detectionFailed: true });
    sayDetectionFailed(workspace);
  };
  void broken.then(failed);
  worker.addEventListener('messageerror', failed);
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'failed') failed();
  });
}

export function sayDetectionFailed(workspace: Workspace): void {
  workspace.notice(messages => messages.notices.detection, 'warning');
}
