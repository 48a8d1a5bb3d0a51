/** Runs work that pauses by yielding to its end, without a pause. */
export function drained<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
