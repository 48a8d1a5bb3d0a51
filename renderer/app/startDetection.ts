import type { BegunDetection } from '../detection/begunDetection';
import type { FromWorker, ToWorker } from '../detection/protocol';
import type { Workspace } from './workspace';

/** Gives the worker its word list, so that it is warm when a file opens, and says when it breaks down. */
export function startDetection(workspace: Workspace, { worker, words, broken }: BegunDetection): void {
  const failed = () => {
    workspace.update({ detectionFailed: true });
    sayDetectionFailed(workspace);
  };
  void broken.then(failed);
  worker.addEventListener('messageerror', failed);
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'failed') failed();
  });
  words.then(bytes => {
    const message: ToWorker = { type: 'lexicon', bytes };
    worker.postMessage(message, [bytes]);
  }, failed);
}

export function sayDetectionFailed(workspace: Workspace): void {
  workspace.notice(messages => messages.notices.detection, 'warning');
}
