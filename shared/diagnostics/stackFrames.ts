/** Frames kept of a fault. */
const DEEPEST = 12;
/** Characters kept of a frame. */
const LONGEST = 300;

/**
 * The places a stack names, innermost first: `save (saveFlow.ts:12:3)`. Lines of the message, which may quote the document,
 * are no places.
 */
export function framesOf(stack: string): readonly string[] {
  const lines = stack.split('\n').filter(line => /^\s+at /.test(line));
  return soundFrames(lines.map(line => line.trim().slice(3)));
}

/** Of frames that may hold anything, those that name a place, without the folders of the installation. */
export function soundFrames(frames: readonly string[]): readonly string[] {
  return frames
    .filter(frame => /:\d+:\d+\)?$/.test(frame))
    .slice(0, DEEPEST)
    .map(frame => frame.replace(/[^\s(]*[/\\]/g, '').slice(0, LONGEST));
}
