import type { Identifier } from '../document/entity';
import { CodePoints } from '../exports/codePoints';
import { beginningOfFile, stemOf } from '../imports/fileText';
import {
  documentsOf,
  EntityList,
  type ImportedUnit,
  Omissions,
  type UnitMention,
} from '../imports/importedDocument';
import { reading } from '../imports/importFailure';
import type { ImportedDocument, ImportFile, ImportFormat, ImportReading } from '../imports/importFormat';
import { isList, isObject, type JsonPlace } from '../imports/jsonPlace';
import { eachRecord } from '../imports/jsonRecords';
import { codePointRange, typeAt } from './ranges';
import { EMPTY_SPANS } from './readDoccano';
import { spacyFormat } from './spacy';
import { identifierAt } from './webAnnotationBody';

/** spaCy's JSON of a Doc, Prodigy's `spans`, `[text, {"entities": […]}]` of training scripts; a list or JSON lines. */
export const spacyImport: ImportFormat = {
  id: spacyFormat.id,
  name: spacyFormat.name,
  about: spacyFormat.about,
  extensions: ['.jsonl', '.json'],
  text: 'carried',
  recognise(file) {
    const start = beginningOfFile(file);
    if (!/^\s*[[{]/.test(start)) return 0;
    if (/"ents"\s*:\s*\[/.test(start)) return 0.95;
    if (/"text"\s*:/.test(start) && /"spans"\s*:\s*[[{]/.test(start)) return 0.85;
    return /"entities"\s*:\s*\[/.test(start) && !start.includes('"start_offset"') ? 0.5 : 0;
  },
  read: files => reading(read(files)),
};

/** Most of the file, and nothing in it for us. */
const TOKENS: ReadonlySet<string> = new Set(['tokens', 'sents']);

const TRAINING = {
  en: 'this is the training format of spaCy 2; run “spacy convert” and export the Docs as JSON',
  zh: '这是 spaCy 2 的训练格式，请先用“spacy convert”转换，再把 Doc 导出为 JSON',
};

function* read(files: readonly ImportFile[]): Generator<number, ImportReading> {
  const omissions = new Omissions();
  const documents: ImportedDocument[] = [];
  for (const file of files) {
    const stem = stemOf(file);
    const entities = new EntityList();
    const units: ImportedUnit[] = [];
    const take = (record: JsonPlace, n: number) => {
      // A file of one training tuple looks like a list of two records.
      if (n === 0 && typeof record.value === 'string') record.wrong('a record', '一条记录');
      units.push(unitOf(record, `${stem} ${n + 1}`, entities, omissions));
    };
    yield* eachRecord(file, take, TOKENS);
    for (const document of yield* documentsOf(stem, units, entities.list())) documents.push(document);
  }
  return { kind: 'read', documents, notices: omissions.notices() };
}

function unitOf(record: JsonPlace, name: string, entities: EntityList, omissions: Omissions): ImportedUnit {
  if (isList(record.value)) {
    const text = record.item(0).text();
    return { name, text, offset: null, mentions: mentionsOf(record.item(1), text, entities, omissions) };
  }
  record.object();
  if (record.has('paragraphs')) record.malformed(TRAINING.en, TRAINING.zh);
  const text = record.at('text').text();
  const offset = record.at('_').at('offset');
  return {
    name,
    text,
    offset: offset.value === undefined || offset.value === null ? null : offset.offset(),
    mentions: mentionsOf(record, text, entities, omissions),
  };
}

/** Every span of `ents`, `entities`, `spans` and its groups; one that stands in two of them is one mention. */
function mentionsOf(
  record: JsonPlace,
  text: string,
  entities: EntityList,
  omissions: Omissions,
): readonly UnitMention[] {
  const points = new CodePoints(text);
  const groups: UnitMention[][] = [];
  for (const list of spanLists(record)) {
    const mentions: UnitMention[] = [];
    for (const span of list.each()) {
      const mention = spanOf(span, text, points, entities);
      if (mention.start < mention.end) mentions.push(mention);
      else omissions.add(EMPTY_SPANS);
    }
    groups.push(mentions);
  }
  return union(groups);
}

function* spanLists(record: JsonPlace): Generator<JsonPlace> {
  const spans = record.at('spans');
  if (isObject(spans.value)) for (const [, group] of spans.entries()) yield group;
  else yield spans;
  yield record.at('ents');
  yield record.at('entities');
}

/** All of the first list, then of each further list what no earlier one has: a list may hold the same span twice. */
function union(groups: readonly (readonly UnitMention[])[]): readonly UnitMention[] {
  const [only, ...others] = groups.filter(group => group.length > 0);
  if (!only || others.length === 0) return only ?? [];
  const seen = new Set<string>();
  const all: UnitMention[] = [];
  for (const group of [only, ...others]) {
    const fresh = group.filter(m => !seen.has(`${m.start} ${m.end} ${m.type}`));
    for (const m of fresh) seen.add(`${m.start} ${m.end} ${m.type}`);
    for (const m of fresh) all.push(m);
  }
  return all;
}

function spanOf(span: JsonPlace, text: string, points: CodePoints, entities: EntityList): UnitMention {
  if (isList(span.value)) {
    return { ...codePointRange(span, 0, 1, points), type: typeAt(span, 2) };
  }
  span.object();
  const { start, end } = codePointRange(span, 'start', 'end', points);
  const type = typeAt(span, 'label');
  const id = span.get('kb_id');
  if (typeof id !== 'string' || id === '') return { start, end, type };
  const entity = entities.idOf(id, () => {
    const identifier = knowledgeIdentifier(id);
    const identifiers = identifier ? [identifier] : [];
    return { type, name: text.slice(start, end), aliases: [], identifiers };
  });
  return { start, end, type, entity };
}

/** `Q956` is Wikidata's, `viaf:123` of the authority it names; an own number of Kanwu's register is none. */
function knowledgeIdentifier(id: string): Identifier | null {
  if (/^e\d{1,15}$/.test(id)) return null;
  if (/^Q[1-9]\d*$/.test(id)) return { scheme: 'wikidata' as const, value: id };
  const [, scheme = '', value = ''] = /^(viaf|geonames|own):(.+)$/.exec(id) ?? [];
  if (scheme === 'viaf' || scheme === 'geonames' || scheme === 'own') return { scheme, value };
  return identifierAt(id);
}
