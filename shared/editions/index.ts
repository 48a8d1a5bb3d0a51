import type { Edition } from './edition';
import { htmlEdition } from './html';
import { markdownEdition } from './markdown';
import { plainTextEdition } from './plainText';

export type { Edition, EditionOptions } from './edition';

/** Every format, in the order in which menus list them. Adding one is one file and one line here. */
export const EDITIONS: readonly Edition[] = [plainTextEdition, markdownEdition, htmlEdition];

export type EditionId = Edition['id'];

/** The format of that id, undefined where there is none. */
export function editionOf(id: string): Edition | undefined {
  return EDITIONS.find(edition => edition.id === id);
}
