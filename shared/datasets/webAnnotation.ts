import type { Entity } from '../document/entity';
import type { Mention } from '../document/mention';
import { surroundings } from '../document/surroundings';
import { CodePoints } from '../exports/codePoints';
import {
  type ExportFormat,
  type ExportJob,
  type ExportPart,
  type ExportReport,
  optionOf,
} from '../exports/exportFormat';
import { flatText } from '../exports/flatText';
import { Losses } from '../exports/losses';
import { PartBuffer } from '../exports/partBuffer';
import { identifierUrl } from '../register/identifiers';
import { countDetails, countUnmentioned } from './details';

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** Prefix of the few keys that are ours; ids are URNs under the same name. */
export const KANWU_PREFIX = 'urn:kanwu:';

const HELD = {
  links: true,
  entities: true,
  entityDetails: true,
  normals: true,
  notes: true,
  attributes: true,
  authors: true,
};

/** Code units quoted on either side of a mention. */
const CONTEXT = 32;

/**
 * W3C Web Annotation Data Model (Recommendation of 23 February 2017) as JSON-LD. Each mention is an annotation with the
 * quotation and the position side by side, for Recogito refuses either alone. By the Recommendation (4.2.5) positions
 * count code points; Recogito's client reads them as UTF-16, so they can be written so.
 */
export const webAnnotationFormat: ExportFormat = {
  id: 'w3c',
  kind: 'data',
  name: { en: 'W3C Web Annotation', zh: 'W3C 网络标注' },
  about: {
    en: 'JSON-LD with quotation and position of each mention; Recogito, Apache Annotator, Hypothesis tools',
    zh: '每处标注附引文与位置的 JSON-LD；Recogito、Apache Annotator、Hypothesis 工具',
  },
  files: [{ extension: '.jsonld', encoding: 'utf-8' }],
  options: [
    {
      id: 'positions',
      name: { en: 'Positions count', zh: '位置按' },
      kind: 'choice',
      choices: [
        { value: 'codePoints', name: { en: 'Code points (the standard)', zh: '码点（标准）' } },
        { value: 'utf16', name: { en: 'UTF-16 units (Recogito)', zh: 'UTF-16 单位（Recogito）' } },
      ],
      preset: 'codePoints',
    },
    {
      id: 'form',
      name: { en: 'Form', zh: '形式' },
      kind: 'choice',
      choices: [
        { value: 'array', name: { en: 'List of annotations', zh: '标注的列表' } },
        { value: 'collection', name: { en: 'AnnotationCollection', zh: 'AnnotationCollection' } },
      ],
      preset: 'array',
    },
  ],
  ofOriginal: true,
  write,
};

function* write(job: ExportJob): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  const { text, mentions } = yield* flatText(job, losses);
  const { source, entities } = job.document;
  const utf16 = optionOf(webAnnotationFormat, job, 'positions') === 'utf16';
  const points = new CodePoints(utf16 ? '' : text);
  const collection = optionOf(webAnnotationFormat, job, 'form') === 'collection';
  const base = `${KANWU_PREFIX}${source.sha256.slice(0, 16)}:`;
  const target = encodeURIComponent(wellFormed(`${source.name.replace(/\.[^.]*$/, '')}.txt`));
  const out = new PartBuffer(0);
  const context = [ANNOTATION_CONTEXT, { kanwu: KANWU_PREFIX }];
  if (collection) {
    const total = mentions.length;
    const label = source.name;
    const generator = { type: 'Software', name: job.generator };
    const top = {
      '@context': context,
      id: `${base}mentions`,
      type: 'AnnotationCollection',
      label,
      generator,
    };
    out.add(`${JSON.stringify({ ...top, generated: job.now, total }).slice(0, -1)},\n`);
    out.add(`"first":{"id":"${base}mentions:1","type":"AnnotationPage","startIndex":0,"items":`);
  }
  out.add('[');
  const head = collection ? '' : `"@context":${JSON.stringify(context)},`;
  const linked = new Set<string>();
  let first = true;
  for (const { mention, start, end } of mentions) {
    const entity = mention.entity === undefined ? undefined : entities.get(mention.entity);
    if (entity) linked.add(entity.id);
    const around = surroundings(text, start, end, CONTEXT);
    const from = utf16 ? start : points.at(start);
    const to = utf16 ? end : points.at(end);
    // Written piece by piece: an object for each annotation and JSON.stringify over it took twice the time.
    out.add(
      `${first ? '' : ','}\n{${head}"id":"${base}${mention.id}","type":"Annotation","motivation":"tagging"`,
    );
    if (mention.who !== '') out.add(`,"creator":{"type":"Person","name":${JSON.stringify(mention.who)}}`);
    if (mention.when !== '') out.add(`,"created":${JSON.stringify(mention.when)}`);
    out.add(`,"body":${JSON.stringify(bodiesOf(mention, entity, base))}`);
    if (mention.attributes) out.add(`,"kanwu:attributes":${JSON.stringify(mention.attributes)}`);
    if (utf16) out.add(',"kanwu:positions":"utf16"');
    const exact = JSON.stringify(text.slice(start, end));
    const prefix = JSON.stringify(around.prefix);
    const suffix = JSON.stringify(around.suffix);
    out.add(`,"target":{"source":"${target}","selector":[{"type":"TextQuoteSelector","exact":${exact}`);
    out.add(
      `,"prefix":${prefix},"suffix":${suffix}},{"type":"TextPositionSelector","start":${from},"end":${to}}]}}`,
    );
    first = false;
    yield* out.ready();
  }
  out.add(collection ? '\n]}}\n' : '\n]\n');
  yield* out.rest();
  countUnmentioned(job, linked, losses);
  yield* countDetails(job, mentions, HELD, losses);
  return { mentions: mentions.length, entities: linked.size, corrections: 0, losses: losses.list() };
}

/** What is said of the mention: its type as a tag, the entity it names, its normal form, its note. */
function bodiesOf(mention: Mention, entity: Entity | undefined, base: string): readonly object[] {
  const bodies: object[] = [textBody('tagging', mention.type)];
  if (entity) {
    const urls = entity.identifiers.flatMap(identifier => identifierUrl(identifier) ?? []);
    bodies.push({
      id: base + entity.id,
      type: 'SpecificResource',
      purpose: 'identifying',
      source: urls[0] ?? base + entity.id,
      'kanwu:entity': {
        type: entity.type,
        name: entity.name,
        aliases: entity.aliases,
        identifiers: entity.identifiers,
        ...(entity.note === undefined ? {} : { note: entity.note }),
      },
    });
  }
  if (mention.normal !== undefined) bodies.push(textBody('describing', mention.normal));
  if (mention.note !== undefined) bodies.push(textBody('commenting', mention.note));
  return bodies;
}

function textBody(purpose: string, value: string): object {
  return { type: 'TextualBody', purpose, value };
}

/** A file's name may hold half a character, which no address can. */
function wellFormed(name: string): string {
  return name.replace(/\p{Surrogate}/gu, '_');
}
