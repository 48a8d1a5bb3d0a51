import { homedir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';

const LONGEST = 60;

/** A folder as people read it: `~` for the home folder, and the middle left out where it is long. Never to be used as a path. */
export function shortenFolder(folder: string, home = homedir()): string {
  const inHome = folder === home || folder.startsWith(home + sep);
  const short = inHome && home !== sep ? `~${folder.slice(home.length)}` : folder;
  if (short.length <= LONGEST) return short;
  const parts = short.split(sep);
  return [...parts.slice(0, 2), '…', ...parts.slice(-2)].join(sep);
}

/** A whole path, shortened the same way. */
export function shortenPath(path: string): string {
  return join(shortenFolder(dirname(path)), basename(path));
}
