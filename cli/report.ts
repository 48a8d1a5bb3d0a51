import { describeSystemError, systemCode } from '../electron/files/systemError';
import type { Message } from '../shared/source/fileError';
import type { Locale } from './command';
import { Failure, fileFailure } from './failure';
import { BrokenPipe, tell } from './streams';

/** A thrown error as one line on stderr. A broken pipe is passed on: there is nobody to go on for. */
export async function reportFailure(error: unknown, locale: Locale): Promise<void> {
  if (error instanceof BrokenPipe) throw error;
  await tell(`kanwu: ${wordsOf(error)[locale]}`);
}

/** Something worth knowing that stops nothing. */
export async function reportNotice(path: string, notice: Message, locale: Locale): Promise<void> {
  await tell(`kanwu: ${path}: ${notice[locale]}`);
}

function wordsOf(error: unknown): Message {
  if (error instanceof Failure) return error.words;
  // What reads or writes named files reports them itself; what is left is standard output.
  if (systemCode(error)) return fileFailure(describeSystemError('export', 'stdout', error), 'stdout').words;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    en: `this is a fault of Kanwu itself (${detail}). Nothing was changed; please report it with the file it happened on.`,
    zh: `这是勘误自身的错误（${detail}）。没有改动任何文件；请附上出错的文件反馈给我们。`,
  };
}
