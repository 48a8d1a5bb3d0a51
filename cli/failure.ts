import type { FileError, FileErrorCode, Message } from '../shared/source/fileError';

/** Something the user can act on. It ends as one line on stderr and exit code 2; never as a stack trace. */
export class Failure extends Error {
  readonly words: Message;

  constructor(words: Message) {
    super(words.en);
    this.words = words;
  }
}

/** A command line that can't be understood; English as the help it points to. */
export function usageFailure(command: string | null, what: string): Failure {
  const text = `${what} See “kanwu ${command ? `${command} ` : ''}--help”.`;
  return new Failure({ en: text, zh: text });
}

/** Where the words meant for the window, with its “Save as”, would mislead at the command line. */
const PROBLEMS: Partial<Record<FileErrorCode, Message>> = {
  missing: { en: 'there is no such file.', zh: '没有这个文件。' },
  folderMissing: { en: 'there is no such folder.', zh: '没有这个文件夹。' },
};
const CHECK_PATH: Message = { en: 'Check the path.', zh: '请检查路径。' };
const ELSEWHERE: Message = {
  en: 'Nothing was changed there. Name another place with -o (or --annotations).',
  zh: '该处没有改动。请用 -o（或 --annotations）指定别处。',
};
const HINTS: Partial<Record<FileErrorCode, Message>> = {
  missing: CHECK_PATH,
  folderMissing: CHECK_PATH,
  folder: { en: 'Name a file in it.', zh: '请指定其中的文件。' },
  noSpace: {
    en: 'Nothing was changed there. Free some space, or name another place with -o (or --annotations).',
    zh: '该处没有改动。请清出空间，或用 -o（或 --annotations）指定别处。',
  },
  readOnly: ELSEWHERE,
  notPermitted: ELSEWHERE,
  unencodable: {
    en: 'Write another encoding, for instance with --output-encoding utf-8.',
    zh: '请改用其他编码，例如 --output-encoding utf-8。',
  },
  overSource: { en: 'Name another file.', zh: '请另指定文件名。' },
  overAnnotations: { en: 'Name another file.', zh: '请另指定文件名。' },
  binary: {
    en: 'Export it as plain text in the program it came from, or, if it is text after all, name its encoding with --encoding.',
    zh: '请在原来的程序中导出为纯文本；如果它确是文本，请用 --encoding 指定编码。',
  },
};

/** A file error as the command line tells it, with the path as the user gave it. */
export function fileFailure(error: FileError, path: string): Failure {
  const hint = HINTS[error.code] ?? error.hint;
  const problem = PROBLEMS[error.code];
  const told = (locale: 'en' | 'zh'): string => {
    const message = error.message[locale];
    const name = `“${error.file}”`;
    const at = message.indexOf(name);
    if (at < 0) return `${message}${locale === 'en' ? ' ' : ''}${hint[locale]}`;
    const rest = message.slice(at + name.length);
    const shown = problem ? `${locale === 'en' ? ': ' : '：'}${problem[locale]}` : rest;
    return `${message.slice(0, at)}“${path}”${shown}${locale === 'en' ? ' ' : ''}${hint[locale]}`;
  };
  return new Failure({ en: told('en'), zh: told('zh') });
}
