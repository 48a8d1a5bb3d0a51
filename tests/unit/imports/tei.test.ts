import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCorrections, corrections } from '../../../shared/document/corrections';
import { type KanwuDocument, workingText } from '../../../shared/document/document';
import { teiEdition } from '../../../shared/editions/tei';
import { flatText } from '../../../shared/exports/flatText';
import { Losses } from '../../../shared/exports/losses';
import { teiImport } from '../../../shared/imports/tei';
import { documents, drained, jobOf } from '../datasets/generatedDocuments';
import { richDocument, withOwnTypes } from '../editions/richDocument';
import { written } from '../editions/written';
import { documentOf, errorOf, readFile } from './readImport';

/** What XML can't hold is shown by one unit for each; separators are written as they are. */
function asShown(text: string): string {
  return text
    .replace(/[\x0b\x0c]/g, ' ')
    .replace(/[\0-\x08\x0e-\x1f]/g, c => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/\p{Cs}/gu, '\ufffd');
}

function mentionsOf(document: KanwuDocument) {
  return drained(flatText(jobOf(document), new Losses())).result.mentions.map(
    ({ mention: m, start, end }) => ({
      type: m.type,
      position: { start, end },
      who: m.who,
      when: m.when,
      ...(m.entity === undefined ? {} : { entity: m.entity }),
      ...(m.note === undefined ? {} : { note: m.note }),
      ...(m.normal === undefined ? {} : { normal: m.normal }),
      ...(m.attributes === undefined ? {} : { attributes: m.attributes }),
    }),
  );
}

function inOrder(list: readonly object[]): readonly string[] {
  return list.map(entry => JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}

function checkRoundTrip(document: KanwuDocument): void {
  const again = documentOf(teiImport, written(teiEdition, document));
  expect(asShown(again.text ?? '')).toBe(asShown(document.source.text));
  const shown = corrections(document).map(c => ({ ...c, replacement: asShown(c.replacement) }));
  expect(again.corrections.map(c => ({ ...c, replacement: asShown(c.replacement) }))).toEqual(shown);
  const text = applyCorrections(again.text ?? '', again.corrections);
  expect(asShown(text)).toBe(asShown(workingText(document)));
  for (const { position, quote } of again.mentions) {
    expect(text.slice(position?.start, position?.end)).toBe(quote);
  }
  const found = again.mentions.map(({ quote: _q, prefix: _p, suffix: _s, ...rest }) => rest);
  expect(inOrder(found)).toEqual(inOrder(mentionsOf(document)));
  expect(again.entities).toHaveLength(document.entities.size);
  expect(again.entities).toEqual(expect.arrayContaining([...document.entities.values()]));
  expect(again.tagset).toEqual(document.tagset);
  expect(again.issueDate).toBe(document.issueDate);
}

describe('TEI read again', () => {
  it('gives the same source, corrections, mentions, register and tagset', () => {
    checkRoundTrip(richDocument());
  });

  it('does so where types were renamed, in the elements that take their normal forms', () => {
    const document = withOwnTypes(richDocument());
    checkRoundTrip(document);
    const xml = written(teiEdition, document);
    expect(xml).toMatch(/<date ana="#type\d" [^>]*when="2023-02-23"/);
    expect(xml).toMatch(/<measure type="currency" ana="#type\d" [^>]*quantity="1500000000" unit="CNY"/);
  });

  it('does so for any document', () => {
    fc.assert(fc.property(documents, checkRoundTrip), { numRuns: 150 });
  });
});

const tei = (body: string, header = '') =>
  `<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc>${header}</teiHeader>\n<text><body>${body}</body></text></TEI>`;

describe("other people's TEI", () => {
  it('is read as text: divisions, paragraphs, verse, lists and tables, without indentation', () => {
    const { text } = documentOf(
      teiImport,
      tei(`
        <div><head>卷一</head>
          <p>上街区将大
             力发展，the new
             bank 𠮷 is <hi>here</hi>.</p>
          <lg><l>床前明月光，</l><l>疑是地上霜。</l></lg>
          <div><head>节</head><list><item><p>一</p></item><item>二</item></list>
          <table><row><cell>甲</cell><cell>1</cell></row></table></div>
        </div>`),
    );
    expect(text).toBe(
      '# 卷一\n\n上街区将大力发展，the new bank 𠮷 is here.\n\n床前明月光，\n疑是地上霜。\n\n## 节\n\n- 一\n- 二\n\n| 甲 | 1 |\n',
    );
  });

  it('has its names, dates and corrections; notes and running heads are left out and told', () => {
    const reading = readFile(
      teiImport,
      tei(
        '<fw>页眉</fw><p><persName ref="http://www.wikidata.org/entity/Q1">王五</persName>于<date when="2023-02-23">二十三日</date>到<lb break="no"/>京<note>注</note>，<choice><sic>银</sic><corr>銀</corr></choice><supplied>行</supplied><surplus>的的</surplus><choice><orig>爲</orig><reg>为</reg></choice>。<rs type="place">西湖</rs></p>',
      ),
    );
    if (reading.kind === 'failed') throw new Error(reading.error.message.en);
    const [document] = reading.documents;
    expect(document?.text).toBe('王五于二十三日到京，银的的爲。西湖\n');
    expect(document && applyCorrections(document.text ?? '', document.corrections)).toBe(
      '王五于二十三日到京，銀行爲。西湖\n',
    );
    expect(document?.mentions.map(m => [m.type, m.quote, m.normal, m.entity])).toEqual([
      ['PER', '王五', undefined, 'e1'],
      ['DATE', '二十三日', '2023-02-23', undefined],
      ['LOC', '西湖', undefined, undefined],
    ]);
    expect(document?.entities).toMatchObject([
      { id: 'e1', name: '王五', identifiers: [{ scheme: 'wikidata', value: 'Q1' }] },
    ]);
    expect(reading.notices.map(n => n.en)).toEqual([
      '1 note was left out of the text.',
      '1 running head or page number left out.',
    ]);
  });

  it.each([
    ['not well-formed', tei('<p>甲</q>'), /“file”: line 3: it is not well-formed XML/],
    ['not TEI', '<html/>', /not a TEI file/],
    [
      'entities that grow',
      `<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n${tei('<p>&b;</p>').replace(/<\?.*\?>\n/, '')}`,
      /line 1: it declares entities/,
    ],
    [
      'an external entity',
      `<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI>&x;</TEI>`,
      /entities/,
    ],
    ['elements too deep', tei('<p>'.repeat(5000)), /more than 400 deep/],
    ['nothing', '', /not well-formed|not a TEI/],
  ])('that is unsound is one error with its line: %s', (_, xml, message) => {
    expect(errorOf(teiImport, xml)).toMatch(message);
  });
});
