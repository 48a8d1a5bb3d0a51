import { GrowingText } from '../../shared/steps/growingText';

/** Milliseconds of work between two pauses; well under the 50 ms in which a window answers its user. */
const SLICE = 10;

/** Of work that begins within an event, beside what else follows the event at once. */
const FIRST_SLICE = 4;

/** Resolves after the window has had time for input and paint. */
export function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}

/** Takes in small parts a slice at a time, and resolves to fewer and longer ones: the same text. */
export async function gatheredInSlices(parts: Iterable<string>): Promise<readonly string[]> {
  const text = new GrowingText();
  let pausedAt = performance.now();
  for (const part of parts) {
    text.add(part);
    if (performance.now() - pausedAt < SLICE) continue;
    await pause();
    pausedAt = performance.now();
  }
  return text.inParts();
}

/** Thrown by {@link runInSlices} when its signal was given: the editor wants no more of it. */
export class Cancelled extends Error {}

/**
 * Runs a generator to its end, a slice at a time; `onStep` hears what it yielded last before each pause. Rejects with
 * {@link Cancelled} once `signal` is aborted.
 */
export async function runInSlices<T, R>(
  generator: Generator<T, R>,
  onStep?: (step: T) => void,
  signal?: AbortSignal,
): Promise<R> {
  let pausedAt = performance.now();
  for (let step = generator.next(); ; step = generator.next()) {
    if (step.done) return step.value;
    if (performance.now() - pausedAt < SLICE) continue;
    onStep?.(step.value);
    await pause();
    if (signal?.aborted) {
      throw new Cancelled();
    }
    pausedAt = performance.now();
  }
}

/**
 * Runs work that pauses by yielding: the first slice at once, so that what is quick is done when this returns, then a slice
 * after each pause. `done` gets the result, unless `isWanted` says after a pause that nobody waits for it any more.
 */
export function finishInSlices<T>(
  work: Generator<undefined, T>,
  isWanted: () => boolean,
  done: (result: T) => void,
): void {
  const slice = (milliseconds: number) => {
    const began = performance.now();
    while (performance.now() - began < milliseconds) {
      const next = work.next();
      if (next.done) {
        done(next.value);
        return;
      }
    }
    setTimeout(() => {
      if (isWanted()) slice(SLICE);
    }, 0);
  };
  slice(FIRST_SLICE);
}
