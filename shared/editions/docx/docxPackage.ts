import { xmlText } from '../xmlText';
import type { ZipEntry } from '../zipParts';
import { wordDate } from './docxRevisions';

export const WORD_NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface DocxContents {
  readonly title: string;
  readonly author: string;
  /** ISO 8601. */
  readonly now: string;
  readonly styles: string;
  /** The body's paragraphs and tables. */
  readonly body: Iterable<string>;
  readonly tracked: boolean;
  /** Comments as far as they are known once the body is written. */
  readonly comments: () => readonly string[];
  /** Text of the custom XML part once the body is written, or null. */
  readonly custom: (() => Iterable<string>) | null;
}

/** The parts of a Word document (ECMA-376), in an order in which each can be written. */
export function* docxEntries(contents: DocxContents): Generator<ZipEntry> {
  const { custom } = contents;
  yield { name: 'word/document.xml', contents: documentXml(contents.body) };
  const comments = contents.comments();
  yield { name: '[Content_Types].xml', contents: [contentTypes(comments.length > 0, custom !== null)] };
  yield { name: '_rels/.rels', contents: [packageRelations()] };
  yield {
    name: 'word/_rels/document.xml.rels',
    contents: [documentRelations(comments.length > 0, custom !== null)],
  };
  yield { name: 'word/styles.xml', contents: [contents.styles] };
  yield { name: 'word/settings.xml', contents: [settings(contents.tracked)] };
  if (comments.length > 0) yield { name: 'word/comments.xml', contents: commentsXml(comments) };
  yield { name: 'docProps/core.xml', contents: [core(contents)] };
  if (!custom) return;
  yield {
    name: 'customXml/item1.xml',
    contents: customXml(custom()),
  };
  yield {
    name: 'customXml/itemProps1.xml',
    contents: [
      `${DECLARATION}<ds:datastoreItem ds:itemID="{5B2D9E0C-6E5B-4C0E-9C5F-4B414E575531}" xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:kanwu:document"/></ds:schemaRefs></ds:datastoreItem>\n`,
    ],
  };
  yield {
    name: 'customXml/_rels/item1.xml.rels',
    contents: [relations([['rId1', `${OFFICE}/relationships/customXmlProps`, 'itemProps1.xml']])],
  };
}

function* customXml(json: Iterable<string>): Generator<string> {
  yield `${DECLARATION}<kanwu xmlns="urn:kanwu:document">`;
  for (const part of json) yield xmlText(part);
  yield '</kanwu>\n';
}

function* documentXml(body: Iterable<string>): Generator<string> {
  yield `${DECLARATION}<w:document ${WORD_NAMESPACES}>\n<w:body>\n`;
  let part: string[] = [];
  let length = 0;
  for (const xml of body) {
    part.push(xml);
    length += xml.length;
    if (length < 1 << 15) continue;
    yield part.join('');
    part = [];
    length = 0;
  }
  yield part.join('');
  // A4 with margins of an inch.
  yield '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>\n</w:body>\n</w:document>\n';
}

function contentTypes(comments: boolean, custom: boolean): string {
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`;
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('/word/document.xml', `${WORD_TYPE}.document.main+xml`) +
    override('/word/styles.xml', `${WORD_TYPE}.styles+xml`) +
    override('/word/settings.xml', `${WORD_TYPE}.settings+xml`) +
    (comments ? override('/word/comments.xml', `${WORD_TYPE}.comments+xml`) : '') +
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    (custom
      ? override(
          '/customXml/itemProps1.xml',
          'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
        )
      : '') +
    '</Types>\n'
  );
}

type Relation = readonly [id: string, type: string, target: string];

function relations(list: readonly Relation[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>\n`;
}

function packageRelations(): string {
  return relations([
    ['rId1', `${OFFICE}/relationships/officeDocument`, 'word/document.xml'],
    ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ]);
}

function documentRelations(comments: boolean, custom: boolean): string {
  const list: Relation[] = [
    ['rId1', `${OFFICE}/relationships/styles`, 'styles.xml'],
    ['rId2', `${OFFICE}/relationships/settings`, 'settings.xml'],
  ];
  if (comments) list.push(['rId3', `${OFFICE}/relationships/comments`, 'comments.xml']);
  if (custom) list.push(['rId4', `${OFFICE}/relationships/customXml`, '../customXml/item1.xml']);
  return relations(list);
}

function settings(tracked: boolean): string {
  const revisions = tracked ? '<w:trackRevisions/>' : '';
  return `${DECLARATION}<w:settings ${WORD_NAMESPACES}>${revisions}<w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>\n`;
}

function* commentsXml(comments: readonly string[]): Generator<string> {
  yield `${DECLARATION}<w:comments ${WORD_NAMESPACES}>\n`;
  for (let n = 0; n < comments.length; n += 200) yield comments.slice(n, n + 200).join('');
  yield '</w:comments>\n';
}

function core({ title, author, now }: DocxContents): string {
  const date = wordDate(now);
  const dates =
    date === null
      ? ''
      : ['created', 'modified']
          .map(name => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>`)
          .join('');
  return (
    `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator>${dates}</cp:coreProperties>\n`
  );
}
