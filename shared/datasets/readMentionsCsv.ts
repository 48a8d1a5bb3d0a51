import { type CsvRecord, csvRecords } from '../imports/csv';
import { beginningOfFile, fileText, hasExtension, stemOf } from '../imports/fileText';
import { detailed, EntityList, importedDocument } from '../imports/importedDocument';
import { Malformed, reading } from '../imports/importFailure';
import type { ImportedMention, ImportFile, ImportFormat, ImportReading } from '../imports/importFormat';
import { plainCell } from './csv';
import { mentionsCsvFormat } from './mentionsCsv';

type Column = (typeof COLUMNS)[number][0];

/** Names under which a column may stand, ours first; compared without case, spaces and signs. */
const COLUMNS = [
  ['type', 'label', 'tag', '类型', '標籤', '标签', '类别'],
  ['start', 'begin', 'from', '起', '起点', '开始'],
  ['end', 'stop', 'to', '止', '终点', '结束'],
  ['text', 'quote', 'mention', 'exact', '文字', '文本', '原文', '标注'],
  ['prefix', 'left', '上文'],
  ['suffix', 'right', '下文'],
  ['normal', 'normalform', '规范形式'],
  ['entity', 'entityid', '实体编号'],
  ['entityname', '实体', '实体名称'],
  ['note', 'comment', '备注'],
  ['attributes', '属性'],
  ['who', 'author', '标注人'],
  ['when', 'date', '时间', '日期'],
] as const;

/** A table with a row for each mention: ours, or any with a type and a text or a range. Offsets in code points. */
export const mentionsCsvImport: ImportFormat = {
  id: mentionsCsvFormat.id,
  name: mentionsCsvFormat.name,
  about: mentionsCsvFormat.about,
  extensions: ['.csv', '.tsv'],
  text: 'needed',
  recognise(file) {
    if (!hasExtension(file, '.csv', '.tsv')) return 0;
    const head = beginningOfFile(file).split(/[\r\n]/)[0] ?? '';
    const columns = columnsOf(head.replace(/^\ufeff/, '').split(/[,;\t]/));
    return columns.has('type') && (columns.has('text') || columns.has('start')) ? 0.9 : 0.1;
  },
  read: files => reading(read(files)),
};

function* read(files: readonly ImportFile[]): Generator<number, ImportReading> {
  const documents = [];
  for (const file of files) {
    const text = yield* fileText(file);
    const entities = new EntityList();
    const mentions: ImportedMention[] = [];
    let columns: ReadonlyMap<Column, number> | null = null;
    for (const record of csvRecords(text, file.name)) {
      if (columns) mentions.push(mentionOf(record, columns, file.name, entities));
      else columns = headOf(record, file.name);
      if (mentions.length % 1000 === 999) yield record.at / text.length;
    }
    if (!columns) throw new Malformed(file.name, { en: 'there is no row in it', zh: '文件中没有任何行' });
    const document = importedDocument(stemOf(file), null, mentions, entities.list());
    documents.push({ ...document, positionsCount: 'codePoints' as const });
  }
  return { kind: 'read', documents, notices: [] };
}

function columnsOf(cells: readonly string[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  cells.forEach((cell, n) => {
    const name = cell.toLowerCase().replace(/[\s_"-]/g, '');
    const found = COLUMNS.find(names => (names as readonly string[]).includes(name));
    if (found && !columns.has(found[0])) columns.set(found[0], n);
  });
  return columns;
}

function headOf({ cells }: CsvRecord, file: string): ReadonlyMap<Column, number> {
  const columns = columnsOf(cells);
  if (columns.has('type') && (columns.has('text') || (columns.has('start') && columns.has('end'))))
    return columns;
  throw new Malformed(file, {
    en: 'the first line must name the columns: “type”, and “text” or “start” and “end”',
    zh: '首行须为列名：“type”（类型），以及“text”（文字）或“start”“end”（起止）',
  });
}

function mentionOf(
  { cells, line }: CsvRecord,
  columns: ReadonlyMap<Column, number>,
  file: string,
  entities: EntityList,
): ImportedMention {
  const cell = (column: Column) => plainCell(cells[columns.get(column) ?? -1] ?? '');
  const type = cell('type').trim();
  if (type === '') throw new Malformed(file, { en: `line ${line} has no type`, zh: `第 ${line} 行没有类型` });
  const quote = cell('text');
  const position = positionOf(cell('start').trim(), cell('end').trim(), file, line);
  if (quote === '' && !position) {
    throw new Malformed(file, {
      en: `line ${line} has neither a text nor a range`,
      zh: `第 ${line} 行既没有文字也没有起止`,
    });
  }
  const name = cell('entityname');
  const key = cell('entity') || name;
  const entity =
    key === ''
      ? undefined
      : entities.idOf(key, () => ({ type, name: name || quote || key, aliases: [], identifiers: [] }));
  const details = {
    who: cell('who'),
    when: cell('when'),
    note: cell('note'),
    normal: cell('normal'),
    attributes: attributesOf(cell('attributes')),
    entity,
  };
  return detailed({ type, position, quote, prefix: cell('prefix'), suffix: cell('suffix') }, details);
}

function positionOf(start: string, end: string, file: string, line: number): ImportedMention['position'] {
  if (start === '' && end === '') return null;
  const range = { start: Number(start), end: Number(end) };
  const sound = /^\d{1,15}$/.test(start) && /^\d{1,15}$/.test(end) && range.start < range.end;
  if (sound) return range;
  throw new Malformed(file, {
    en: `line ${line}: “${start.slice(0, 20)}” to “${end.slice(0, 20)}” is no range`,
    zh: `第 ${line} 行：“${start.slice(0, 20)}”至“${end.slice(0, 20)}”不是区间`,
  });
}

/** `key=value`, one a line. */
function attributesOf(cell: string): Readonly<Record<string, string>> {
  const pairs = cell.split(/\r?\n/).flatMap(line => {
    const [, key = '', value = ''] = /^([^=]+)=([\s\S]+)$/.exec(line) ?? [];
    return key === '' || key === '__proto__' ? [] : [[key, value] as const];
  });
  return Object.fromEntries(pairs);
}
