import { IDENTIFIER_SCHEMES, type Identifier } from '../document/entity';
import { CodePoints } from '../exports/codePoints';
import { beginningOfFile, fileText, hasExtension, stemOf } from '../imports/fileText';
import { detailed, EntityList, importedDocument, mentionIn, Omissions } from '../imports/importedDocument';
import { Malformed, reading } from '../imports/importFailure';
import type {
  ImportedDocument,
  ImportedMention,
  ImportFile,
  ImportFormat,
  ImportReading,
} from '../imports/importFormat';
import { type AboutLine, type AnnSpan, annLine } from './annLine';
import { bratFormat } from './brat';

/** brat's standoff: pairs of `.ann` and `.txt` of one name, or an `.ann` alone whose text is given beside. */
export const bratImport: ImportFormat = {
  id: bratFormat.id,
  name: bratFormat.name,
  about: bratFormat.about,
  extensions: ['.ann', '.txt'],
  text: 'either',
  recognise(file) {
    const start = beginningOfFile(file);
    if (/^[TNRE#A]\d+\t/.test(start)) return hasExtension(file, '.ann') ? 0.99 : 0.8;
    return hasExtension(file, '.ann') ? 0.6 : 0;
  },
  read: files => reading(read(files)),
};

const PARTS = {
  en: 'Mentions in parts that text stands between are taken as one from the first part to the last',
  zh: '中间隔有文字的分段标注，已取首段至末段为一处',
};
const OTHER_TEXT = {
  en: 'Mentions whose text is not what stands at their place',
  zh: '所记文字与该处正文不符的标注',
};
const UNKNOWN_TARGET = { en: 'Lines about nothing that is in the file', zh: '所指对象不在文件中的行' };
const RELATIONS = { en: 'Relations and events are not taken over', zh: '关系与事件未带入' };

function* read(files: readonly ImportFile[]): Generator<number, ImportReading> {
  const omissions = new Omissions();
  const texts = new Map(files.filter(file => hasExtension(file, '.txt')).map(file => [stemOf(file), file]));
  const annotated = files.filter(file => !hasExtension(file, '.txt'));
  if (annotated.length === 0) {
    throw new Malformed(files[0]?.name ?? '', {
      en: 'the .ann file that belongs to it is missing',
      zh: '缺少与之配套的 .ann 文件',
    });
  }
  const documents: ImportedDocument[] = [];
  for (const file of annotated) {
    const beside = texts.get(stemOf(file)) ?? (annotated.length === 1 ? [...texts.values()][0] : undefined);
    const text = beside ? yield* fileText(beside) : null;
    documents.push(yield* readAnn(file, text, omissions));
  }
  return { kind: 'read', documents, notices: omissions.notices() };
}

/** What lines about a mention say, gathered. */
interface Details {
  note?: string;
  normal?: string;
  entity?: string;
  attributes?: Record<string, string>;
}

type NumberedSpan = AnnSpan & { readonly line: number };

function* readAnn(
  file: ImportFile,
  text: string | null,
  omissions: Omissions,
): Generator<number, ImportedDocument> {
  const ann = yield* fileText(file);
  const spans: NumberedSpan[] = [];
  const about: AboutLine[] = [];
  let number = 0;
  for (let start = 0; start < ann.length; ) {
    const feed = ann.indexOf('\n', start);
    const end = feed < 0 ? ann.length : feed;
    const raw = ann.slice(start, end).replace(/\r$/, '');
    start = end + 1;
    number++;
    if (number % 2000 === 0) yield end / ann.length;
    if (raw.trim() === '') continue;
    const line = annLine(raw, file.name, number);
    if (line.kind === 'span') spans.push({ ...line, line: number });
    else if (line.kind === 'other') omissions.add(RELATIONS);
    else about.push(line);
  }
  const entities = new EntityList();
  const byId = new Map<string, AnnSpan>();
  for (const span of spans) {
    byId.set(span.id, span);
    if (byId.size % 5000 === 0) yield 1;
  }
  const details = yield* detailsById(about, byId, entities, omissions);
  yield 1;
  const points = text === null ? null : new CodePoints(text);
  const mentions: ImportedMention[] = [];
  for (const span of spans) {
    const found = details.get(span.id) ?? {};
    mentions.push(
      text === null || points === null
        ? looseMention(span, found, omissions)
        : placedMention(span, found, text, points, file.name, omissions),
    );
    if (mentions.length % 2000 === 0) yield 1;
  }
  const document = importedDocument(stemOf(file), text, mentions, entities.list());
  return text === null ? { ...document, positionsCount: 'codePoints' } : document;
}

function placedMention(
  { type, parts, quote, line }: NumberedSpan,
  details: Details,
  text: string,
  points: CodePoints,
  file: string,
  omissions: Omissions,
): ImportedMention {
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (!first || !last || last.end > points.length) {
    throw new Malformed(file, {
      en: `line ${line}: ${last?.end ?? 0} lies beyond the text, which has ${points.length} characters`,
      zh: `第 ${line} 行：${last?.end ?? 0} 超出正文，正文只有 ${points.length} 字`,
    });
  }
  const ranges = parts.map(part => ({ start: points.toUtf16(part.start), end: points.toUtf16(part.end) }));
  const between = ranges.slice(1).map((range, n) => text.slice(ranges[n]?.end ?? 0, range.start));
  if (between.some(gap => gap.trim() !== '')) omissions.add(PARTS);
  const mention = mentionIn(text, points.toUtf16(first.start), points.toUtf16(last.end), type, details);
  const joined = ranges.map(range => text.slice(range.start, range.end)).join(' ');
  if (quote === '' || sameText(joined, quote)) return mention;
  omissions.add(OTHER_TEXT);
  return { ...mention, quote };
}

/** Lone surrogates are written as U+FFFD, and a line's white space may have been tidied by an editor. */
function sameText(a: string, b: string): boolean {
  const tidy = (text: string) =>
    text
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/\s+/gu, ' ')
      .trim();
  return a === b || tidy(a) === tidy(b);
}

function looseMention(
  { type, parts, quote }: NumberedSpan,
  details: Details,
  omissions: Omissions,
): ImportedMention {
  if (parts.length > 1) omissions.add(PARTS);
  const position = { start: parts[0]?.start ?? 0, end: parts[parts.length - 1]?.end ?? 0 };
  // Of a mention in parts the text between them is not in the file: only its position says where it is.
  const quoted = { type, position, quote: parts.length > 1 ? '' : quote, prefix: '', suffix: '' };
  return detailed(quoted, details);
}

function* detailsById(
  lines: readonly AboutLine[],
  spans: ReadonlyMap<string, AnnSpan>,
  entities: EntityList,
  omissions: Omissions,
): Generator<number, ReadonlyMap<string, Details>> {
  const all = new Map<string, Details>();
  const keys = new Map<string, string>();
  for (const [n, line] of lines.entries()) {
    if (n % 2000 === 0) yield 1;
    const span = spans.get(line.target);
    if (!span) {
      omissions.add(UNKNOWN_TARGET);
      continue;
    }
    const details = all.get(line.target) ?? {};
    all.set(line.target, details);
    if (line.kind === 'reference') link(line, span, details, keys, entities);
    else if (line.kind === 'attribute')
      details.attributes = { ...details.attributes, [line.key]: line.value };
    else if (line.about === 'NormalForm') details.normal = line.text;
    else if (line.about === 'Attribute') {
      const [, key = '', value = ''] = /^([^=]+)=([\s\S]*)$/.exec(line.text) ?? [];
      if (key !== '') details.attributes = { ...details.attributes, [key]: value };
    } else if (line.text !== '')
      details.note = details.note === undefined ? line.text : `${details.note}\n${line.text}`;
  }
  return all;
}

/** The references of one mention are identifiers of one entity. */
function link(
  { scheme, value, name, target }: Extract<AboutLine, { kind: 'reference' }>,
  span: AnnSpan,
  details: Details,
  keys: Map<string, string>,
  entities: EntityList,
): void {
  const known = IDENTIFIER_SCHEMES.find(id => id === scheme.toLowerCase());
  const identifier: Identifier = known
    ? { scheme: known, value }
    : { scheme: 'own', value: `${scheme}:${value}` };
  const key = keys.get(target) ?? `${scheme}:${value}`;
  keys.set(target, key);
  details.entity ??= entities.idOf(key, () => ({
    type: span.type,
    name: name || span.quote || value,
    aliases: [],
    identifiers: [],
  }));
  entities.addIdentifier(key, identifier);
}
