import { setImmediate } from 'node:timers/promises';
import { stderrIsTerminal, tellInPlace } from './streams';

/** Work shorter than this (ms) shows no progress. */
const QUIET = 500;

/** Tells on a terminal's stderr how much of the work on `name` is done, when it takes long. */
export function progressFor(name: string, total: number) {
  const started = performance.now();
  let shown = 0;
  return {
    async at(done: number) {
      if (!stderrIsTerminal() || performance.now() - started < QUIET + shown) return;
      shown = performance.now() - started;
      await tellInPlace(`${name}: ${Math.floor((100 * done) / total)} %`);
      await setImmediate();
    },
    async end() {
      if (shown > 0) await tellInPlace('');
    },
  };
}
