import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type OnOtherStart = (argv: string[], folder: string, additionalData: unknown) => void;

/**
 * The single-instance lock: a file in the user data that names the process. Another start leaves what it was asked to
 * open in a folder beside it, which the first one watches. Synchronous, as Electron's is.
 */
export function claimLock(userData: string, additionalData: unknown, onOtherStart: OnOtherStart): boolean {
  const lock = join(userData, 'double.lock');
  const mailbox = join(userData, 'double.starts');
  mkdirSync(mailbox, { recursive: true });
  if (isRunning(lock)) {
    const letter = join(mailbox, `${randomBytes(6).toString('hex')}.json`);
    const contents = JSON.stringify({ argv: process.argv, folder: process.cwd(), additionalData });
    writeFileSync(`${letter}.new`, contents);
    renameSync(`${letter}.new`, letter);
    return false;
  }
  writeFileSync(lock, String(process.pid));
  const watcher = watch(mailbox, { persistent: false }, () => collect(mailbox, onOtherStart));
  // The user data was taken away under it, as at the end of a test: nobody can write to it then.
  watcher.on('error', () => watcher.close());
  return true;
}

function isRunning(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid === process.pid) return false;
    process.kill(pid, 0);
    // The number may have been given to another program since.
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('main.mjs');
  } catch {
    return false; // no lock, or its process is gone
  }
}

function collect(mailbox: string, onOtherStart: OnOtherStart): void {
  for (const name of entriesOf(mailbox).filter(entry => entry.endsWith('.json'))) {
    const letter = join(mailbox, name);
    const { argv, folder, additionalData } = JSON.parse(readFileSync(letter, 'utf8')) as {
      argv: string[];
      folder: string;
      additionalData: unknown;
    };
    rmSync(letter, { force: true });
    onOtherStart(argv, folder, additionalData);
  }
}

/** None of a folder that is gone: its removal is the last thing its watcher tells of. */
function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
