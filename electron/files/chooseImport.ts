import { basename } from 'node:path';
import { inUtf8 } from '../../shared/imports/inUtf8';
import type { FileToImport, ImportChoice } from '../../shared/ipc/contract';
import { annotationPathsFor } from './annotationNames';
import { shortenPath } from './displayPath';
import type { OpenDocuments } from './documents';
import { ANNOTATIONS_LIMIT, readFile } from './readFile';

/**
 * Asks which files to import and reads them. They are entered into `documents`, for the case that a document of its own is
 * made of them; its annotations then lie beside the first, and saving them asks where.
 */
export async function chooseImport(
  documents: OpenDocuments,
  askWhatToImport: () => Promise<readonly string[]>,
): Promise<ImportChoice> {
  const paths = await askWhatToImport();
  const [first] = paths;
  if (first === undefined) return { kind: 'cancelled' };
  const files: FileToImport[] = [];
  for (const path of paths) {
    const file = await readFile(path, ANNOTATIONS_LIMIT);
    if (file.kind === 'failed') return file;
    files.push({ name: basename(path), bytes: inUtf8(file.bytes) });
  }
  const document = documents.add({
    name: basename(first),
    sourcePath: first,
    annotationPath: annotationPathsFor(first)[0],
    annotationSeen: null,
    annotationHash: null,
    sourceSeen: null,
    sourceHash: null,
    text: null,
    journalId: null,
    askWhere: true,
    openedPath: first,
  });
  return {
    kind: 'chosen',
    document: {
      documentId: document.id,
      name: document.name,
      displayPath: shortenPath(first),
      source: null,
      annotations: null,
      annotationName: basename(document.annotationPath),
      annotationHash: null,
      journal: null,
      notices: [],
      imported: files,
    },
  };
}
