/** What is heard of the program's end: Electron's `app`. */
export interface EndingApp {
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  exit(code: number): void;
}

/** Milliseconds that what is asked of disks may still take when the windows are closed. */
const GRACE = 1000;
const LOOK = 50;

/**
 * Ends the process also where a drive does not answer. A process waits at its end for the threads that wait for the drive, for
 * ever if need be, and as long as it is there no other can be started. What counts is on the disk by then: the window is
 * closed only after the journal has been.
 */
export function endInTime(
  app: EndingApp,
  kill: () => void = killThis,
  asked: () => boolean = asksDisks,
): void {
  app.on('will-quit', event => {
    if (!asked()) return;
    event.preventDefault();
    const limit = Date.now() + GRACE;
    const look = setInterval(() => {
      if (asked() && Date.now() < limit) return;
      clearInterval(look);
      if (asked()) kill();
      else app.exit(0);
    }, LOOK);
  });
}

/** Whether Node waits for an answer of a file system. */
function asksDisks(): boolean {
  return process.getActiveResourcesInfo().some(name => name.startsWith('FSReq'));
}

function killThis(): void {
  process.kill(process.pid, 'SIGKILL');
}
