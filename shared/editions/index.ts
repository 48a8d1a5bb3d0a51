import type { ExportFormat } from '../exports/exportFormat';
import { correctionsHtml } from './correctionsHtml';
import { docxEdition } from './docx';
import { correctionsDocx } from './docx/correctionsDocx';
import { epubEdition } from './epub';
import { htmlEdition } from './html';
import { markdownEdition } from './markdown';
import { plainTextEdition } from './plainText';
import { teiEdition } from './tei';

/** Every edition and list, in the order in which the export lists them. Adding one is one file and one line here. */
export const EDITION_FORMATS: readonly ExportFormat[] = [
  plainTextEdition,
  markdownEdition,
  htmlEdition,
  teiEdition,
  docxEdition,
  epubEdition,
  correctionsHtml,
  correctionsDocx,
];
