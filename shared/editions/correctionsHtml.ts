import type { ExportFormat } from '../exports/exportFormat';
import { CORRECTIONS_TITLE } from './correctionRow';
import { htmlCorrections } from './htmlLists';
import { htmlHead } from './htmlPage';
import { htmlText } from './htmlText';
import { languageOf, titleOf } from './language';
import { placedCorrections } from './placedCorrections';
import { textParts } from './textParts';

/** The list of corrections (勘误表) as one self-contained page. */
export const correctionsHtml: ExportFormat = {
  id: 'corrections-html',
  kind: 'list',
  name: { en: 'List of corrections (HTML)', zh: '勘误表（HTML）' },
  about: {
    en: 'Place, before, after, reason, who and when of every correction, to read or print.',
    zh: '逐条列出位置、误、正、理由、更正人和日期，供阅读或打印。',
  },
  files: [{ extension: '.corrections.html', encoding: 'utf-8' }],
  options: [],
  ofOriginal: false,
  *write(job) {
    const { document, locale, generator } = job;
    const placed = yield* placedCorrections(document);
    const title = `${titleOf(document)} · ${CORRECTIONS_TITLE[locale]}`;
    function* page(): Generator<string> {
      yield htmlHead({ language: languageOf(document), title, generator });
      yield `<main class="apparatus">\n<h1>${htmlText(title)}</h1>\n`;
      if (placed.length > 0) yield* htmlCorrections(placed, job, false);
      else yield `<p>${locale === 'zh' ? '没有更正。' : 'No corrections.'}</p>\n`;
      yield '</main>\n</body>\n</html>\n';
    }
    yield* textParts(page());
    return { mentions: 0, entities: 0, corrections: placed.length, losses: [] };
  },
};
