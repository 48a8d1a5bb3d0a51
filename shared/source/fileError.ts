import { DESCRIPTIONS } from './fileErrorMessages';

/** A sentence in both languages of the program. */
export interface Message {
  readonly en: string;
  readonly zh: string;
}

export const FILE_ERROR_CODES = [
  'missing',
  'folder',
  'unreadable',
  'tooLarge',
  'binary',
  'noSpace',
  'readOnly',
  'notPermitted',
  'folderMissing',
  'deviceFailed',
  'overSource',
  'overAnnotations',
  'unencodable',
  'malformed',
  'newerVersion',
  'notTagset',
  'otherSource',
  'notNames',
  'unknown',
] as const;
export type FileErrorCode = (typeof FILE_ERROR_CODES)[number];

/**
 * Something that went wrong with a file, as the editor is told: `message` says what was being done, to which file and
 * what is wrong; `hint` says what to do. Plain data, so that it crosses IPC and serves the command line alike.
 */
export interface FileError {
  readonly code: FileErrorCode;
  /** The file as the editor knows it: its name, or the path given on the command line. */
  readonly file: string;
  readonly message: Message;
  readonly hint: Message;
}

export type FileAction = 'open' | 'save' | 'export';

const ACTIONS: Readonly<Record<FileAction, Message>> = {
  open: { en: 'Could not open', zh: '无法打开' },
  save: { en: 'Could not save', zh: '无法保存' },
  export: { en: 'Could not export', zh: '无法导出' },
};

/**
 * Builds the error an editor sees. `detail` fills in what the code alone does not say: the limit for `tooLarge`, the
 * characters for `unencodable`, the place and fault for `malformed`, what the file is for `binary`, the system's own
 * words for `unknown`.
 */
export function fileError(
  action: FileAction,
  code: FileErrorCode,
  file: string,
  detail: Message = { en: '', zh: '' },
): FileError {
  const { problem, hint } = DESCRIPTIONS[code];
  const verb = ACTIONS[action];
  return {
    code,
    file,
    message: {
      en: `${verb.en} “${file}”: ${problem(detail).en}`,
      zh: `${verb.zh}“${file}”：${problem(detail).zh}`,
    },
    hint,
  };
}

/** What a system error code (`ENOSPC` …) means for what was being done. */
export function fileErrorCode(action: FileAction, systemCode: string | undefined): FileErrorCode {
  switch (systemCode) {
    case 'ENOENT':
    case 'ENOTDIR':
      return action === 'open' ? 'missing' : 'folderMissing';
    case 'EISDIR':
      return 'folder';
    case 'EACCES':
    case 'EPERM':
      return action === 'open' ? 'unreadable' : 'notPermitted';
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'noSpace';
    case 'EROFS':
      return 'readOnly';
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
    case 'ESTALE':
      return 'deviceFailed';
    default:
      return 'unknown';
  }
}
