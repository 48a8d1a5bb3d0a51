import type { KanwuDocument } from '../document/document';
import type { ExportFormat } from '../exports/exportFormat';
import { correctionsHtml } from './correctionsHtml';
import { docxEdition } from './docx';
import { correctionsDocx } from './docx/correctionsDocx';
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
  correctionsHtml,
  correctionsDocx,
];

/** The three editions that the menu has of its own. */
export const EDITIONS = [plainTextEdition, markdownEdition, htmlEdition].map(format => ({
  id: format.id as 'txt' | 'md' | 'html',
  extension: format.files[0]?.extension ?? '',
  encoding: format.files[0]?.encoding ?? 'utf-8',
  write(document: KanwuDocument, { locale, generator }: { locale: 'zh' | 'en'; generator: string }): string {
    const job = { document, text: 'corrected' as const, locale, generator, author: '', now: '', options: {} };
    return [...format.write(job)].map(({ data }) => data).join('');
  },
}));

/** The format of that id, undefined where there is none. */
export function editionOf(id: string): (typeof EDITIONS)[number] | undefined {
  return EDITIONS.find(edition => edition.id === id);
}
