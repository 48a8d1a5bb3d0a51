import { htmlAttribute, htmlText } from '../htmlText';
import type { ContentsEntry } from './chapters';

export interface BookFacts {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Of the source's bytes, hexadecimal. */
  readonly sha256: string;
  readonly author: string;
  /** ISO 8601. */
  readonly now: string;
  /** `YYYY-MM-DD` or null. */
  readonly issued: string | null;
  readonly chapters: number;
}

export const CONTAINER =
  '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n';

export function chapterName(chapter: number): string {
  return `text-${String(chapter + 1).padStart(3, '0')}.xhtml`;
}

/** The package document (EPUB 3.3): metadata, every file, the order of reading. */
export function packageDocument(book: BookFacts): string {
  const { title, language, sha256, author, now, issued, chapters } = book;
  const numbers = Array.from({ length: chapters }, (_, n) => n);
  const modified = Number.isNaN(Date.parse(now)) ? '2000-01-01T00:00:00Z' : now.replace(/\.\d+Z$/, 'Z');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${language}">\n`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n',
    `<dc:identifier id="id">urn:uuid:${uuidOf(sha256)}</dc:identifier>\n`,
    `<dc:title>${htmlText(title)}</dc:title>\n<dc:language>${language}</dc:language>\n`,
    author === '' ? '' : `<dc:contributor>${htmlText(author)}</dc:contributor>\n`,
    issued === null ? '' : `<dc:date>${htmlText(issued)}</dc:date>\n`,
    `<meta property="dcterms:modified">${htmlText(modified)}</meta>\n</metadata>\n<manifest>\n`,
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\n',
    '<item id="style" href="style.css" media-type="text/css"/>\n',
    ...numbers.map(
      n => `<item id="t${n + 1}" href="${chapterName(n)}" media-type="application/xhtml+xml"/>\n`,
    ),
    '</manifest>\n<spine>\n',
    ...numbers.map(n => `<itemref idref="t${n + 1}"/>\n`),
    '</spine>\n</package>\n',
  ].join('');
}

/** The same source is the same book: its hash in the form of a UUID (version 8, RFC 9562). */
function uuidOf(sha256: string): string {
  const hex = sha256.replace(/[^0-9a-f]/g, '').padEnd(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function xhtmlHead(title: string, language: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n' +
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">\n` +
    `<head><meta charset="utf-8"/><title>${htmlText(title)}</title><link rel="stylesheet" href="style.css"/></head>\n<body>\n`
  );
}

export const XHTML_END = '</body>\n</html>\n';

/** The navigation document: the headings as nested lists; a book without any has one entry. */
export function navigation(contents: readonly ContentsEntry[], book: BookFacts, label: string): string {
  const out = [xhtmlHead(book.title, book.language), `<nav epub:type="toc" id="toc"><h1>${label}</h1>\n`];
  const open: number[] = [];
  for (const { level, text, chapter, anchor } of contents) {
    while (open.length > 0 && (open.at(-1) ?? 0) > level) {
      open.pop();
      out.push('</li></ol>\n');
    }
    if (open.at(-1) === level) out.push('</li>\n');
    else {
      out.push('<ol>\n');
      open.push(level);
    }
    out.push(`<li><a href="${chapterName(chapter)}#${htmlAttribute(anchor)}">${htmlText(text)}</a>`);
  }
  if (contents.length === 0) {
    out.push(`<ol><li><a href="${chapterName(0)}">${htmlText(book.title)}</a></li></ol>\n`);
  }
  out.push('</li></ol>\n'.repeat(open.length), '</nav>\n', XHTML_END);
  return out.join('');
}

/** Readers have their own themes: only what carries meaning is said. */
export const BOOK_STYLE = `body{line-height:1.8}
p{margin:0;text-indent:2em}
:lang(en) p{text-indent:0;margin:0 0 .6em}
h1,h2,h3,h4,h5,h6{line-height:1.4;margin:1.6em 0 .6em;break-after:avoid;text-align:start}
blockquote{margin:1em 2em}
ul{margin:.6em 0}
.numbered{list-style:none}
table{border-collapse:collapse;margin:1em 0}
td,th{border:1px solid;padding:.2em .6em;text-align:start;vertical-align:top}
pre{white-space:pre-wrap;text-indent:0}
.rule{border-top:1px solid;margin:2em 25%}
.image{text-indent:0;font-style:italic}
.sign{display:none}
mark{background:none;color:inherit;text-decoration:underline dotted;text-underline-offset:.25em}
`;
