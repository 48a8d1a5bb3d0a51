import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../shared/document/block';
import { applyCorrections, type Correction, corrections } from '../../../shared/document/corrections';
import { type KanwuDocument, workingText } from '../../../shared/document/document';
import { docxEdition } from '../../../shared/editions/docx';
import { cellsOf } from '../../../shared/editions/htmlTable';
import { flatText } from '../../../shared/exports/flatText';
import { Losses } from '../../../shared/exports/losses';
import { docxImport } from '../../../shared/imports/docx';
import { documents, drained, jobOf } from '../datasets/generatedDocuments';
import { richDocument } from '../editions/richDocument';
import { writtenBytes } from '../editions/written';
import { documentOf, errorOf, readFile } from './readImport';

/** Word has paragraph ends only: no blank lines, no indents, no control characters. */
function plain(text: string): string {
  return text
    .replace(/\s*[\n-\r\x85\u2028\u2029]\s*/g, '\n')
    .replace(/(^|\n)\s*(#{1,6})?\s*/g, '$1$2')
    .replace(/[\0-\x08\x0e-\x1f]/g, c => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
}

function checkRoundTrip(document: KanwuDocument): void {
  const again = documentOf(docxImport, writtenBytes(docxEdition, document));
  const text = applyCorrections(again.text ?? '', again.corrections);
  expect(plain(text)).toBe(plain(workingText(document)));
  expect(plain(again.text ?? '')).toBe(plain(document.source.text));
  const flat = drained(flatText(jobOf(document), new Losses())).result.mentions;
  const told = flat.map(({ mention: m, start, end }) => [
    m.type,
    m.who,
    m.when,
    m.entity,
    m.normal,
    m.note,
    plain(workingText(document).slice(start, end)),
  ]);
  const found = again.mentions.map(m => [m.type, m.who, m.when, m.entity, m.normal, m.note, plain(m.quote)]);
  const sorted = (list: readonly unknown[][]) => list.map(entry => JSON.stringify(entry)).sort();
  expect(sorted(found)).toEqual(sorted(told));
  for (const { position, quote } of again.mentions)
    expect(text.slice(position?.start, position?.end)).toBe(quote);
}

describe('a Word document read again', () => {
  it('has the source, the corrections with author and date, the mentions and the register', () => {
    const document = richDocument();
    checkRoundTrip(document);
    const again = documentOf(docxImport, writtenBytes(docxEdition, document));
    const told = (list: readonly Correction[], source: string) =>
      list.map(c => [c.who, c.when.slice(0, 19), plain(source.slice(c.from, c.to)), plain(c.replacement)]);
    expect(told(again.corrections, again.text ?? '')).toEqual(
      told(corrections(document), document.source.text),
    );
    expect(again.entities).toEqual([...document.entities.values()]);
    expect(again.tagset).toEqual(document.tagset);
    expect(again.issueDate).toBe('2023-02-24');
  });

  it('has the same text, source and mentions for any document', () => {
    fc.assert(fc.property(documents, checkRoundTrip), { numRuns: 60 });
  });
});

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONSHIPS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

function wordFile(body: string, more: Record<string, string> = {}): Uint8Array {
  const xml = `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`;
  const parts = Object.entries({ 'word/document.xml': xml, ...more });
  return zipSync(Object.fromEntries(parts.map(([name, text]) => [name, strToU8(text)])));
}

describe("other people's Word documents", () => {
  it('are read as paragraphs, headings, lists and tables; changes are corrections of the original', () => {
    const styles = `<w:styles ${W}><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a3"><w:name w:val="own"/><w:basedOn w:val="1"/></w:style></w:styles>`;
    const p = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
    const r = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    const reading = readFile(
      docxImport,
      wordFile(
        p(r('题'), '<w:pStyle w:val="a3"/>') +
          p(
            `${r('甲')}<w:del w:id="1" w:author="王" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins w:id="2" w:author="王" w:date="2024-01-01T00:00:00Z">${r('丙')}</w:ins>`,
            '<w:rPr><w:del w:id="3" w:author="李" w:date="2024-01-02T00:00:00Z"/></w:rPr>',
          ) +
          p(
            `${r('丁')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:drawing><w:t>图</w:t></w:drawing></w:r>`,
          ) +
          p(r('项'), '<w:numPr/>') +
          `<w:tbl><w:tr><w:tc>${p(r('a'))}</w:tc><w:tc>${p(r('b'))}</w:tc></w:tr><w:tr><w:tc>${p(r('c'))}</w:tc><w:tc>${p(r('d'))}</w:tc></w:tr></w:tbl>` +
          p(r('末')),
        { 'word/styles.xml': styles },
      ),
    );
    if (reading.kind === 'failed') throw new Error(reading.error.message.en);
    const [document] = reading.documents;
    expect(document?.text).toBe('# 题\n\n甲乙\n\n丁\n\n- 项\n\n| a | b |\n| c | d |\n\n末');
    expect(document?.corrections.map(c => [c.from, c.to, c.replacement, c.who, c.kind])).toEqual([
      [6, 7, '丙', '王', 'import'],
      [7, 9, '', '李', 'join'],
    ]);
    expect(reading.notices.map(n => n.en)).toEqual([
      '2 rows of tables read as lines, the cells between bars (| a | b |).',
      '1 picture or text box left out.',
      '1 footnote left out.',
    ]);
  });

  it('have a line for each row of a table, empty cells and cells of several paragraphs among them', async () => {
    const p = (text: string) => (text === '' ? '<w:p/>' : `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`);
    const cell = (...texts: readonly string[]) => `<w:tc>${texts.map(p).join('')}</w:tc>`;
    const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
    const one = table(row(cell('厂名'), cell('产量')), row(cell('一厂', '（旧）'), cell('')));
    const bytes = wordFile(one + p('注') + table(row(cell('', ''), cell('末'))), {
      '[Content_Types].xml': CONTENT_TYPES,
      '_rels/.rels': RELATIONSHIPS,
    });
    const lines = ['| 厂名 | 产量 |', '| 一厂 （旧） |  |', '', '注', '', '|  | 末 |'];
    const P = 'paragraph';
    const document = documentOf(docxImport, bytes);
    expect(document.text?.split('\n')).toEqual(lines);
    // Another reader finds the same words in the same order, each paragraph of a cell for itself.
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value.split(/\n+/).filter(line => line !== '')).toEqual([
      '厂名',
      '产量',
      '一厂',
      '（旧）',
      '注',
      '末',
    ]);
    expect(lines.map(line => classify('', line))).toEqual(['table', 'table', P, P, P, 'table']);
  });

  it('keep a row whole where a cell holds a table, a bar or a line break', () => {
    const run = (inside: string) => `<w:p><w:r>${inside}</w:r></w:p>`;
    const t = (text: string) => `<w:t>${text}</w:t>`;
    const cell = (...inside: readonly string[]) => `<w:tc>${inside.join('')}</w:tc>`;
    const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const inner = `<w:tbl>${row(cell(run(t('内甲'))), cell(run(t('内乙'))))}${row(cell(run(t('内丙'))))}</w:tbl>`;
    const outer = row(
      cell(run(t('外')), inner, run('')),
      cell(run(`${t('左|右')}<w:br/>${t('下')}`)),
      cell(run(t('末'))),
    );
    const bytes = wordFile(`<w:tbl>${outer}${row(cell(run(t('后'))))}</w:tbl>`, {
      '[Content_Types].xml': CONTENT_TYPES,
      '_rels/.rels': RELATIONSHIPS,
    });
    const [first = '', second] = documentOf(docxImport, bytes).text?.split('\n') ?? [];
    expect([first, second]).toEqual(['| 外 内甲 内乙 内丙 | 左\\|右 下 | 末 |', '| 后 |']);
    expect(cellsOf(first).cells.map(({ from, to }) => first.slice(from, to))).toEqual([
      '外 内甲 内乙 内丙',
      '左\\|右 下',
      '末',
    ]);
  });

  it.each([
    ['no archive', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), /not a sound zip archive/],
    ['no Word document', zipSync({ 'a.txt': strToU8('a') }), /no word\/document\.xml/],
    [
      'a path out of the archive',
      zipSync({ '../../etc/x': strToU8('a'), 'word/document.xml': strToU8('<a/>') }),
      /would lie outside it/,
    ],
    [
      'a zip bomb',
      zipSync({ 'word/document.xml': new Uint8Array(50_000_000) }, { level: 9 }),
      /would unpack to far more/,
    ],
    ['XML that is not well-formed', wordFile('<w:p></w:q>'), /“file”: line 1: it is not well-formed XML/],
    [
      'an entity',
      wordFile('', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      /entities/,
    ],
  ])('that are unsound are one error: %s', (_, bytes, message) => {
    expect(errorOf(docxImport, bytes)).toMatch(message);
  });
});
