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
import { countDetails } from './details';
import { UNIT_OPTION, unitsOf } from './units';
import { addJsonString } from './utf8';

/**
 * doccano's JSON lines for sequence labelling: one example a line. Offsets count code points of the example's text.
 * `offset` (where the example begins in the whole text) is one of the columns doccano keeps as metadata.
 */
export const doccanoFormat: ExportFormat = {
  id: 'doccano',
  kind: 'data',
  name: { en: 'doccano JSONL', zh: 'doccano JSONL' },
  about: {
    en: 'One example a line with its labelled spans; doccano, Hugging Face',
    zh: '每行一个样本及其标注；doccano、Hugging Face',
  },
  files: [{ extension: '.jsonl', encoding: 'utf-8' }],
  options: [
    UNIT_OPTION,
    {
      id: 'form',
      name: { en: 'Labels as', zh: '标注写作' },
      kind: 'choice',
      choices: [
        { value: 'label', name: { en: 'Spans', zh: '区间' } },
        { value: 'entities', name: { en: 'Entities and relations', zh: '实体与关系' } },
      ],
      preset: 'label',
    },
  ],
  ofOriginal: true,
  write,
};

function* write(job: ExportJob): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  const flat = yield* flatText(job, losses);
  const asEntities = optionOf(doccanoFormat, job, 'form') === 'entities';
  const out = new PartBuffer(0);
  let example = 0;
  let id = 0;
  for (const unit of unitsOf(flat, optionOf(doccanoFormat, job, 'unit'))) {
    const points = new CodePoints(unit.text);
    out.add(`{"id":${++example},"offset":${unit.offset},"text":`);
    yield* addJsonString(out, unit.text);
    out.add(asEntities ? ',"entities":[' : ',"label":[');
    let first = true;
    for (const { mention, start, end } of unit.mentions) {
      const from = points.at(start - unit.start);
      const to = points.at(end - unit.start);
      const label = JSON.stringify(mention.type);
      const comma = first ? '' : ',';
      out.add(
        asEntities
          ? `${comma}{"id":${++id},"label":${label},"start_offset":${from},"end_offset":${to}}`
          : `${comma}[${from},${to},${label}]`,
      );
      first = false;
      yield* out.ready();
    }
    out.add(asEntities ? '],"relations":[]}\n' : ']}\n');
    yield* out.ready();
  }
  yield* out.rest();
  yield* countDetails(job, flat.mentions, {}, losses);
  return { mentions: flat.mentions.length, entities: 0, corrections: 0, losses: losses.list() };
}
