import { DATA_IMPORTS } from '../datasets';
import { docxImport } from './docx';
import { htmlImport } from './html';
import type { ImportFormat } from './importFormat';
import { altoImport } from './ocr/alto';
import { hocrImport } from './ocr/hocr';
import { pageXmlImport } from './ocr/pageXml';
import { teiImport } from './tei';

/** Texts with or without annotations, as other programs hand them on. Adding one is one file and one line here. */
export const SOURCE_IMPORTS: readonly ImportFormat[] = [
  teiImport,
  docxImport,
  htmlImport,
  hocrImport,
  altoImport,
  pageXmlImport,
];

/** Every format that can be read, in the order in which the window lists them. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [...SOURCE_IMPORTS, ...DATA_IMPORTS];

/** The format of that id, undefined where there is none. */
export function importFormatOf(id: string): ImportFormat | undefined {
  return IMPORT_FORMATS.find(format => format.id === id);
}
