/** Relative to the page's address. */
const WORKER = 'detectionWorker.js';
const WORD_LIST = 'assets/lexicon.txt';

/** The worker and what it needs, on their way. */
export interface BegunDetection {
  readonly worker: Worker;
  /** The word list's asset, UTF-8. */
  readonly words: Promise<ArrayBuffer>;
  /** Resolves when the worker breaks down, also before anyone listens to it. */
  readonly broken: Promise<void>;
}

/** The same in all scripts of the page, each of which is a bundle of its own. */
const KEY = Symbol.for('kanwu-begun-detection');

/**
 * Starts the worker and fetches its word list. Called by a small script before the window's own, which takes a few hundred
 * milliseconds to load and run: findings of the first file are wanted right after its text.
 */
export function beginDetection(): BegunDetection {
  const worker = new Worker(WORKER, { type: 'module' });
  const broken = new Promise<void>(resolve =>
    worker.addEventListener('error', () => resolve(), { once: true }),
  );
  const words = fetchWords();
  // Whoever takes it hears of a failure; until then it is no unhandled one.
  words.catch(() => undefined);
  const begun = { worker, words, broken };
  Reflect.set(globalThis, KEY, begun);
  return begun;
}

/** What was begun; begun now where that script did not run. */
export function begunDetection(): BegunDetection {
  return (Reflect.get(globalThis, KEY) as BegunDetection | undefined) ?? beginDetection();
}

async function fetchWords(): Promise<ArrayBuffer> {
  const reply = await fetch(WORD_LIST);
  if (!reply.ok) throw new Error(`the word list could not be loaded (${reply.status})`);
  return reply.arrayBuffer();
}
