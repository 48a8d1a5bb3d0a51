import { CORRECTION_HEADINGS, correctionRow } from '../editions/correctionRow';
import { placedCorrections } from '../editions/placedCorrections';
import type { ExportFormat, ExportJob, ExportPart, ExportReport } from '../exports/exportFormat';
import { Losses } from '../exports/losses';
import { PartBuffer } from '../exports/partBuffer';
import { BYTE_ORDER_MARK, csvRow } from './csv';

/** The list of corrections (勘误表) as a table: the rows of the HTML and DOCX lists, with what stands around each. */
export const correctionsCsvFormat: ExportFormat = {
  id: 'corrections-csv',
  kind: 'list',
  name: { en: 'Corrections (CSV)', zh: '勘误表（CSV）' },
  about: {
    en: 'Every correction with place, before, after, reason, who and when, for Excel',
    zh: '每条更正的位置、误、正、理由、更正人与日期，供 Excel 使用',
  },
  files: [{ extension: '.csv', encoding: 'utf-8' }],
  options: [],
  ofOriginal: false,
  write,
};

function* write(job: ExportJob): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  const out = new PartBuffer(0);
  const { number, place, before, after, reason, who, when } = CORRECTION_HEADINGS;
  const left = { en: 'Text before it', zh: '上文' };
  const right = { en: 'Text after it', zh: '下文' };
  const headings = [number, place, left, before, after, right, reason, who, when];
  out.add(
    BYTE_ORDER_MARK +
      csvRow(
        headings.map(heading => heading[job.locale]),
        losses,
      ),
  );
  let count = 0;
  for (const placed of yield* placedCorrections(job.document)) {
    const row = correctionRow(placed, job);
    const cells = [
      row.number,
      row.place,
      row.left,
      row.before,
      row.after,
      row.right,
      row.reason,
      row.who,
      row.when,
    ];
    out.add(csvRow(cells, losses));
    count++;
    yield* out.ready();
  }
  yield* out.rest();
  return { mentions: 0, entities: 0, corrections: count, losses: losses.list() };
}
