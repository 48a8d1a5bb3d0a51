import type { KanwuDocument } from '../document/document';
import {
  type ExportFormat,
  type ExportJob,
  type ExportPart,
  type ExportReport,
  optionOf,
} from '../exports/exportFormat';
import { placeOf } from '../exports/flatText';
import { Losses } from '../exports/losses';
import { htmlBlocks } from './htmlBlocks';
import { htmlApparatus, htmlRegister } from './htmlLists';
import { colorClass, marksOf, unwritable } from './htmlMarks';
import { htmlHead } from './htmlPage';
import { htmlAttribute, htmlText } from './htmlText';
import { languageOf, titleOf } from './language';
import { ofEitherText } from './ofEitherText';
import { type PlacedCorrection, placedCorrections } from './placedCorrections';
import { eachBlock, textParts } from './textParts';

/**
 * One self-contained page: no script, nothing loaded from elsewhere. The text parses to the working text's blocks
 * again. On request every correction is marked and listed, and the register follows as an appendix.
 */
export const htmlEdition: ExportFormat = ofEitherText({
  id: 'html',
  kind: 'edition',
  name: { en: 'Web page (HTML)', zh: '网页（HTML）' },
  about: {
    en: 'One page for any browser, with mentions in colour; also for printing.',
    zh: '单个网页，任何浏览器都能打开，标注有颜色，也可打印。',
  },
  files: [{ extension: '.html', encoding: 'utf-8' }],
  options: [
    {
      id: 'apparatus',
      kind: 'flag',
      name: { en: 'Mark and list every correction', zh: '标出并列出每处更正' },
      choices: [],
      preset: 'no',
      ofCorrections: true,
    },
    {
      id: 'register',
      kind: 'flag',
      name: { en: 'Register of entities as an appendix', zh: '附实体名录' },
      choices: [],
      preset: 'yes',
    },
  ],
  *write(job) {
    const apparatus = optionOf(htmlEdition, job, 'apparatus') === 'yes';
    const register = optionOf(htmlEdition, job, 'register') === 'yes';
    const placed = apparatus ? yield* placedCorrections(job.document) : null;
    yield* textParts(page(job, placed, register));
    return yield* reportOf(job.document, placed ?? [], register);
  },
});

/** Without corrections to mark and list where `placed` is null. */
function* page(
  job: ExportJob,
  placed: readonly PlacedCorrection[] | null,
  register: boolean,
): Generator<string> {
  const { document, locale, generator } = job;
  yield htmlHead({ language: languageOf(document), title: titleOf(document), generator });
  yield legendOf(document, locale);
  yield '<main>\n';
  yield* htmlBlocks(document.blocks, marksOf(document, placed ?? [], { locale, register }));
  yield '</main>\n';
  if (placed) yield* htmlApparatus(placed, job);
  if (register) yield* htmlRegister(job);
  yield '</body>\n</html>\n';
}

function* reportOf(
  document: KanwuDocument,
  placed: readonly PlacedCorrection[],
  register: boolean,
): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  let mentions = 0;
  yield* eachBlock(document.blocks, block => {
    mentions += block.mentions.length;
    const count = unwritable(block);
    if (count > 0)
      losses.add('controlsShown', placeOf(block, { start: 0, end: block.body.text.length }), count);
  });
  const entities = register ? document.entities.size : 0;
  return { mentions, entities, corrections: placed.length, losses: losses.list() };
}

/** The types that occur, in the tagset's order, with how many mentions each has; nothing where there are none. */
function legendOf({ blocks, tagset }: KanwuDocument, locale: 'zh' | 'en'): string {
  const counts = new Map<string, number>();
  for (const { mentions } of blocks) {
    for (const { type } of mentions) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  if (counts.size === 0) return '';
  const known = tagset.filter(type => counts.has(type.id));
  const strange = [...counts.keys()].filter(id => !tagset.some(type => type.id === id)).sort();
  const item = (id: string, color: string, name: string) =>
    `<li><span class="key ${color}" data-type="${htmlAttribute(id)}">${htmlText(name)}</span> ${counts.get(id)}</li>\n`;
  const items = [
    ...known.map(type => item(type.id, colorClass(type), type.name[locale] || type.id)),
    ...strange.map(id => item(id, colorClass(undefined), id)),
  ];
  const label = locale === 'zh' ? '标注类型' : 'Types of mention';
  return `<aside class="legend" aria-label="${label}">\n<ul>\n${items.join('')}</ul>\n</aside>\n`;
}
