import { surroundings } from '../document/surroundings';
import { CodePoints } from '../exports/codePoints';
import type { ExportFormat, ExportJob, ExportPart, ExportReport } from '../exports/exportFormat';
import { flatText } from '../exports/flatText';
import { Losses } from '../exports/losses';
import { PartBuffer } from '../exports/partBuffer';
import { BYTE_ORDER_MARK, csvRow } from './csv';
import { countDetails } from './details';

/** Names of the columns, the same in every language, for programs read them. Attributes are `key=value`, one a line. */
export const MENTION_COLUMNS = [
  'type',
  'start',
  'end',
  'text',
  'prefix',
  'suffix',
  'line',
  'normal',
  'entity',
  'entityName',
  'note',
  'attributes',
  'who',
  'when',
] as const;

/** Code units quoted on either side. */
const CONTEXT = 16;

/** A row for each mention. Offsets count code points of the whole text, as Python and R do. */
export const mentionsCsvFormat: ExportFormat = {
  id: 'mentions-csv',
  kind: 'list',
  name: { en: 'Mentions (CSV)', zh: '标注一览（CSV）' },
  about: {
    en: 'A table of all mentions for Excel, R or Python',
    zh: '全部标注的表格，供 Excel、R、Python 使用',
  },
  files: [{ extension: '.csv', encoding: 'utf-8' }],
  options: [],
  ofOriginal: true,
  write,
};

function* write(job: ExportJob): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  const { text, mentions } = yield* flatText(job, losses);
  const points = new CodePoints(text);
  const lines = lineCounter(text);
  const out = new PartBuffer(0);
  out.add(BYTE_ORDER_MARK + csvRow(MENTION_COLUMNS, losses));
  for (const { mention, start, end } of mentions) {
    const entity = mention.entity === undefined ? undefined : job.document.entities.get(mention.entity);
    const around = surroundings(text, start, end, CONTEXT);
    const cells = [
      mention.type,
      points.at(start),
      points.at(end),
      text.slice(start, end),
      around.prefix,
      around.suffix,
      lines(start),
      mention.normal ?? '',
      entity?.id ?? '',
      entity?.name ?? '',
      mention.note ?? '',
      Object.entries(mention.attributes ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join('\n'),
      mention.who,
      mention.when,
    ];
    out.add(csvRow(cells, losses));
    yield* out.ready();
  }
  yield* out.rest();
  const held = { links: true, normals: true, notes: true, attributes: true, authors: true };
  yield* countDetails(job, mentions, held, losses);
  return { mentions: mentions.length, entities: 0, corrections: 0, losses: losses.list() };
}

/** Numbers of lines, from 1, of offsets asked for in ascending order. */
function lineCounter(text: string): (offset: number) => number {
  const breaks = text.matchAll(/\r\n|[\n-\r\x85\u2028\u2029]/g);
  let next = breaks.next();
  let line = 1;
  return offset => {
    while (!next.done && next.value.index < offset) {
      line++;
      next = breaks.next();
    }
    return line;
  };
}
