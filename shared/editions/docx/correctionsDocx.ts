import type { ExportFormat, ExportJob } from '../../exports/exportFormat';
import { CORRECTION_HEADINGS, CORRECTIONS_TITLE, type CorrectionRow, correctionRow } from '../correctionRow';
import { languageOf, titleOf } from '../language';
import { type PlacedCorrection, placedCorrections } from '../placedCorrections';
import { xmlText } from '../xmlText';
import { zipParts } from '../zipParts';
import { docxEntries } from './docxPackage';
import { stylesXml } from './docxStyles';

/** The list of corrections (勘误表) as a table in a Word document. */
export const correctionsDocx: ExportFormat = {
  id: 'corrections-docx',
  kind: 'list',
  name: { en: 'List of corrections (DOCX)', zh: '勘误表（DOCX）' },
  about: {
    en: 'Place, before, after, reason, who and when of every correction, as a table for Word.',
    zh: '逐条列出位置、误、正、理由、更正人和日期，供 Word 使用的表格。',
  },
  files: [{ extension: '.corrections.docx', encoding: 'binary' }],
  options: [],
  ofOriginal: false,
  *write(job) {
    const { document, author, now, locale } = job;
    const placed = yield* placedCorrections(document);
    const title = `${titleOf(document)} · ${CORRECTIONS_TITLE[locale]}`;
    const entries = docxEntries({
      title,
      author,
      now,
      styles: stylesXml([], languageOf(document), locale),
      body: bodyOf(title, placed, job),
      tracked: false,
      comments: () => [],
      custom: null,
    });
    for (const data of zipParts(entries, now)) yield { file: 0, data };
    return { mentions: 0, entities: 0, corrections: placed.length, losses: [] };
  },
};

/** Widths of the columns in twentieths of a point; together the width of the text on A4. */
const COLUMNS = [
  ['number', 600],
  ['place', 1300],
  ['before', 2000],
  ['after', 2000],
  ['reason', 1500],
  ['who', 800],
  ['when', 826],
] as const;

function* bodyOf(title: string, placed: readonly PlacedCorrection[], job: ExportJob): Generator<string> {
  yield `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(title)}</w:p>\n`;
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  const grid = COLUMNS.map(([, width]) => `<w:gridCol w:w="${width}"/>`).join('');
  yield `<w:tbl><w:tblPr><w:tblW w:w="9026" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>\n`;
  const heads = COLUMNS.map(([column, width]) =>
    cell(width, run(CORRECTION_HEADINGS[column][job.locale], '<w:b/>')),
  );
  yield `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${heads.join('')}</w:tr>\n`;
  for (const correction of placed) {
    const row = correctionRow(correction, job);
    const cells = COLUMNS.map(([column, width]) => cell(width, cellRuns(column, row)));
    yield `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>\n`;
  }
  yield '</w:tbl>\n<w:p/>\n';
}

function cellRuns(column: (typeof COLUMNS)[number][0], row: CorrectionRow): string {
  switch (column) {
    case 'before':
      return run(row.left) + run(row.before, '<w:b/><w:strike/>') + run(row.right);
    case 'after':
      return run(row.left) + run(row.after, '<w:b/>') + run(row.right);
    case 'number':
      return run(String(row.number));
    default:
      return run(row[column]);
  }
}

function run(text: string, properties = ''): string {
  if (text === '') return '';
  const style = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${style}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
}

function cell(width: number, runs: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr><w:p>${runs}</w:p></w:tc>`;
}
