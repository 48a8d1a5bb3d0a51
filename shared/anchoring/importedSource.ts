import type { Source } from '../document/source';
import type { ImportedDocument } from '../imports/importFormat';
import { newlineOf } from '../source/newlineOf';

/**
 * The source of a document whose text came out of another format (a page of OCR, a Word file): what was read from it, as
 * if it were a UTF-8 file. It goes by the name the format gives it, and its hash is that of the text, not of the file,
 * for other programs write the same text in files that differ (dates, compression). `sha256` of the UTF-8 bytes,
 * hexadecimal, lower case.
 */
export function importedSource(imported: ImportedDocument, sha256: (text: string) => string): Source {
  const text = imported.text ?? '';
  return {
    name: bareName(imported.name),
    text,
    encoding: 'utf-8',
    bom: false,
    newline: newlineOf(text),
    sha256: sha256(text),
  };
}

/** A name without folders, which an annotation file may hold. */
function bareName(name: string): string {
  return name.replace(/^.*[/\\]/, '').replace(/\p{Cc}/gu, '') || 'text';
}
