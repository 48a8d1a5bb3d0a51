import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { KanwuDocument } from '../../../shared/document/document';
import { epubEdition } from '../../../shared/editions/epub';
import { documents } from '../datasets/generatedDocuments';
import { open } from '../document/arbitraries';
import { richDocument } from './richDocument';
import { writtenBytes } from './written';

interface Parsed {
  readonly elements: readonly { readonly name: string; readonly attributes: Record<string, string> }[];
  readonly text: string;
}

/** A file that is well-formed, or an error. */
function parsed(xml: string): Parsed {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.on('text', part => {
    text += part;
  });
  parser.write(xml).close();
  return { elements, text };
}

/** Unpacks a book and checks what holds of each: every file declared and there, every link with its target. */
function checkBook(document: KanwuDocument) {
  const bytes = writtenBytes(epubEdition, document);
  // The name at 30 and its contents at 38, as the format wants it to be recognised by.
  expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
  expect([bytes[8], bytes[9]]).toEqual([0, 0]);
  const files = new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
  const xml = new Map(
    [...files].filter(([name]) => /\.(?:xml|opf|xhtml)$/.test(name)).map(([n, t]) => [n, parsed(t)]),
  );
  const items = xml.get('EPUB/package.opf')?.elements.filter(e => e.name === 'item') ?? [];
  const declared = items.map(e => `EPUB/${e.attributes['href']}`);
  expect(['mimetype', 'META-INF/container.xml', 'EPUB/package.opf', ...declared].sort()).toEqual(
    [...files.keys()].sort(),
  );
  const links = xml.get('EPUB/nav.xhtml')?.elements.filter(e => e.name === 'a') ?? [];
  expect(links.length).toBeGreaterThan(0);
  for (const { attributes } of links) {
    const [file, anchor] = (attributes['href'] ?? '').split('#');
    const target = xml.get(`EPUB/${file}`);
    expect(target).toBeDefined();
    if (anchor) expect(target?.elements.some(e => e.attributes['id'] === anchor)).toBe(true);
  }
  return { files, xml };
}

describe('an e-book', () => {
  it('is a sound EPUB with everything a document may hold', () => {
    const { files, xml } = checkBook(richDocument());
    expect(files.get('EPUB/package.opf')).toContain('<dc:title>臺灣銀行史 &amp; &lt;一&gt;</dc:title>');
    expect(xml.get('EPUB/text-001.xhtml')?.text).toContain('邀请了中国银行𠮷野家分行行长');
  });

  it('is so for any document', () => {
    fc.assert(
      fc.property(documents, document => void checkBook(document)),
      { numRuns: 60 },
    );
  });

  it('parts a long text at its headings and lists them', () => {
    const part = (n: number) => `# 卷${n}\n\n${`${'春眠不觉晓。'.repeat(50)}\n\n`.repeat(80)}## 章\n\n文\n\n`;
    const { files } = checkBook(open([1, 2, 3].map(part).join('')));
    expect([...files.keys()].filter(name => name.includes('text-'))).toHaveLength(4);
    expect(files.get('EPUB/nav.xhtml')?.match(/<li>/g)).toHaveLength(6);
  });

  it('names the language of its text', () => {
    const language = (text: string) =>
      /<dc:language>(.*)<\/dc:language>/.exec(checkBook(open(text)).files.get('EPUB/package.opf') ?? '')?.[1];
    expect(['邀请中国银行', '邀請了中國銀行', 'The bank'].map(language)).toEqual([
      'zh-Hans',
      'zh-Hant',
      'en',
    ]);
  });
});
