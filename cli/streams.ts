import { fstatSync, writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { isatty } from 'node:tty';
import { systemCode } from '../electron/files/systemError';

const STDOUT = 1;
const STDERR = 2;
const RETRY_MS = 5;

/** Whoever read our output has closed it (`kanwu … | head`): not an error, there is just no one to write for. */
export class BrokenPipe extends Error {}

/**
 * Writes all of it to standard output, or rejects with the system's error. By hand, because `process.stdout` ignores
 * short writes to a file: on a full disk it would lose the rest without a word.
 */
export async function writeOut(contents: string | Uint8Array): Promise<void> {
  await writeAll(STDOUT, contents);
}

/** One line on standard error. Nothing can be done, and nobody told, where even that fails. */
export async function tell(line: string): Promise<void> {
  await writeAll(STDERR, `${printable(line)}\n`).catch(() => undefined);
}

export function stderrIsTerminal(): boolean {
  return isatty(STDERR);
}

/** Overwrites the terminal's current line on standard error. */
export async function tellInPlace(line: string): Promise<void> {
  await writeAll(STDERR, `\r\u001b[K${printable(line)}`).catch(() => undefined);
}

/** What file standard output was redirected to; null for a terminal or pipe. */
export function redirectedTo(): { readonly dev: bigint; readonly ino: bigint } | null {
  try {
    const stats = fstatSync(STDOUT, { bigint: true });
    return stats.isFile() ? stats : null;
  } catch (error) {
    if (systemCode(error)) return null; // closed by the caller; writing will say so
    throw error;
  }
}

/** Text from a file must not steer the terminal: control characters show as their pictures. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, char => {
    const code = char.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}

async function writeAll(fd: number, contents: string | Uint8Array): Promise<void> {
  const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents;
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const code = systemCode(error);
      if (code === 'EPIPE') throw new BrokenPipe();
      // The other end set the pipe non-blocking and is still busy.
      if (code !== 'EAGAIN') throw error;
      await setTimeout(RETRY_MS);
    }
  }
}
