import { describe, expect, it } from 'vitest';
import { altoImport } from '../../../shared/imports/ocr/alto';
import { hocrImport } from '../../../shared/imports/ocr/hocr';
import { pageXmlImport } from '../../../shared/imports/ocr/pageXml';
import { ALTO_SAMPLE, HOCR_SAMPLE, PAGE_SAMPLE } from './ocrSamples';
import { documentOf, errorOf, readFile } from './readImport';

describe('OCR output as a source', () => {
  it.each([
    [
      'hOCR',
      hocrImport,
      HOCR_SAMPLE,
      '人民日报第3版\n\n上街区将大\n力发展the new\n\n次段\n',
      '人民日报第3版',
    ],
    ['ALTO', altoImport, ALTO_SAMPLE, '页眉\n\n上街区将大\n力发展\n\n# 标题\n\nthe govern-\nment\n', '页眉'],
    ['PAGE XML', pageXmlImport, PAGE_SAMPLE, '# 标题 & 一\n\n上街区将大\n力发展\n\n— 3 —\n', '— 3 —'],
  ])(
    '%s: a line of the page is a line, regions in reading order, running heads are told',
    (_, format, file, text, furniture) => {
      const reading = readFile(format, file);
      if (reading.kind === 'failed') throw new Error(reading.error.message.en);
      expect(reading.documents.map(d => d.text)).toEqual([text]);
      expect(reading.notices.map(n => n.en)).toEqual([
        `1 region is marked as running heads, feet or page numbers: ${furniture}`,
      ]);
      expect(format.recognise({ name: 'x', bytes: new TextEncoder().encode(file) })).toBe(1);
    },
  );

  it('several pages are one text', () => {
    const bytes = new TextEncoder().encode(HOCR_SAMPLE);
    const steps = hocrImport.read([
      { name: '1.hocr', bytes },
      { name: '2.hocr', bytes },
    ]);
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(step.value.kind === 'read' && step.value.documents[0]?.text?.match(/次段/g)).toHaveLength(2);
  });

  it('puts the reading order of ALTO 4 before the order of the file', () => {
    const ordered = ALTO_SAMPLE.replace(
      '<Page>',
      '<ReadingOrder><OrderedGroup><ElementRef REF="b1"/><ElementRef REF="b2"/></OrderedGroup></ReadingOrder><Page>',
    );
    expect(documentOf(altoImport, ordered).text).toContain('# 标题\n\n上街区将大');
  });

  it.each([
    ['hOCR', hocrImport, '<p>x</p>', /no ocr_page/],
    ['ALTO', altoImport, '<alto><Layout>\n</Page>', /“file”: line 2: it is not well-formed/],
    ['ALTO', altoImport, '<TEI/>', /not an ALTO file/],
    ['PAGE XML', pageXmlImport, '<!DOCTYPE PcGts [<!ENTITY a "b">]><PcGts>&a;</PcGts>', /entities/],
    ['PAGE XML', pageXmlImport, '<alto/>', /not a PAGE XML file/],
  ])('%s that is unsound is one error', (_, format, file, message) => {
    expect(errorOf(format, file)).toMatch(message);
  });
});
