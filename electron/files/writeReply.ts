import { basename } from 'node:path';
import type { WriteReply } from '../../shared/ipc/contract';
import { type FileAction, type FileErrorCode, fileError } from '../../shared/source/fileError';
import { shortenPath } from './displayPath';
import type { OpenDocument } from './documents';
import { sameFile } from './sameFile';
import { describeSystemError } from './systemError';

/** Whether a place is the document's source, by whatever name. */
export async function isSource(document: OpenDocument, place: string): Promise<boolean> {
  return document.sourcePath !== null && sameFile(document.sourcePath, place);
}

/** The refusal to write over a file that is the editor's work. */
export function failedOver(
  code: Extract<FileErrorCode, 'overSource' | 'overAnnotations'>,
  action: FileAction,
  place: string,
): Extract<WriteReply, { kind: 'failed' }> {
  return { kind: 'failed', error: fileError(action, code, basename(place)) };
}

export function saved(place: string): Extract<WriteReply, { kind: 'saved' }> {
  return {
    kind: 'saved',
    name: basename(place),
    displayPath: shortenPath(place),
    at: new Date().toISOString(),
  };
}

/** Does it; a system's error is a reply like any other. */
export async function answering<R>(
  action: FileAction,
  name: string,
  write: () => Promise<R>,
): Promise<R | Extract<WriteReply, { kind: 'failed' }>> {
  try {
    return await write();
  } catch (error) {
    return { kind: 'failed', error: describeSystemError(action, name, error) };
  }
}
