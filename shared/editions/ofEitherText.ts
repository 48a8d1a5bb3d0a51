import type { KanwuDocument } from '../document/document';
import type { ExportFormat, ExportJob, ExportPart, ExportReport } from '../exports/exportFormat';
import { Losses } from '../exports/losses';
import { madeCorrections } from '../exports/madeCorrections';
import { originalDocument } from '../exports/originalDocument';
import { placesBetween } from '../exports/placesBetween';

/**
 * An edition that can be written of the original text as well: of the document of that text, in which nothing is
 * corrected. What is not in it, mentions and corrections, the report lists with its places in the text as corrected.
 */
export function ofEitherText(edition: Omit<ExportFormat, 'ofOriginal'>): ExportFormat {
  const write = (job: ExportJob) =>
    job.text === 'original' ? writeOriginal(edition, job) : edition.write(job);
  return { ...edition, ofOriginal: true, write };
}

function* writeOriginal(
  edition: Omit<ExportFormat, 'ofOriginal'>,
  job: ExportJob,
): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  const original: KanwuDocument = yield* originalDocument(job, losses);
  const report = yield* edition.write({ ...job, document: original });
  const made = yield* madeCorrections(job.document);
  losses.add('correctionsUndone', undefined, made.length);
  const shown = placesBetween(original, job.document);
  const further = report.losses.map(loss => ({ ...loss, examples: loss.examples.map(shown) }));
  return { ...report, losses: [...losses.list(), ...further] };
}
