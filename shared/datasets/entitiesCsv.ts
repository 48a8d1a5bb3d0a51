import { IDENTIFIER_SCHEMES } from '../document/entity';
import type { ExportFormat, ExportJob, ExportPart, ExportReport } from '../exports/exportFormat';
import { PAUSE } from '../exports/flatText';
import { Losses } from '../exports/losses';
import { PartBuffer } from '../exports/partBuffer';
import { schemeName } from '../register/identifiers';
import type { Message } from '../source/fileError';
import { BYTE_ORDER_MARK, csvRow } from './csv';

const HEADINGS: readonly Message[] = [
  { en: 'Id', zh: '编号' },
  { en: 'Type', zh: '类型' },
  { en: 'Name', zh: '名称' },
  { en: 'Other names', zh: '别名' },
  ...IDENTIFIER_SCHEMES.map(schemeName),
  { en: 'Note', zh: '备注' },
  { en: 'Mentions', zh: '标注数' },
  { en: 'Names in the text', zh: '文中写法' },
];

/** Ways of writing listed at most of one entity. */
const MOST_NAMES = 20;

/** The register of entities as a table, with how often and under which names the text has each. */
export const entitiesCsvFormat: ExportFormat = {
  id: 'entities-csv',
  kind: 'list',
  name: { en: 'Entities (CSV)', zh: '实体名录（CSV）' },
  about: {
    en: 'The register: names, identifiers and how often each is mentioned',
    zh: '名录：名称、标识号与出现次数',
  },
  files: [{ extension: '.csv', encoding: 'utf-8' }],
  options: [],
  ofOriginal: false,
  write,
};

function* write({ document, locale }: ExportJob): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  const found = new Map<string, { count: number; names: Set<string> }>();
  let unlinked = 0;
  let blocks = 0;
  for (const { body, mentions } of document.blocks) {
    for (const { entity, start, end } of mentions) {
      if (entity === undefined || !document.entities.has(entity)) {
        unlinked++;
        continue;
      }
      const seen = found.get(entity) ?? { count: 0, names: new Set<string>() };
      seen.count++;
      if (seen.names.size < MOST_NAMES) seen.names.add(body.text.slice(start, end).trim());
      found.set(entity, seen);
    }
    if (++blocks % 500 === 0) yield PAUSE;
  }
  const out = new PartBuffer(0);
  out.add(
    BYTE_ORDER_MARK +
      csvRow(
        HEADINGS.map(heading => heading[locale]),
        losses,
      ),
  );
  for (const { id, type, name, aliases, identifiers, note } of document.entities.values()) {
    const seen = found.get(id);
    const values = IDENTIFIER_SCHEMES.map(scheme =>
      identifiers
        .filter(i => i.scheme === scheme)
        .map(i => i.value)
        .join('; '),
    );
    const names = [...(seen?.names ?? [])].join('; ');
    out.add(
      csvRow([id, type, name, aliases.join('; '), ...values, note ?? '', seen?.count ?? 0, names], losses),
    );
    yield* out.ready();
  }
  yield* out.rest();
  losses.add('unlinked', undefined, unlinked);
  return { mentions: 0, entities: document.entities.size, corrections: 0, losses: losses.list() };
}
