import { resolve } from 'node:path';

/** The file named on the command line, as an absolute path; options are skipped. */
export function fileArgument(argv: readonly string[], packaged: boolean, folder: string): string | null {
  // Unpackaged, the first argument is the program's own folder or main file.
  const names = argv.slice(1).filter(argument => argument !== '' && !argument.startsWith('-'));
  const file = names[packaged ? 0 : 1];
  return file === undefined ? null : resolve(folder, file);
}
