import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { framesOf } from '../../shared/diagnostics/stackFrames';

/** Bytes after which a new file is begun; the one before is kept, so the log takes up twice this at most. */
const LARGEST = 256 * 1024;

/** What went wrong, without what the text or the file's name says. */
export interface Fault {
  /** Class and code of the error: `TypeError`, `Error ENOSPC`. */
  readonly name: string;
  /** Where it arose, innermost first: `save (saveFlow.ts:12:3)`. */
  readonly frames: readonly string[];
}

/**
 * An error as the log may keep it. Its message is left out: it may quote the document (a JSON error does) or name a
 * file. Of the places only the file's own name stays, without the folders of the installation.
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code: unknown = Reflect.get(error, 'code');
  return {
    name:
      typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? `${error.name} ${code}` : error.name,
    frames: framesOf(error.stack ?? ''),
  };
}

/**
 * The log of the program in the user data: what happened, when, and faults; never a word of a document. Writing it may
 * fail (a full disk) without any harm.
 */
export class ProgramLog {
  private readonly file: string;
  private readonly previous: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, 'kanwu.log');
    this.previous = join(folder, 'kanwu.1.log');
  }

  /** `event` is a few words fixed in the code; `details` numbers and names fixed in the code. */
  write(event: string, details: Readonly<Record<string, string | number | boolean>> = {}): void {
    const said = Object.entries(details).map(([key, value]) => ` ${key}=${oneLine(String(value))}`);
    this.append(`${new Date().toISOString()} ${event}${said.join('')}\n`);
  }

  fault(where: string, { name, frames }: Fault): void {
    this.write('fault', { where, name, at: frames.join(' < ') });
  }

  /** The newest `lines`, oldest of them first. */
  tail(lines: number): readonly string[] {
    const text = [this.previous, this.file].map(readOrNothing).join('');
    return text.split('\n').filter(Boolean).slice(-lines);
  }

  private append(line: string): void {
    try {
      if ((statSync(this.file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) {
        renameSync(this.file, this.previous);
      }
      appendFileSync(this.file, line);
    } catch (error) {
      // Said where a developer may see it; nothing else can be done about a log that can't be written.
      console.error('kanwu: could not write the log:', faultOf(error).name);
    }
  }
}

function oneLine(value: string): string {
  return value.replace(/\p{Cc}+/gu, ' ').slice(0, 2000);
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
