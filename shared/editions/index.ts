import { corrections } from '../document/corrections';
import { allMentions } from '../edits/tagging';
import type { ExportFormat } from '../exports/exportFormat';
import type { Edition } from './edition';
import { htmlEdition } from './html';
import { markdownEdition } from './markdown';
import { plainTextEdition } from './plainText';

export type { Edition, EditionOptions } from './edition';

/** Every format, in the order in which menus list them. Adding one is one file and one line here. */
export const EDITIONS: readonly Edition[] = [plainTextEdition, markdownEdition, htmlEdition];

export type EditionId = Edition['id'];

/** The same as the export lists them. */
export const EDITION_FORMATS: readonly ExportFormat[] = EDITIONS.map(edition => ({
  id: edition.id,
  kind: 'edition',
  name: edition.name,
  about: edition.name,
  files: [{ extension: edition.extension, encoding: edition.encoding }],
  options: [],
  ofOriginal: false,
  *write({ document, locale, generator }) {
    yield { file: 0, data: edition.write(document, { locale, generator }) };
    const mentions = edition.id === 'html' ? [...allMentions(document)].length : 0;
    return { mentions, entities: 0, corrections: corrections(document).length, losses: [] };
  },
}));

/** The format of that id, undefined where there is none. */
export function editionOf(id: string): Edition | undefined {
  return EDITIONS.find(edition => edition.id === id);
}
