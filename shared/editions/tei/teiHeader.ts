import type { TagType } from '../../document/tagset';
import type { ExportJob } from '../../exports/exportFormat';
import { titleOf } from '../language';
import { xmlAttribute, xmlText } from '../xmlText';
import type { TeiChanges } from './teiChanges';
import { instruction } from './teiInstruction';

const WORDS = {
  zh: {
    corrected: '校订与标注',
    exported: '导出',
    written: '编制',
    unpublished: '未刊行的校订本。',
    encoding: '原文件编码',
    principle:
      '改动一律以 choice、supplied、surplus 标出，原文见 sic；接合的断行以 lb break="no" 标出。交叉或重合的标注在 standOff 中以 span 记录。',
    original: '此为原文，未作任何更正。交叉或重合的标注在 standOff 中以 span 记录。',
    tagged: '标注',
    unpublishedOriginal: '未刊行的原文。',
  },
  en: {
    corrected: 'corrected and tagged',
    exported: 'exported',
    written: 'written with',
    unpublished: 'Unpublished corrected edition.',
    encoding: 'encoding of the source file',
    principle:
      'Every change is marked by choice, supplied or surplus, with the original reading in sic; mended breaks are lb break="no". Mentions that cross or coincide are spans in standOff.',
    original:
      'This is the original text: nothing in it is corrected. Mentions that cross or coincide are spans in standOff.',
    tagged: 'tagged',
    unpublishedOriginal: 'Unpublished original text.',
  },
} as const;

/** The header: title, who is responsible, the source with its hash, how it is encoded, the tagset, the changes. */
export function* teiHeader(
  job: ExportJob,
  changes: TeiChanges,
  categories: ReadonlyMap<string, string>,
  language: string,
): Generator<string> {
  const { document, locale, author, now, generator } = job;
  const { source } = document;
  const words = WORDS[locale];
  const original = job.text === 'original';
  const statement = (resp: string, name: string) =>
    `<respStmt><resp>${resp}</resp><name>${xmlText(name)}</name></respStmt>\n`;
  yield `<teiHeader>\n<fileDesc>\n<titleStmt>\n<title>${xmlText(titleOf(document))}</title>\n`;
  if (author !== '') yield statement(words.exported, author);
  yield* changes.people(original ? words.tagged : words.corrected);
  if (generator !== '') yield statement(words.written, generator);
  const day = /^\d{4}-\d\d-\d\d/.exec(now)?.[0];
  const date = day === undefined ? '' : `<date when="${day}">${day}</date>`;
  yield `</titleStmt>\n<publicationStmt><p>${original ? words.unpublishedOriginal : words.unpublished}${date}</p></publicationStmt>\n`;
  yield `<sourceDesc>\n<bibl>\n<title>${xmlText(source.name)}</title>\n`;
  yield `<idno type="sha256">${xmlText(source.sha256)}</idno>\n`;
  yield `<note type="encoding" n="${source.encoding}">${words.encoding}: ${source.encoding}${source.bom ? ' (BOM)' : ''}</note>\n`;
  if (document.issueDate !== null) {
    yield `<date type="issue" when="${xmlAttribute(document.issueDate)}">${xmlText(document.issueDate)}</date>\n`;
  }
  yield '</bibl>\n</sourceDesc>\n</fileDesc>\n<encodingDesc>\n';
  yield `<appInfo><application ident="kanwu" version="${versionOf(generator)}"><label>${xmlText(generator || 'Kanwu')}</label></application></appInfo>\n`;
  yield `<editorialDecl><correction><p>${original ? words.original : words.principle}</p></correction></editorialDecl>\n`;
  yield* taxonomy(document.tagset, categories);
  yield `</encodingDesc>\n<profileDesc><langUsage><language ident="${language}"/></langUsage></profileDesc>\n`;
  yield* changes.revisions();
  yield '</teiHeader>\n';
}

function* taxonomy(tagset: readonly TagType[], categories: ReadonlyMap<string, string>): Generator<string> {
  yield '<classDecl>\n<taxonomy xml:id="tagset">\n';
  for (const [type, id] of categories) {
    const known = tagset.find(candidate => candidate.id === type);
    yield `<category xml:id="${id}" n="${xmlAttribute(type)}">`;
    for (const language of known ? (['en', 'zh'] as const) : []) {
      yield `<catDesc xml:lang="${language}">${xmlText(known?.name[language] ?? '')}</catDesc>`;
    }
    if (known?.description) yield `<catDesc>${xmlText(known.description)}</catDesc>`;
    yield `</category>${known ? instruction('type', known) : ''}\n`;
  }
  if (categories.size === 0) yield '<category xml:id="none"/>\n';
  yield '</taxonomy>\n</classDecl>\n';
}

function versionOf(generator: string): string {
  return /\d+(?:\.\d+){0,3}/.exec(generator)?.[0] ?? '0';
}
