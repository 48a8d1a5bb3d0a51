import { CodePoints } from '../exports/codePoints';
import { beginningOfFile, passingText, stemOf } from '../imports/fileText';
import { EntityList, importedDocument, mentionIn, Omissions } from '../imports/importedDocument';
import { reading } from '../imports/importFailure';
import type { ImportedMention, ImportFile, ImportFormat, ImportReading } from '../imports/importFormat';
import { parseJson } from '../imports/json';
import { JsonPlace } from '../imports/jsonPlace';
import { casJsonFormat } from './casJson';
import { EMPTY_SPANS } from './readDoccano';
import { identifierAt } from './webAnnotationBody';

/**
 * UIMA's JSON CAS: named entities and other annotations that name a value, of each view with a text. Feature structures
 * as a list or by id; `begin` or `^begin`.
 */
export const casJsonImport: ImportFormat = {
  id: casJsonFormat.id,
  name: casJsonFormat.name,
  about: casJsonFormat.about,
  extensions: ['.json'],
  text: 'carried',
  recognise: file => (/"%(?:TYPES|FEATURE_STRUCTURES|VIEWS|HEADER)"/.test(beginningOfFile(file)) ? 0.99 : 0),
  read: files => reading(read(files)),
};

const OTHER_TYPES = {
  en: 'Annotations that name nothing (sentences, tokens and the like) are not taken over',
  zh: '不指称事物的标注（句子、词元等）未带入',
};

/** What DKPro and UIMA annotate of every text; never a mention. */
const OF_EVERY_TEXT =
  /^uima\.|\.segmentation\.|\.(?:Token|Sentence|Lemma|Stem|POS|MorphologicalFeatures|DocumentMetaData)$/;
const VALUES = ['value', 'label', 'name', 'type', 'category'];

interface View {
  readonly text: string;
  readonly points: CodePoints | null;
  readonly name: string;
  readonly mentions: ImportedMention[];
}

function* read(files: readonly ImportFile[]): Generator<number, ImportReading> {
  const omissions = new Omissions();
  const documents = [];
  for (const file of files) {
    const root = new JsonPlace(file.name, yield* parseJson(passingText(file), file.name));
    const structures: Structure[] = [];
    for (const structure of structuresOf(root.at('%FEATURE_STRUCTURES'))) {
      if (structures.push(structure) % 2000 === 0) yield 1;
    }
    const encoding = root.at('%HEADER').at('%OFFSET_ENCODING').maybeText() ?? 'UTF-16';
    const views = yield* viewsOf(structures, encoding);
    if (views.size === 0) {
      root
        .at('%FEATURE_STRUCTURES')
        .malformed('no text (uima.cas.Sofa) is in it', '其中没有正文（uima.cas.Sofa）');
    }
    const entities = new EntityList();
    for (const [n, { place }] of structures.entries()) {
      annotate(place, views, entities, omissions);
      if (n % 2000 === 0) yield n / structures.length;
    }
    for (const { name, text, mentions } of views.values()) {
      const named = views.size === 1 ? stemOf(file) : `${stemOf(file)} ${name}`;
      documents.push(importedDocument(named, text, mentions, entities.list()));
    }
  }
  return { kind: 'read', documents, notices: omissions.notices() };
}

interface Structure {
  readonly id: number;
  readonly place: JsonPlace;
}

function* structuresOf(list: JsonPlace): Generator<Structure> {
  if (Array.isArray(list.value)) {
    for (const place of list.items()) yield { id: place.at('%ID').offset(), place };
    return;
  }
  for (const [key, place] of list.entries()) yield { id: Number(key), place };
}

function* viewsOf(
  structures: readonly Structure[],
  encoding: string,
): Generator<number, ReadonlyMap<number, View>> {
  const views = new Map<number, View>();
  for (const [n, { id, place }] of structures.entries()) {
    if (n % 5000 === 0) yield 1;
    if (place.at('%TYPE').text() !== 'uima.cas.Sofa') continue;
    const text = place.at('sofaString').maybeText();
    if (text === undefined) continue;
    const name = place.at('sofaID').maybeText() ?? String(id);
    const points = encoding === 'UTF-32' ? new CodePoints(text) : null;
    views.set(id, { text, points, name, mentions: [] });
  }
  return views;
}

function annotate(
  place: JsonPlace,
  views: ReadonlyMap<number, View>,
  entities: EntityList,
  omissions: Omissions,
): void {
  const kind = place.at('%TYPE').text();
  const view = views.get(Number(place.at('@sofa').value ?? Number.NaN));
  const begin = place.at(place.has('^begin') ? '^begin' : 'begin');
  if (!view || begin.value === undefined) return;
  const type = OF_EVERY_TEXT.test(kind) ? null : typeOf(place, kind);
  if (type === null) {
    if (kind !== 'uima.tcas.DocumentAnnotation') omissions.add(OTHER_TYPES);
    return;
  }
  const { start, end } = rangeOf(begin, place.at(place.has('^end') ? '^end' : 'end'), view);
  if (start === end) {
    omissions.add(EMPTY_SPANS);
    return;
  }
  const address = place.at('identifier').maybeText();
  const entity = address
    ? entities.idOf(address, () => {
        const identifier = identifierAt(address);
        const identifiers = identifier ? [identifier] : [];
        return { type, name: view.text.slice(start, end), aliases: [], identifiers };
      })
    : undefined;
  view.mentions.push(mentionIn(view.text, start, end, type, { entity }));
}

/** The value an annotation names; of a named entity without one its own type (`Person`). */
function typeOf(place: JsonPlace, kind: string): string | null {
  for (const feature of VALUES) {
    const value = place.at(feature).maybeText()?.trim();
    if (value) return value;
  }
  return /\.ner\.type\./.test(kind) ? (kind.split('.').at(-1) ?? null) : null;
}

function rangeOf(begin: JsonPlace, end: JsonPlace, { text, points }: View): { start: number; end: number } {
  const from = begin.offset();
  const to = end.offset();
  const length = points ? points.length : text.length;
  if (to < from || to > length) {
    end.wrong(
      `a number from ${from} to ${length}, the length of the text`,
      `${from} 到 ${length}（文本长度）的数`,
    );
  }
  return points ? { start: points.toUtf16(from), end: points.toUtf16(to) } : { start: from, end: to };
}
