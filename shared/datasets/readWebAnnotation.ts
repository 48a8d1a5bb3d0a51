import { IDENTIFIER_SCHEMES } from '../document/entity';
import { beginningOfFile, hasExtension, passingText, stemOf } from '../imports/fileText';
import { detailed, EntityList, importedDocument, Omissions } from '../imports/importedDocument';
import { Malformed, reading } from '../imports/importFailure';
import type { ImportedMention, ImportFile, ImportFormat, ImportReading } from '../imports/importFormat';
import { type JsonValue, parseJson } from '../imports/json';
import { JsonPlace } from '../imports/jsonPlace';
import { webAnnotationFormat } from './webAnnotation';
import { bodyOf } from './webAnnotationBody';
import { type Selected, selectedBy } from './webAnnotationSelector';

/**
 * W3C Web Annotations: a list of them, one, an AnnotationPage or an AnnotationCollection; selectors alone, in lists,
 * refined, and plain-text fragments. The text is not in the file, so positions are handed on in what they count.
 */
export const webAnnotationImport: ImportFormat = {
  id: webAnnotationFormat.id,
  name: webAnnotationFormat.name,
  about: webAnnotationFormat.about,
  extensions: ['.jsonld', '.json'],
  text: 'needed',
  recognise(file) {
    const start = beginningOfFile(file);
    if (!/^\s*[[{]/.test(start)) return 0;
    if (start.includes('http://www.w3.org/ns/anno.jsonld')) return 0.99;
    if (/"Text(?:Quote|Position)Selector"|"AnnotationPage"|"AnnotationCollection"/.test(start)) return 0.95;
    return hasExtension(file, '.jsonld') ? 0.5 : 0;
  },
  read: files => reading(read(files)),
};

const NO_TEXT = { en: 'Annotations that select no text are left out', zh: '不指向文字的标注已略去' };
const NO_TYPE = {
  en: 'Annotations without a tag are of the type MISC',
  zh: '没有标签的标注记为 MISC 类型',
};
const MORE_TARGETS = {
  en: 'Annotations with several places are a mention for each',
  zh: '指向多处的标注已拆成各自的标注',
};

function* read(files: readonly ImportFile[]): Generator<number, ImportReading> {
  const omissions = new Omissions();
  const documents = [];
  for (const file of files) {
    const entities = new EntityList();
    const mentions: ImportedMention[] = [];
    let votes = 0;
    const take = (annotation: JsonPlace) => {
      for (const { mention, utf16 } of mentionsOf(annotation, entities, omissions)) {
        mentions.push(mention);
        votes += utf16;
      }
    };
    const list = new JsonPlace(file.name, null);
    const onItem = (item: JsonValue, index: number) => take(new JsonPlace(file.name, item, list, index));
    const root = new JsonPlace(file.name, yield* parseJson(passingText(file), file.name, { onItem }));
    if (!Array.isArray(root.value)) {
      let seen = 0;
      for (const annotation of annotationsOf(root)) {
        take(annotation);
        if (++seen % 500 === 0) yield 0;
      }
    }
    const document = importedDocument(stemOf(file), null, mentions, entities.list());
    documents.push({ ...document, positionsCount: votes > 0 ? ('utf16' as const) : ('codePoints' as const) });
  }
  if (documents.length === 0) throw new Malformed('', { en: 'no file was given', zh: '没有给出文件' });
  return { kind: 'read', documents, notices: omissions.notices() };
}

/** Of a file that is not a list. */
function* annotationsOf(root: JsonPlace): Generator<JsonPlace> {
  if (root.has('items')) yield* root.at('items').items();
  else if (root.has('first')) {
    const first = root.at('first');
    if (typeof first.value === 'string') {
      first.malformed(
        'the annotations are not in this file but at an address; export the page itself',
        '标注不在此文件中而在网址上，请导出该页本身',
      );
    }
    yield* first.at('items').items();
  } else if (root.has('@graph')) yield* root.at('@graph').items();
  else if (root.has('rows')) yield* root.at('rows').items();
  else if (root.has('target')) yield root;
  else root.wrong('a Web Annotation, a list, a page or a collection of them', '网络标注，或其列表、页、集合');
}

interface Placed {
  readonly mention: ImportedMention;
  /** Whether the numbers only fit if they count UTF-16 units (1) or code points (-1); 0 where both fit. */
  readonly utf16: number;
}

function mentionsOf(annotation: JsonPlace, entities: EntityList, omissions: Omissions): readonly Placed[] {
  annotation.object();
  const places = annotation
    .at('target')
    .each()
    .flatMap(target => selectedBy(target));
  const found = places.filter(place => place.quote !== '' || place.position !== null);
  if (found.length === 0) omissions.add(NO_TEXT);
  if (found.length > 1) omissions.add(MORE_TARGETS);
  const body = bodyOf(annotation);
  if (body.type === null) omissions.add(NO_TYPE);
  const attributes = annotation.at(`kanwu:attributes`);
  return found.map(place => {
    const entity = entityOf(body, place, entities);
    const details = {
      who: personOf(annotation.at('creator')),
      when: annotation.at('created').maybeText() ?? annotation.at('modified').maybeText(),
      entity,
      note: body.note,
      normal: body.normal,
      attributes: attributes.value === undefined ? undefined : textsOf(attributes),
    };
    return {
      mention: detailed({ type: body.type ?? 'MISC', ...place }, details),
      utf16: vote(annotation, place),
    };
  });
}

function vote(annotation: JsonPlace, { quote, position }: Selected): number {
  if (annotation.at('kanwu:positions').value === 'utf16') return 1;
  if (!position || quote === '') return 0;
  const length = position.end - position.start;
  const points = [...quote].length;
  if (points === quote.length) return 0;
  return length === quote.length ? 1 : length === points ? -1 : 0;
}

function entityOf(
  body: ReturnType<typeof bodyOf>,
  place: Selected,
  entities: EntityList,
): string | undefined {
  const { entity } = body;
  if (!entity) return undefined;
  return entities.idOf(entity.key, () => ({
    type: entity.type ?? body.type ?? 'MISC',
    name: entity.name ?? (place.quote || entity.key),
    aliases: entity.aliases,
    identifiers: entity.identifiers.filter(({ scheme }) => IDENTIFIER_SCHEMES.includes(scheme)),
    ...(entity.note === undefined ? {} : { note: entity.note }),
  }));
}

/** A person's name; the Recommendation allows an address, an object and lists of them. */
function personOf(creator: JsonPlace): string | undefined {
  for (const person of creator.each()) {
    if (typeof person.value === 'string') return person.value;
    for (const key of ['name', 'nickname', 'nick', 'id']) {
      const name = person.at(key).maybeText();
      if (name !== undefined && name !== '') return name;
    }
  }
  return undefined;
}

function textsOf(place: JsonPlace): Readonly<Record<string, string>> {
  const texts: [string, string][] = [];
  for (const [key, value] of place.entries()) if (key !== '__proto__') texts.push([key, value.text()]);
  return Object.fromEntries(texts);
}
