import type { ImportedDocument, ImportFormat, ImportReading } from '../../../shared/imports/importFormat';

/** Reads one file to the end. */
export function readFile(format: ImportFormat, contents: string | Uint8Array, name = 'file'): ImportReading {
  const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
  const steps = format.read([{ name, bytes }]);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The one document of a file that is sound. */
export function documentOf(
  format: ImportFormat,
  contents: string | Uint8Array,
  name = 'file',
): ImportedDocument {
  const reading = readFile(format, contents, name);
  if (reading.kind === 'failed') throw new Error(reading.error.message.en);
  const [document] = reading.documents;
  if (!document || reading.documents.length > 1) throw new Error('not one document');
  return document;
}

/** The one error of a file that is not. */
export function errorOf(format: ImportFormat, contents: string | Uint8Array, name = 'file'): string {
  const reading = readFile(format, contents, name);
  if (reading.kind === 'read') throw new Error('it was read');
  return reading.error.message.en;
}
