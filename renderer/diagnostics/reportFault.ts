import { framesOf } from '../../shared/diagnostics/stackFrames';
import type { FaultReport, KanwuApi } from '../../shared/ipc/contract';

/** Faults sent in one run of the page; a fault that repeats itself must not fill the log. */
const MOST = 50;
let sent = 0;

/** Tells main's log of a fault. Of the error only its class and its stack's places go, never its message. */
export function reportFault(kanwu: KanwuApi, where: FaultReport['where'], error: unknown): void {
  if (sent++ >= MOST) return;
  const known = error instanceof Error;
  const report: FaultReport = {
    where,
    name: known && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Unknown',
    frames: known ? framesOf(error.stack ?? '') : [],
  };
  // A log that can't be reached must not become a fault of its own.
  kanwu.reportFault(report).catch(() => undefined);
}
