import { basename } from 'node:path';
import type { SaveRequest, WriteReply } from '../../shared/ipc/contract';
import { ANNOTATION_EXTENSION, isAnnotationName } from './annotationNames';
import type { OpenDocument, OpenDocuments } from './documents';
import { freePath } from './freePath';
import { statOrNull } from './sameFile';
import { saveFile } from './saveFile';
import type { SaveQuestions } from './saveQuestions';
import { answering, failedOver, isSource, saved } from './writeReply';

/** Writes the annotation file, at its known place or where the editor says. Never over the source. */
export async function saveDocument(
  request: SaveRequest,
  documents: OpenDocuments,
  questions: SaveQuestions,
): Promise<WriteReply> {
  const document = documents.get(request.documentId);
  return answering('save', basename(document.annotationPath), async () => {
    const place = await placeToSave(document, request.ask, questions);
    if (place === null) return { kind: 'cancelled' };
    return answering('save', basename(place), async () => {
      if (await isSource(document, place)) return failedOver('overSource', 'save', place);
      await saveFile(place, request.text);
      const written = await statOrNull(place);
      documents.update(document.id, {
        annotationPath: place,
        annotationSeen: written && { size: Number(written.size), mtimeMs: Number(written.mtimeMs) },
        askWhere: false,
      });
      return saved(place);
    });
  });
}

async function placeToSave(
  document: OpenDocument,
  ask: boolean,
  questions: SaveQuestions,
): Promise<string | null> {
  if (!ask && !document.askWhere) {
    const present = await statOrNull(document.annotationPath);
    if (!present) return document.annotationPath;
    const { annotationSeen: seen } = document;
    const unchanged =
      seen && seen.size === Number(present.size) && Math.abs(seen.mtimeMs - Number(present.mtimeMs)) < 2;
    if (unchanged) return document.annotationPath;
    const answer = await questions.askAboutChange(basename(document.annotationPath));
    if (answer === 'overwrite') return document.annotationPath;
    if (answer === 'cancel') return null;
  }
  const suggestion = document.askWhere ? await freePath(document.annotationPath) : document.annotationPath;
  const chosen = await questions.askWhere(suggestion, null);
  if (chosen === null || isAnnotationName(chosen)) return chosen;
  const completed = chosen.replace(/(\.json)?$/i, ANNOTATION_EXTENSION);
  const replaces = (await statOrNull(completed)) !== null;
  return !replaces || (await questions.askToReplace(basename(completed))) ? completed : null;
}
