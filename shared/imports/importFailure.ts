import type { FileError, Message } from '../source/fileError';
import type { ImportReading } from './importFormat';

const HINT: Message = {
  en: 'Nothing was changed. Export the file again from the program it came from, or correct that place in a text editor.',
  zh: '没有改动任何内容。请从原来的程序重新导出，或用文本编辑器改正该处。',
};

/** Thrown while a file is read where it is not what it should be; {@link reading} makes the error of it. */
export class Malformed extends Error {
  constructor(
    readonly file: string,
    /** What is wrong and where, as the rest of a sentence: “line 3 has no label”. */
    readonly what: Message,
    readonly hint: Message = HINT,
  ) {
    super(what.en);
  }
}

/** Runs a reader; a {@link Malformed} thrown in it becomes the one error the editor sees. */
export function* reading(body: Generator<number, ImportReading>): Generator<number, ImportReading> {
  try {
    return yield* body;
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { kind: 'failed', error: importError(error) };
  }
}

function importError({ file, what, hint }: Malformed): FileError {
  return {
    code: 'malformed',
    file,
    message: { en: `Could not import “${file}”: ${what.en}.`, zh: `无法导入“${file}”：${what.zh}。` },
    hint,
  };
}
