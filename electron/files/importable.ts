import { extname } from 'node:path';

/** By their names: texts in a form of their own, of which Kanwu takes the text. */
const ALWAYS = new Set(['.docx', '.html', '.htm', '.xhtml', '.hocr']);
/** XML is such a text only by what it holds. */
const BY_CONTENT = new Set(['.xml', '.tei']);
const KNOWN = /<(?:\w+:)?(?:TEI|teiCorpus|alto|PcGts|html)[\s>]/i;
/** Bytes looked at. */
const BEGINNING = 4096;

/**
 * Whether a file is a text in another program's form (Word, HTML, TEI, a page of OCR) rather than a text file: the
 * window then reads its text out of it. As main has to know it without the readers, a rough look suffices; what the
 * window can't read after all is opened as a text file.
 */
export function isImportable(path: string, bytes: Uint8Array): boolean {
  const extension = extname(path).toLowerCase();
  if (ALWAYS.has(extension)) return true;
  if (!BY_CONTENT.has(extension)) return false;
  return KNOWN.test(new TextDecoder().decode(bytes.subarray(0, BEGINNING)));
}
