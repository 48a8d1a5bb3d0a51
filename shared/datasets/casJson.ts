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
import { countDetails } from './details';
import { addJsonString } from './utf8';

/** DKPro Core's type, which INCEpTION shows as its layer of named entities. */
export const NAMED_ENTITY = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';

const TYPES = {
  [NAMED_ENTITY]: {
    '%NAME': NAMED_ENTITY,
    '%SUPER_TYPE': 'uima.tcas.Annotation',
    value: { '%NAME': 'value', '%RANGE': 'uima.cas.String' },
    identifier: { '%NAME': 'identifier', '%RANGE': 'uima.cas.String' },
  },
};

/**
 * Apache UIMA's JSON CAS 0.4: the text with its mentions as DKPro named entities, `identifier` the address of the
 * entity. Offsets count UTF-16 code units, as UIMA's do.
 */
export const casJsonFormat: ExportFormat = {
  id: 'cas-json',
  kind: 'data',
  name: { en: 'UIMA CAS JSON', zh: 'UIMA CAS JSON' },
  about: {
    en: 'Text and named entities for Apache UIMA, DKPro and INCEpTION',
    zh: '正文与命名实体，供 Apache UIMA、DKPro、INCEpTION 使用',
  },
  files: [{ extension: '.json', encoding: 'utf-8' }],
  options: [
    {
      id: 'anchors',
      name: { en: 'Offsets are written as', zh: '位置写作' },
      kind: 'choice',
      choices: [
        { value: 'marked', name: { en: '^begin, ^end (the specification)', zh: '^begin、^end（规范）' } },
        {
          value: 'plain',
          name: { en: 'begin, end (older readers, cassis)', zh: 'begin、end（较早的程序、cassis）' },
        },
      ],
      preset: 'marked',
    },
  ],
  ofOriginal: true,
  write,
};

const SOFA = 1;
const DOCUMENT = 2;

function* write(job: ExportJob): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  const { text, mentions } = yield* flatText(job, losses);
  const mark = optionOf(casJsonFormat, job, 'anchors') === 'marked' ? '^' : '';
  const out = new PartBuffer(0);
  out.add(`{\n"%TYPES":${JSON.stringify(TYPES)},\n"%FEATURE_STRUCTURES":[\n`);
  out.add(
    `{"%ID":${SOFA},"%TYPE":"uima.cas.Sofa","sofaNum":1,"sofaID":"_InitialView","mimeType":"text","sofaString":`,
  );
  yield* addJsonString(out, text);
  out.add(`},\n{"%ID":${DOCUMENT},"%TYPE":"uima.tcas.DocumentAnnotation","@sofa":${SOFA},"${mark}begin":0,`);
  out.add(`"${mark}end":${text.length},"language":"zh"}`);
  const linked = new Set<string>();
  let id = DOCUMENT;
  for (const { mention, start, end } of mentions) {
    const entity = mention.entity === undefined ? undefined : job.document.entities.get(mention.entity);
    if (entity) linked.add(entity.id);
    const url = entity?.identifiers.map(identifierUrl).find(address => address !== null);
    const identifier = entity ? `,"identifier":${JSON.stringify(url ?? `urn:kanwu:${entity.id}`)}` : '';
    out.add(
      `,\n{"%ID":${++id},"%TYPE":"${NAMED_ENTITY}","@sofa":${SOFA},"${mark}begin":${start},"${mark}end":${end}`,
    );
    out.add(`,"value":${JSON.stringify(mention.type)}${identifier}}`);
    yield* out.ready();
  }
  out.add(`\n],\n"%VIEWS":{"_InitialView":{"%SOFA":${SOFA},"%MEMBERS":[${DOCUMENT}`);
  for (let member = DOCUMENT + 1; member <= id; member++) {
    out.add(`,${member}`);
    yield* out.ready();
  }
  out.add(']}}\n}\n');
  yield* out.rest();
  yield* countDetails(job, mentions, { links: true }, losses);
  return { mentions: mentions.length, entities: 0, corrections: 0, losses: losses.list() };
}
