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
import { labelConfig } from './labelConfig';
import { UNIT_OPTION, unitsOf } from './units';
import { addJsonString } from './utf8';

/**
 * Label Studio's tasks as JSON, with the labelling configuration a project needs to show them. Offsets count code
 * points. Notes are the `meta` of a region, which Label Studio shows beside it.
 */
export const labelStudioFormat: ExportFormat = {
  id: 'label-studio',
  kind: 'data',
  name: { en: 'Label Studio', zh: 'Label Studio' },
  about: {
    en: 'Tasks as JSON and the labelling configuration that belongs to them',
    zh: '任务 JSON 及与之配套的标注界面配置',
  },
  files: [
    { extension: '.json', encoding: 'utf-8' },
    { extension: '.xml', encoding: 'utf-8' },
  ],
  options: [
    UNIT_OPTION,
    {
      id: 'as',
      name: { en: 'Mentions are', zh: '标注作为' },
      kind: 'choice',
      choices: [
        { value: 'predictions', name: { en: 'Predictions, to be checked', zh: '预测（待审核）' } },
        { value: 'annotations', name: { en: 'Annotations, done', zh: '标注（已完成）' } },
      ],
      preset: 'predictions',
    },
  ],
  ofOriginal: true,
  write,
};

function* write(job: ExportJob): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  const flat = yield* flatText(job, losses);
  const as = optionOf(labelStudioFormat, job, 'as');
  const out = new PartBuffer(0);
  let task = 0;
  out.add('[');
  for (const unit of unitsOf(flat, optionOf(labelStudioFormat, job, 'unit'))) {
    const points = new CodePoints(unit.text);
    out.add(`${task++ === 0 ? '' : ','}\n{"data":{"offset":${unit.offset},"text":`);
    yield* addJsonString(out, unit.text);
    const version = as === 'predictions' ? `"model_version":${JSON.stringify(job.generator)},` : '';
    out.add(`},"${as}":[{${version}"result":[`);
    let first = true;
    for (const { mention, start, end } of unit.mentions) {
      const result = {
        id: mention.id,
        from_name: 'label',
        to_name: 'text',
        type: 'labels',
        value: {
          start: points.at(start - unit.start),
          end: points.at(end - unit.start),
          text: flat.text.slice(start, end),
          labels: [mention.type],
        },
        ...(mention.note === undefined ? {} : { meta: { text: [mention.note] } }),
      };
      out.add(`${first ? '' : ','}\n${JSON.stringify(result)}`);
      first = false;
      yield* out.ready();
    }
    out.add(']}]}');
    yield* out.ready();
  }
  out.add('\n]\n');
  yield* out.rest();
  const used = new Set(flat.mentions.map(m => m.mention.type));
  yield { file: 1, data: labelConfig(job.document.tagset, used, job.locale, losses) };
  yield* countDetails(job, flat.mentions, { notes: true }, losses);
  return { mentions: flat.mentions.length, entities: 0, corrections: 0, losses: losses.list() };
}
