import { basename, dirname, extname, join } from 'node:path';
import type { ExportRequest, SaveRequest, WriteReply } from '../../shared/ipc/contract';
import { encodeSource } from '../../shared/source/encodeSource';
import { type FileAction, fileError, type Message } from '../../shared/source/fileError';
import { ANNOTATION_EXTENSION, isAnnotationName } from './annotationNames';
import { shortenPath } from './displayPath';
import type { OpenDocument, OpenDocuments } from './documents';
import { sameFile, statOrNull } from './sameFile';
import { saveFile } from './saveFile';
import { describeSystemError } from './systemError';

/** What saving may have to ask the editor. Electron's dialogs answer; tests answer themselves. */
export interface SaveQuestions {
  /** The path to write, or null if cancelled. The dialog itself has asked about an existing file. */
  askWhere(suggestedPath: string, kind: 'annotations' | ExportRequest['format']): Promise<string | null>;
  /** Another program wrote the annotation file since it was read here. */
  askAboutChange(name: string): Promise<'overwrite' | 'elsewhere' | 'cancel'>;
  /** The name completed with its extension names a file that is already there. */
  askToReplace(name: string): Promise<boolean>;
}

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
      if (await isSource(document, place)) return failedOverSource('save', place);
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

/** Writes an edition where the editor says, in the encoding asked for. Never over the source. */
export async function exportEdition(
  request: ExportRequest,
  documents: OpenDocuments,
  questions: SaveQuestions,
): Promise<WriteReply> {
  const document = documents.get(request.documentId);
  return answering('export', request.suggestedName, async () => {
    const encoded = encodeSource(request.text, request.encoding, request.bom);
    if (encoded.kind === 'unencodable') {
      const characters = listCharacters(encoded.characters);
      return { kind: 'failed', error: fileError('export', 'unencodable', request.suggestedName, characters) };
    }
    const folder = dirname(document.sourcePath ?? document.annotationPath);
    const suggestion = await freePath(join(folder, request.suggestedName));
    const place = await questions.askWhere(suggestion, request.format);
    if (place === null) return { kind: 'cancelled' };
    return answering('export', basename(place), async () => {
      if (await isSource(document, place)) return failedOverSource('export', place);
      await saveFile(place, encoded.bytes);
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
  const chosen = await questions.askWhere(suggestion, 'annotations');
  if (chosen === null || isAnnotationName(chosen)) return chosen;
  const completed = chosen.replace(/(\.json)?$/i, ANNOTATION_EXTENSION);
  const replaces = (await statOrNull(completed)) !== null;
  return !replaces || (await questions.askToReplace(basename(completed))) ? completed : null;
}

/** `path`, or with a number before its extension where that is taken. */
async function freePath(path: string): Promise<string> {
  const extension = isAnnotationName(path) ? ANNOTATION_EXTENSION : extname(path);
  const stem = path.slice(0, path.length - extension.length);
  for (let number = 2, candidate = path; ; number++) {
    if (!(await statOrNull(candidate))) return candidate;
    candidate = `${stem}-${number}${extension}`;
  }
}

async function isSource(document: OpenDocument, place: string): Promise<boolean> {
  return document.sourcePath !== null && sameFile(document.sourcePath, place);
}

function failedOverSource(action: FileAction, place: string): WriteReply {
  return { kind: 'failed', error: fileError(action, 'overSource', basename(place)) };
}

function saved(place: string): WriteReply {
  return {
    kind: 'saved',
    name: basename(place),
    displayPath: shortenPath(place),
    at: new Date().toISOString(),
  };
}

async function answering(
  action: FileAction,
  name: string,
  write: () => Promise<WriteReply>,
): Promise<WriteReply> {
  try {
    return await write();
  } catch (error) {
    return { kind: 'failed', error: describeSystemError(action, name, error) };
  }
}

/** The characters an encoding lacks, the first few by name. */
function listCharacters(characters: readonly string[]): Message {
  const shown = characters
    .slice(0, 8)
    .map(char =>
      /\p{Surrogate}/u.test(char) ? `U+${char.charCodeAt(0).toString(16).toUpperCase()}` : `“${char}”`,
    );
  const more = characters.length - shown.length;
  return {
    en: `${shown.join(', ')}${more > 0 ? ` and ${more} more characters` : ''}`,
    zh: `${shown.join('、')}${more > 0 ? `等 ${characters.length} 个字符` : ''}`,
  };
}
