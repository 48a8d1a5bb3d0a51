import type { ToWorker } from './protocol';

/** Relative to the page's address. */
const WORKER = 'detectionWorker.js';
const WORD_LIST = 'assets/lexicon.txt';

/** The worker, with its word list on the way to it. */
export interface BegunDetection {
  readonly worker: Worker;
  /** Resolves when the worker breaks down or has no words, also before anyone listens. */
  readonly broken: Promise<void>;
}

/** The same in all scripts of the page, each of which is a bundle of its own. */
const KEY = Symbol.for('kanwu-begun-detection');

/**
 * Starts the worker, fetches its word list and hands it over, so that it is warm when a file opens. Called by a small script before
 * the window's own, which takes a few hundred milliseconds to load and run: findings of the first file are wanted right after its text.
 */
export function beginDetection(): BegunDetection {
  const worker = new Worker(WORKER, { type: 'module' });
  const broken = new Promise<void>(resolve => {
    worker.addEventListener('error', () => resolve(), { once: true });
    handWords(worker).catch(() => resolve());
  });
  const begun = { worker, broken };
  Reflect.set(globalThis, KEY, begun);
  return begun;
}

/** What was begun; begun now where that script did not run. */
export function begunDetection(): BegunDetection {
  return (Reflect.get(globalThis, KEY) as BegunDetection | undefined) ?? beginDetection();
}

async function handWords(worker: Worker): Promise<void> {
  const reply = await fetch(WORD_LIST);
  if (!reply.ok) throw new Error(`the word list could not be loaded (${reply.status})`);
  const bytes = await reply.arrayBuffer();
  const message: ToWorker = { type: 'lexicon', bytes };
  worker.postMessage(message, [bytes]);
}
