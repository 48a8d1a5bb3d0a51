import { isAbsolute } from 'node:path';
import { app } from 'electron';
import * as v from 'valibot';

const handoverSchema = v.object({ path: v.nullable(v.pipe(v.string(), v.check(isAbsolute))) });

/**
 * True if this is the first start with this user data. Otherwise the running program is told which file was wanted,
 * and this one should quit.
 */
export function claimSingleInstance(
  wanted: string | null,
  onOtherStart: (path: string | null) => void,
): boolean {
  app.on('second-instance', (_event, _argv, _folder, additionalData) => {
    const handover = v.safeParse(handoverSchema, additionalData);
    onOtherStart(handover.success ? handover.output.path : null);
  });
  return app.requestSingleInstanceLock({ path: wanted });
}
