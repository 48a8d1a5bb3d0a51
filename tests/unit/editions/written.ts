import type { KanwuDocument } from '../../../shared/document/document';
import type { ExportFormat, ExportJob } from '../../../shared/exports';
import { contentsOf, gather } from '../../../shared/exports/gather';
import { exported, jobOf } from '../datasets/generatedDocuments';

/** The first file of a text edition. */
export function written(
  format: ExportFormat,
  document: KanwuDocument,
  more: Partial<ExportJob> = {},
): string {
  return exported(format, jobOf(document, { generator: '', ...more })).files[0] ?? '';
}

/** The bytes of an edition that is one binary file. */
export function writtenBytes(
  format: ExportFormat,
  document: KanwuDocument,
  more: Partial<ExportJob> = {},
): Uint8Array {
  const steps = gather(format, jobOf(document, more));
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    const [file] = step.value.files;
    const contents = file && contentsOf(file);
    if (!(contents instanceof Uint8Array)) throw new Error(`${format.id} wrote no bytes`);
    return contents;
  }
}
