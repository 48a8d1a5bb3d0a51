import type { Message } from '../../source/fileError';
import { Malformed, reading } from '../importFailure';
import type { ImportReading } from '../importFormat';

/** What is wrong with a file of markup, where its name is not known. */
export class MarkupFault extends Error {
  constructor(
    readonly what: Message,
    /** Counted from 1; null where the fault has no line. */
    readonly line: number | null = null,
  ) {
    super(what.en);
  }
}

/** Reads a file; the first fault becomes the one error, with the file's name and the line. */
export function guarded(
  file: string,
  read: () => Generator<number, ImportReading>,
): Generator<number, ImportReading> {
  return reading(named(file, read));
}

/** Gives a fault the file's name, for a reader of several files. */
export function* named<T>(file: string, read: () => Generator<number, T>): Generator<number, T> {
  try {
    return yield* read();
  } catch (error) {
    if (!(error instanceof MarkupFault)) throw error;
    const { what, line } = error;
    throw new Malformed(
      file,
      line === null ? what : { en: `line ${line}: ${what.en}`, zh: `第 ${line} 行：${what.zh}` },
    );
  }
}
