import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { corrections } from '../../../shared/document/corrections';
import { indexOfBlock, type KanwuDocument, workingText } from '../../../shared/document/document';
import { idSource } from '../../../shared/document/ids';
import { openSource } from '../../../shared/document/parse';
import { EDITION_FORMATS } from '../../../shared/editions';
import { docxEdition } from '../../../shared/editions/docx';
import { epubEdition } from '../../../shared/editions/epub';
import { htmlEdition } from '../../../shared/editions/html';
import { plainTextEdition } from '../../../shared/editions/plainText';
import { teiEdition } from '../../../shared/editions/tei';
import { allMentions } from '../../../shared/edits/tagging';
import { gather } from '../../../shared/exports/gather';
import { Losses } from '../../../shared/exports/losses';
import { originalDocument } from '../../../shared/exports/originalDocument';
import { docxImport } from '../../../shared/imports/docx';
import { teiImport } from '../../../shared/imports/tei';
import { documents, drained, exported, jobOf } from '../datasets/generatedDocuments';
import { flatOf } from '../datasets/imported';
import { documentOf } from '../imports/readImport';
import { linesOfPage, parsePage } from './parsedPage';
import { richDocument } from './richDocument';
import { written, writtenBytes } from './written';

const ORIGINAL = { text: 'original' } as const;

function original(document: KanwuDocument, losses = new Losses()): KanwuDocument {
  return drained(originalDocument(jobOf(document, ORIGINAL), losses)).result;
}

/** The halves of each mention put together again: its type, and the source from the first to the last of them. */
function wholeMentions(document: KanwuDocument): readonly string[] {
  const { text } = document.source;
  const wholes = new Map<string, { type: string; start: number; end: number }>();
  for (const { mention, start, end } of flatOf(jobOf(document)).mentions) {
    const id = mention.id.split('-')[0] ?? '';
    const known = wholes.get(id) ?? { type: mention.type, start, end };
    wholes.set(id, { ...known, start: Math.min(known.start, start), end: Math.max(known.end, end) });
  }
  return [...wholes].map(([id, { type, start, end }]) => `${id} ${type} ${text.slice(start, end)} ${start}`);
}

/** What XML has no place for, and what only the source's own separators tell. */
function bare(text: string): string {
  return text
    .replace(/[\0-\x08\x0e-\x1f]/g, c => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\s\x85]/g, '');
}

describe('the document of the original text', () => {
  it('is the source as it is opened, its mentions where data formats have them', () => {
    fc.assert(
      fc.property(documents, document => {
        const losses = new Losses();
        const made = original(document, losses);
        expect(workingText(made)).toBe(document.source.text);
        expect(corrections(made)).toEqual([]);
        const opened = openSource(document.source, idSource());
        expect(made.blocks.map(block => ({ ...block, mentions: [] }))).toEqual(opened.blocks);
        for (const { block, mention } of allMentions(made)) {
          const quote = block.body.text.slice(mention.start, mention.end);
          expect(quote.trim()).toBe(quote);
          expect(quote).not.toBe('');
        }
        // In a heading mark nothing can be tagged: what is cut short there is told, all else is there exactly.
        const cut = losses.list().find(({ what }) => what.en.includes('marks a heading'))?.count ?? 0;
        const flat = flatOf(jobOf(document, ORIGINAL)).mentions.map(
          ({ mention, start, end }) =>
            `${mention.id} ${mention.type} ${document.source.text.slice(start, end)} ${start}`,
        );
        const there = new Set(wholeMentions(made));
        expect(flat.filter(mention => !there.has(mention)).length).toBeLessThanOrEqual(cut);
      }),
      { numRuns: 100 },
    );
  });

  it('has a mention over a mended break in halves that are linked, and says so', () => {
    const document = richDocument();
    const losses = new Losses();
    const half = (text: string) =>
      [...allMentions(original(document, losses))].filter(
        ({ block, mention }) => block.body.text.slice(mention.start, mention.end) === text,
      );
    const [second] = half('国银行');
    expect(half('中').map(({ mention }) => mention.id)).toContain(second?.mention.continues);
    const told = losses.list().map(({ what, examples }) => [what.en.split(' (')[0], examples[0]?.text]);
    expect(told).toContainEqual(['mentions over several paragraphs of the original', '中国银行𠮷野家分行']);
  });
});

