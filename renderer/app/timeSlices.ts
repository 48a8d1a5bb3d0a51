/** Milliseconds of work between two pauses; well under the 50 ms in which a window answers its user. */
const SLICE = 10;

/** Resolves after the window has had time for input and paint. */
export function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}

/** Puts the parts together as `join('')` would, a slice at a time. */
export async function joinInSlices(parts: Iterable<string>): Promise<string> {
  const pieces: string[] = [];
  let pausedAt = performance.now();
  for (const part of parts) {
    pieces.push(part);
    if (performance.now() - pausedAt < SLICE) continue;
    await pause();
    pausedAt = performance.now();
  }
  return pieces.join('');
}
