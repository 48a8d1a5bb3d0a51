import { CsvError, parse } from 'csv-parse/sync';
import * as v from 'valibot';
import type { Message } from '../source/fileError';
import { SUGGESTED_TYPES } from '../suggesters/suggestion';
import type { GazetteerEntry } from './gazetteer';

export type ParsedGazetteer =
  | { readonly kind: 'read'; readonly entries: readonly GazetteerEntry[] }
  /** Which line (of a JSON file: which entry), counted from 1, and what is wrong with it. */
  | { readonly kind: 'failed'; readonly fault: Message };

/** Names of one gazetteer at most. */
export const MOST_ENTRIES = 500_000;
const LONGEST_NAME = 200;

const HEADERS: Readonly<Record<string, keyof GazetteerEntry>> = {
  name: 'name',
  type: 'type',
  id: 'id',
  aliases: 'aliases',
  名称: 'name',
  名字: 'name',
  类型: 'type',
  编号: 'id',
  别名: 'aliases',
};

/**
 * Reads a list of names: JSON (`[{"name","type","id"?,"aliases"?}]`) where the text begins with a bracket, else CSV with
 * the columns name, type, id, aliases (parted by `|`), in this order or as a header names them. Never throws.
 */
export function parseGazetteer(text: string): ParsedGazetteer {
  const bare = text.replace(/^\ufeff/, '');
  const parsed = /^\s*\[/.test(bare) ? parseJson(bare) : parseCsv(bare);
  if (parsed.kind === 'failed') return parsed;
  if (parsed.entries.length === 0) return failed('it holds no names', '其中没有名称');
  if (parsed.entries.length > MOST_ENTRIES) {
    return failed(`it holds more than ${MOST_ENTRIES} names`, `其中的名称多于 ${MOST_ENTRIES} 条`);
  }
  return parsed;
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseCsv(text: string): ParsedGazetteer {
  let rows: readonly CsvRow[];
  try {
    rows = text.includes('"') ? quotedRows(text) : plainRows(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? Number(error['lines']) : 1;
    return atLine(line, 'the quotation marks are not in order', '引号不配对');
  }
  const header = columnsOf(rows[0]?.record ?? []);
  const columns = header ?? ['name', 'type', 'id', 'aliases'];
  const entries: GazetteerEntry[] = [];
  for (const { record, info } of header ? rows.slice(1) : rows) {
    const value = (column: keyof GazetteerEntry) => record[columns.indexOf(column)] ?? '';
    const aliases = value('aliases').split('|');
    const entry = entryOf(value('name'), value('type'), value('id'), aliases);
    if ('fault' in entry) return atLine(info.lines, entry.fault.en, entry.fault.zh);
    entries.push(entry);
  }
  return { kind: 'read', entries };
}

function quotedRows(text: string): readonly CsvRow[] {
  const options = { info: true, relax_column_count: true, skip_empty_lines: true, trim: true };
  return parse(text, options) as unknown as readonly CsvRow[];
}

/** Without quotation marks CSV is lines and commas: 100,000 names in a tenth of the time that reading quotes takes. */
function plainRows(text: string): readonly CsvRow[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, n) => {
    if (line.trim() === '') return [];
    return { record: line.split(',').map(field => field.trim()), info: { lines: n + 1 } };
  });
}

/** The columns that a first line names; null where it is a name like the others. */
function columnsOf(first: readonly string[]): readonly (keyof GazetteerEntry | null)[] | null {
  const columns = first.map(title => HEADERS[title.toLowerCase()] ?? null);
  return columns.includes('name') && columns.includes('type') ? columns : null;
}

const jsonEntry = v.object({
  name: v.string(),
  type: v.string(),
  id: v.optional(v.union([v.string(), v.number()]), ''),
  aliases: v.optional(v.array(v.string()), []),
});

function parseJson(text: string): ParsedGazetteer {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return failed(`it is not sound JSON (${what})`, `JSON 格式有误（${what}）`);
  }
  if (!Array.isArray(list)) return failed('it is no list', '内容不是列表');
  const entries: GazetteerEntry[] = [];
  for (const [n, one] of list.entries()) {
    const read = v.safeParse(jsonEntry, one);
    if (!read.success) {
      const where = v.getDotPath(read.issues[0]) ?? 'entry';
      return atEntry(n + 1, `“${where}” is missing or no text`, `“${where}”缺失或不是文本`);
    }
    const { name, type, id, aliases } = read.output;
    const entry = entryOf(name, type, String(id), aliases);
    if ('fault' in entry) return atEntry(n + 1, entry.fault.en, entry.fault.zh);
    entries.push(entry);
  }
  return { kind: 'read', entries };
}

function entryOf(
  name: string,
  type: string,
  id: string,
  aliases: readonly string[],
): GazetteerEntry | { readonly fault: Message } {
  const texts = [name, ...aliases].map(text => text.trim());
  if (texts[0] === '') return { fault: { en: 'the name is missing', zh: '缺少名称' } };
  if (type.trim() === '') return { fault: { en: 'the type is missing', zh: '缺少类型' } };
  if (texts.some(text => text.length > LONGEST_NAME || /[\n\r]/.test(text)) || type.length > 40) {
    return { fault: { en: 'the name or type is too long', zh: '名称或类型过长' } };
  }
  return {
    name: texts[0] ?? '',
    type: typeOf(type.trim()),
    id: id.trim(),
    aliases: texts.slice(1).filter(text => text !== ''),
  };
}

/** The types that come with the program may be written small; an editor's own are taken as they are. */
function typeOf(written: string): string {
  return SUGGESTED_TYPES.find(type => type === written.toUpperCase()) ?? written;
}

const failed = (en: string, zh: string): ParsedGazetteer => ({ kind: 'failed', fault: { en, zh } });
const atLine = (line: number, en: string, zh: string): ParsedGazetteer =>
  failed(`line ${line}: ${en}`, `第 ${line} 行：${zh}`);
const atEntry = (entry: number, en: string, zh: string): ParsedGazetteer =>
  failed(`entry ${entry}: ${en}`, `第 ${entry} 条：${zh}`);
