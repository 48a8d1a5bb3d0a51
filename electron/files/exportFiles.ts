import { basename, dirname, join } from 'node:path';
import type { FileToWrite, WriteReply } from '../../shared/ipc/contract';
import { encodeSource } from '../../shared/source/encodeSource';
import { fileError, type Message } from '../../shared/source/fileError';
import type { OpenDocument, OpenDocuments } from './documents';
import { freePath } from './freePath';
import { sameFile, statOrNull } from './sameFile';
import { saveFile } from './saveFile';
import type { SaveQuestions } from './saveQuestions';
import type { WholeExport } from './staging';
import { answering, failedOver, isSource, saved } from './writeReply';

interface Encoded {
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes the files of an export where the editor says, each as a whole. Nothing is asked before all of them are
 * encoded, and nothing written before every place is known to be free or given up.
 */
export async function exportFiles(
  request: WholeExport,
  documents: OpenDocuments,
  questions: SaveQuestions,
): Promise<WriteReply> {
  const document = documents.get(request.documentId);
  const { suggestedName, formatName } = request;
  return answering('export', suggestedName, async () => {
    const encoded: Encoded[] = [];
    for (const file of request.files) {
      const result = encodeFile(file);
      if (result instanceof Uint8Array) encoded.push({ extension: file.extension, bytes: result });
      else return { kind: 'failed', error: fileError('export', 'unencodable', suggestedName, result) };
    }
    const extension = encoded[0]?.extension ?? '';
    const folder = dirname(document.sourcePath ?? document.annotationPath);
    const suggestion = await freePath(join(folder, suggestedName));
    const first = await questions.askWhere(suggestion, { name: formatName, extension });
    if (first === null) return { kind: 'cancelled' };
    return answering('export', basename(first), () => writeAll(document, first, encoded, questions));
  });
}

async function writeAll(
  document: OpenDocument,
  first: string,
  files: readonly Encoded[],
  questions: SaveQuestions,
): Promise<WriteReply> {
  const places = placesOf(first, files);
  for (const [n, place] of places.entries()) {
    if (await isSource(document, place)) return failedOver('overSource', 'export', place);
    if (await sameFile(document.annotationPath, place)) return failedOver('overAnnotations', 'export', place);
    const taken = n > 0 && (await statOrNull(place)) !== null;
    if (taken && !(await questions.askToReplace(basename(place)))) return { kind: 'cancelled' };
  }
  // The one that was named comes last: should the disk fill up, it is not there to look finished.
  for (const [n, file] of [...files.entries()].reverse()) await saveFile(places[n] ?? first, file.bytes);
  return saved(first);
}

/** The place named for the first file, and for the others the same with their own extensions. */
function placesOf(first: string, files: readonly Encoded[]): readonly string[] {
  const extension = files[0]?.extension ?? '';
  const named = first.toLowerCase().endsWith(extension.toLowerCase());
  const stem = named ? first.slice(0, first.length - extension.length) : first;
  return files.map((file, n) => (n === 0 ? first : stem + file.extension));
}

/** The bytes of a file; the characters its encoding lacks where it can't be written. */
function encodeFile({ contents, encoding, bom }: FileToWrite): Uint8Array | Message {
  if (typeof contents !== 'string') return contents;
  const encoded = encodeSource(contents, encoding, bom);
  return encoded.kind === 'encoded' ? encoded.bytes : listCharacters(encoded.characters);
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
