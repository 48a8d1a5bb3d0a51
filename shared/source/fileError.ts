/** A sentence in both languages of the program. */
export interface Message {
  readonly en: string;
  readonly zh: string;
}

export type FileErrorCode =
  | 'missing'
  | 'folder'
  | 'unreadable'
  | 'tooLarge'
  | 'binary'
  | 'noSpace'
  | 'readOnly'
  | 'notPermitted'
  | 'folderMissing'
  | 'deviceFailed'
  | 'overSource'
  | 'unencodable'
  | 'malformed'
  | 'newerVersion'
  | 'otherSource'
  | 'unknown';

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
