import { basename } from 'node:path';
import type { SaveReply, SaveRequest } from '../../shared/ipc/contract';
import { ANNOTATION_EXTENSION, isAnnotationName } from './annotationNames';
import type { OpenDocument, OpenDocuments } from './documents';
import { freePath } from './freePath';
import { hashOf } from './journalHead';
import { statOrNull } from './sameFile';
import { saveFile } from './saveFile';
import type { SaveQuestions } from './saveQuestions';
import { answering, failedOver, isSource, saved } from './writeReply';

/** A save whose text is all there. */
export type WholeSave = Omit<SaveRequest, 'text'> & { readonly text: string };

/** Who is told of a save besides the disk; the journal and the keeper of earlier versions. None of it can stop one. */
export interface SaveWitness {
  /** Just before `path` is written with a text of this hash. */
  readonly saving: (request: WholeSave, hash: string, path: string) => Promise<void>;
  readonly saved: (request: WholeSave, hash: string, path: string) => Promise<void>;
}

const NOBODY: SaveWitness = { saving: async () => {}, saved: async () => {} };

/** Writes the annotation file, at its known place or where the editor says. Never over the source. */
export async function saveDocument(
  request: WholeSave,
  documents: OpenDocuments,
  questions: SaveQuestions,
  witness: SaveWitness = NOBODY,
): Promise<SaveReply> {
  const document = documents.get(request.documentId);
  return answering('save', basename(document.annotationPath), async (): Promise<SaveReply> => {
    const place = await placeToSave(document, request, questions);
    if (place === null) return { kind: 'cancelled' };
    return answering('save', basename(place), async (): Promise<SaveReply> => {
      if (await isSource(document, place)) return failedOver('overSource', 'save', place);
      const hash = hashOf(request.text);
      await witness.saving(request, hash, place);
      await saveFile(place, request.text);
      const written = await statOrNull(place);
      documents.update(document.id, {
        annotationPath: place,
        annotationSeen: written && { size: Number(written.size), mtimeMs: Number(written.mtimeMs) },
        annotationHash: hash,
        askWhere: false,
      });
      await witness.saved(request, hash, place);
      return { ...saved(place), hash };
    });
  });
}

async function placeToSave(
  document: OpenDocument,
  { ask, auto }: WholeSave,
  questions: SaveQuestions,
): Promise<string | null> {
  if (!ask && !document.askWhere) {
    const present = await statOrNull(document.annotationPath);
    if (!present) return document.annotationPath;
    const { annotationSeen: seen } = document;
    const unchanged =
      seen && seen.size === Number(present.size) && Math.abs(seen.mtimeMs - Number(present.mtimeMs)) < 2;
    if (unchanged) return document.annotationPath;
    if (auto) return null;
    const answer = await questions.askAboutChange(basename(document.annotationPath));
    if (answer === 'overwrite') return document.annotationPath;
    if (answer === 'cancel') return null;
  }
  if (auto) return null;
  const suggestion = document.askWhere ? await freePath(document.annotationPath) : document.annotationPath;
  const chosen = await questions.askWhere(suggestion, null);
  if (chosen === null || isAnnotationName(chosen)) return chosen;
  const completed = chosen.replace(/(\.json)?$/i, ANNOTATION_EXTENSION);
  const replaces = (await statOrNull(completed)) !== null;
  return !replaces || (await questions.askToReplace(basename(completed))) ? completed : null;
}
