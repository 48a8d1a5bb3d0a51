import type { FromWorker, ToWorker } from '../detection/protocol';
import type { Workspace } from './workspace';

/** Relative to the page's address. */
const WORD_LIST = 'assets/lexicon.txt';

/**
 * Gives the worker its word list, so that it is warm when a file opens, and says when it breaks down. The page fetches
 * the list, for it can while the worker's own script is still on its way.
 */
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
  fetchWords().then(bytes => {
    const message: ToWorker = { type: 'lexicon', bytes };
    worker.postMessage(message, [bytes]);
  }, failed);
}

async function fetchWords(): Promise<ArrayBuffer> {
  const reply = await fetch(WORD_LIST);
  if (!reply.ok) throw new Error(`the word list could not be loaded (${reply.status})`);
  return reply.arrayBuffer();
}

export function sayDetectionFailed(workspace: Workspace): void {
  workspace.notice(messages => messages.notices.detection, 'warning');
}