describe('editions of the original text', () => {
  it('are its blocks, in each format’s own way', () => {
    fc.assert(
      fc.property(documents, document => {
        const { source } = document;
        const made = original(document);
        expect(written(plainTextEdition, document, ORIGINAL)).toBe(source.text);
        const lines = made.blocks.map(block => bare(block.body.text)).filter(line => line !== '');
        const page = linesOfPage(parsePage(written(htmlEdition, document, ORIGINAL)).main);
        expect(page.map(bare).join('\n')).toContain(lines.filter(line => !/^[|>-]/.test(line))[0] ?? '');
        const tei = documentOf(teiImport, written(teiEdition, document, ORIGINAL));
        expect(bare(tei.text ?? '')).toBe(bare(source.text));
        expect(tei.corrections).toEqual([]);
        const docx = documentOf(docxImport, writtenBytes(docxEdition, document, ORIGINAL));
        expect(bare(docx.text ?? '').replaceAll('#', '')).toBe(bare(source.text).replaceAll('#', ''));
        expect(docx.corrections).toEqual([]);
        for (const read of [tei, docx]) {
          const quotes = [...allMentions(made)].map(({ block, mention }) =>
            bare(block.body.text.slice(mention.start, mention.end)),
          );
          expect(read.mentions.map(({ quote }) => bare(quote)).sort()).toEqual(quotes.sort());
        }
      }),
      { numRuns: 15 },
    );
  });

  it('hold no correction, and count those of the document', () => {
    const document = richDocument();
    const made = corrections(document).length;
    const options = { apparatus: 'yes', tracked: 'yes', reasons: 'yes' };
    for (const format of EDITION_FORMATS.filter(({ ofOriginal }) => ofOriginal)) {
      const steps = gather(format, jobOf(document, { ...ORIGINAL, options }));
      let step = steps.next();
      while (!step.done) step = steps.next();
      const { corrections: count, losses } = step.value.report;
      expect(count).toBe(0);
      const undone = losses.filter(({ what }) => what.en === 'corrections (the text is the original)');
      expect(undone.map(loss => loss.count)).toEqual([made]);
      // What was lost has its places in the text that is open.
      for (const { block } of losses.flatMap(({ examples }) => examples)) {
        if (block !== null) expect(indexOfBlock(document, block)).toBeGreaterThanOrEqual(0);
      }
    }
    expect(written(htmlEdition, document, { ...ORIGINAL, options, locale: 'en' })).toContain(
      'nothing in it is corrected',
    );
    expect(written(teiEdition, document, { ...ORIGINAL, locale: 'zh' })).toContain('此为原文，未作任何更正');
    const { 'word/document.xml': xml } = unzipSync(
      writtenBytes(docxEdition, document, { ...ORIGINAL, options }),
    );
    expect(strFromU8(xml ?? new Uint8Array())).not.toMatch(/<w:(?:ins|del) /);
    const book = Object.values(unzipSync(writtenBytes(epubEdition, document, ORIGINAL))).map(data =>
      strFromU8(data),
    );
    expect(book.join('')).toContain('王五');
  });

  it('name as places the text that is open', () => {
    const document = richDocument();
    const { report } = exported(plainTextEdition, jobOf(document, ORIGINAL));
    const mentions = report.losses.find(({ what }) => what.en === 'mentions');
    const shown = mentions?.examples.map(({ block, start, end }) => {
      const found = document.blocks.find(({ id }) => id === block);
      return found?.body.text.slice(start, end);
    });
    expect(shown).toContain('红楼梦');
    expect(shown).toContain('曹雪芹');
  });
});

describe('lists of corrections', () => {
  it('are of the text as corrected alone', () => {
    const lists = EDITION_FORMATS.filter(({ ofOriginal }) => !ofOriginal).map(({ id }) => id);
    expect(lists).toEqual(['corrections-html', 'corrections-docx']);
  });
});
