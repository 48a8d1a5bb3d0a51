import type { KanwuDocument } from '../document/document';
import type { ExportFormat } from '../exports/exportFormat';
import { ofEitherText } from './ofEitherText';
import { reportOfTextAlone } from './textAlone';
import { textParts } from './textParts';

/** The working text itself: line ends, blank lines and markup as the source has them wherever nothing was changed. */
export const plainTextEdition: ExportFormat = ofEitherText({
  id: 'txt',
  kind: 'edition',
  name: { en: 'Plain text', zh: '纯文本' },
  about: {
    en: 'The text alone, for any program; where nothing was changed, byte for byte as the source.',
    zh: '只有正文，任何程序都能打开；未改动处与原文逐字节相同。',
  },
  files: [{ extension: '.txt', encoding: 'source' }],
  options: [],
  *write({ document }) {
    yield* textParts(workingStrings(document));
    return yield* reportOfTextAlone(document);
  },
});

/** The working text, run by run. */
export function* workingStrings({ lead, blocks }: KanwuDocument): Generator<string> {
  yield lead.text;
  for (const { marker, body, gap } of blocks) {
    yield marker.text;
    yield body.text;
    yield gap.text;
  }
}
