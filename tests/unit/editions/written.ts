import type { KanwuDocument } from '../../../shared/document/document';
import type { ExportFormat, ExportJob } from '../../../shared/exports';
import { exported, jobOf } from '../datasets/generatedDocuments';

/** The first file of a text edition. */
export function written(
  format: ExportFormat,
  document: KanwuDocument,
  more: Partial<ExportJob> = {},
): string {
  return exported(format, jobOf(document, { generator: '', ...more })).files[0] ?? '';
}
