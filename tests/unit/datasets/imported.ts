import type { ExportFormat, ExportJob } from '../../../shared/exports';
import { CodePoints } from '../../../shared/exports/codePoints';
import { type FlatText, flatText } from '../../../shared/exports/flatText';
import { Losses } from '../../../shared/exports/losses';
import type {
  ImportedDocument,
  ImportFile,
  ImportFormat,
  ImportReading,
} from '../../../shared/imports/importFormat';
import { drained, exported } from './generatedDocuments';

export function fileOf(name: string, contents: string | Uint8Array): ImportFile {
  return { name, bytes: typeof contents === 'string' ? new TextEncoder().encode(contents) : contents };
}

export function readingOf(format: ImportFormat, ...files: readonly ImportFile[]): ImportReading {
  const steps = format.read(files);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (!(step.value >= 0 && step.value <= 1))
      throw new Error(`${format.id} reports ${step.value} as its share`);
  }
}

/** The documents read; a failure is an error of the test. */
export function read(format: ImportFormat, ...files: readonly ImportFile[]): readonly ImportedDocument[] {
  const result = readingOf(format, ...files);
  if (result.kind === 'failed') throw new Error(result.error.message.en);
  return result.documents;
}

/** The message of the error a reader ends with. */
export function failure(format: ImportFormat, ...files: readonly ImportFile[]): string {
  const result = readingOf(format, ...files);
  return result.kind === 'failed' ? result.error.message.en : 'read';
}

/** What a format wrote, read again by the import of the same id. */
export function again(format: ExportFormat, reader: ImportFormat, job: ExportJob): ImportedDocument {
  const { files } = exported(format, job);
  const named = files.map((contents, n) => fileOf(`text${format.files[n]?.extension ?? ''}`, contents));
  const [document] = read(reader, ...named);
  if (!document) throw new Error('nothing was read');
  return document;
}

export function flatOf(job: ExportJob): FlatText {
  return drained(flatText(job, new Losses())).result;
}

export type Range = readonly [type: string, start: number, end: number, quote: string];

/** The mentions an export is made from, as lists that compare. */
export function rangesOf({ text, mentions }: FlatText): readonly Range[] {
  return mentions
    .map(({ mention, start, end }): Range => [mention.type, start, end, text.slice(start, end)])
    .sort(byPlace);
}

/** The mentions that were read, with UTF-16 offsets into `text`, which formats without text do not know. */
export function importedRanges(document: ImportedDocument, text: string): readonly Range[] {
  const points = document.positionsCount === 'codePoints' ? new CodePoints(text) : null;
  return document.mentions
    .map(({ type, position, quote }): Range => {
      const start = position?.start ?? -1;
      const end = position?.end ?? -1;
      return points ? [type, points.toUtf16(start), points.toUtf16(end), quote] : [type, start, end, quote];
    })
    .sort(byPlace);
}

function byPlace(a: Range, b: Range): number {
  return a[1] - b[1] || b[2] - a[2] || (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
}
