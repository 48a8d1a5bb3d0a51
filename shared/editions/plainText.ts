import { workingText } from '../document/document';
import type { Edition } from './edition';

/** The working text itself: line ends, blank lines and markup as the source has them wherever nothing was changed. */
export const plainTextEdition: Edition = {
  id: 'txt',
  extension: '.txt',
  name: { en: 'Plain text', zh: '纯文本' },
  encoding: 'source',
  write: document => workingText(document),
};
