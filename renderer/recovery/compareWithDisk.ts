import { type Comparison, compareDocuments } from '../../shared/annotation/compareDocuments';
import { readingInSteps } from '../../shared/annotation/readAnnotations';
import type { FileError } from '../../shared/source/fileError';
import { pause, runInSlices } from '../app/timeSlices';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';

export type ComparedWithDisk =
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'otherSource' }
  | { readonly kind: 'failed'; readonly error: FileError };

/** What is open compared with the annotation file as it is on the disk. */
export async function compareWithDisk(
  { kanwu }: Workspace,
  { file, session }: OpenDocument,
): Promise<ComparedWithDisk> {
  const reply = await kanwu.onDisk({ documentId: file.documentId });
  if (reply.kind === 'failed') return reply;
  await pause();
  const reading = await runInSlices(readingInSteps(reply.text, reply.name));
  if (reading.kind === 'failed') return reading;
  if (reading.document.source.sha256 !== session.document.source.sha256) return { kind: 'otherSource' };
  await pause();
  return { kind: 'compared', comparison: compareDocuments(session.document, reading.document) };
}
