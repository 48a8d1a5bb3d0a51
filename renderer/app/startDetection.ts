import type { FromWorker, ToWorker } from '../detection/protocol';
import type { Workspace } from './workspace';

/** Relative to the worker's own address. */
const WORD_LIST = 'assets/lexicon.txt';

/** Gives the worker its word list, so that it is warm when a file opens, and says when it breaks down. */
export function startDetection(workspace: Workspace): void {
  const { worker } = workspace;
  const failed = () => {
    workspace.update({ detectionFailed: true });
    sayDetectionFailed(workspace);
  };
  worker.addEventListener('error', failed);
  worker.addEventListener('messageerror', failed);
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'failed') failed();
  });
  const message: ToWorker = { type: 'lexicon', url: WORD_LIST };
  worker.postMessage(message);
}

export function sayDetectionFailed(workspace: Workspace): void {
  workspace.notice(messages => messages.notices.detection, 'warning');
}
