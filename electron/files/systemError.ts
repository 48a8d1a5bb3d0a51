import { type FileAction, type FileError, fileError, fileErrorCode } from '../../shared/source/fileError';

/** The code of a system error (`ENOSPC` …); undefined for anything else that was thrown. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** A thrown system error as the editor is told of it. */
export function describeSystemError(action: FileAction, name: string, error: unknown): FileError {
  const code = systemCode(error);
  const words = code ?? (error instanceof Error ? error.message : String(error));
  return fileError(action, fileErrorCode(action, code), name, { en: words, zh: words });
}
