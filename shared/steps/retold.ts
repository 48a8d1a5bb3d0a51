/** Work that pauses by yielding, with `tell` saying what it yields: another measure of how far it is, or nothing but a pause. */
export function* retold<A, B, R>(work: Generator<A, R>, tell: (step: A) => B): Generator<B, R> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield tell(step.value);
  }
}
