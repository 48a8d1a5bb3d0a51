import { Cancelled, runInSlices } from '../app/timeSlices';
import type { Workspace } from '../app/workspace';

/**
 * Work shorter than this (ms) comes without a dialog: up to a second a person waits without asking (Nielsen 1993), and a dialog that
 * comes and goes disturbs more, and makes the browser lay out the whole window, which takes longer than any slice of the work.
 */
const QUIET = 1000;

type Work = 'reading' | 'placing' | 'carrying' | 'changing';

/**
 * Runs long work a slice at a time behind a dialog that shows how far it is (the generator yields its share, 0–1) and can
 * cancel it. Null where it was cancelled.
 */
export async function working<R>(
  workspace: Workspace,
  what: Work,
  work: Generator<number, R>,
): Promise<R | null> {
  try {
    return await workingOrCancelled(workspace, what, work);
  } catch (error) {
    if (error instanceof Cancelled) return null;
    throw error;
  }
}

/** The same, which rejects with {@link Cancelled} where it was cancelled. */
export async function workingOrCancelled<R>(
  workspace: Workspace,
  what: Work,
  work: Generator<number, R>,
): Promise<R> {
  const stop = new AbortController();
  const began = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (share: number) => {
    if (performance.now() - began < QUIET) return;
    clearTimeout(timer);
    // In a turn of its own: the dialog makes the browser lay out the whole window, which a slice of the work is not to wait for.
    timer = setTimeout(() => {
      workspace.dialog({ kind: 'working', what, share, cancel: () => stop.abort() });
    }, 0);
  };
  try {
    return await runInSlices(work, show, stop.signal);
  } finally {
    clearTimeout(timer);
    if (workspace.getState().dialog?.kind === 'working') workspace.dialog(null);
  }
}
