import { isAbsolute, resolve } from 'node:path';
import { app } from 'electron';
import * as v from 'valibot';

const handoverSchema = v.object({ path: v.nullable(v.pipe(v.string(), v.check(isAbsolute))) });

/** The file named on the command line, as an absolute path; options are skipped. */
export function fileArgument(argv: readonly string[], packaged: boolean, folder: string): string | null {
  // Unpackaged, the first argument is the program's own folder or main file.
  const names = argv.slice(1).filter(argument => argument !== '' && !argument.startsWith('-'));
  const file = names[packaged ? 0 : 1];
  return file === undefined ? null : resolve(folder, file);
}

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
