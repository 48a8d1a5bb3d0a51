import * as v from 'valibot';
import { type Block, blockLength } from '../document/block';
import { piecesOf } from '../document/corrections';
import type { KanwuDocument } from '../document/document';
import { type IdSource, idSource } from '../document/ids';
import { compareMentions, type Mention } from '../document/mention';
import { parseRun } from '../document/parse';
import { type Run, runOf } from '../document/run';
import type { FileError, FileErrorCode, Message } from '../source/fileError';
import {
  type AnnotationFile,
  annotationFileSchema,
  FORMAT_NAME,
  FORMAT_VERSION,
  type StoredMention,
} from './format';
import { placeQuote } from './placeQuote';
import { repeatedKey } from './repeatedKey';

export interface ReadAnnotations {
  readonly kind: 'read';
  readonly document: KanwuDocument;
  /** Goes on after the highest id of the file. */
  readonly ids: IdSource;
  /** What the editor should know: mentions placed anew, orphans. */
  readonly notices: readonly Message[];
}

export type AnnotationReading = ReadAnnotations | { readonly kind: 'failed'; readonly error: FileError };

/**
 * Reads an annotation file's text. Anything it does not understand is an error that names the file, the place and
 * the way out; a mention whose offsets no longer fit is looked for by its quotation, and kept as an orphan if it
 * can't be found.
 */
export function readAnnotations(json: string, fileName: string): AnnotationReading {
  const parsed = parseJson(json, fileName);
  if (parsed.kind === 'failed') return parsed;
  const file = validate(parsed.value, fileName);
  if (file.kind === 'failed') return file;
  const twice = repeatedKey(json);
  if (twice !== null) {
    const { line, column } = placeIn(json, twice.at);
    return failed('malformed', fileName, {
      en: `“${twice.key}” stands twice in one object (again at line ${line}, column ${column}), and only one of the two could be read`,
      zh: `同一对象中“${twice.key}”出现两次（第二次在第 ${line} 行第 ${column} 列），只能读取其一`,
    });
  }
  const wrong = inconsistency(file.value);
  if (wrong) return failed('malformed', fileName, wrong);
  return build(file.value);
}

type Result<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: FileError };

function parseJson(json: string, fileName: string): Result<unknown> {
  try {
    return { kind: 'ok', value: JSON.parse(json) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failed('malformed', fileName, {
      en: `it is not valid JSON (${where(json, detail)})`,
      zh: `不是有效的 JSON（${where(json, detail)}）`,
    });
  }
}

/** V8 names the position in most messages; a person finds a line sooner. The quotation of the text is left out. */
function where(json: string, detail: string): string {
  const position = /position (\d+)/.exec(detail)?.[1];
  if (position === undefined) return detail.replace(/, (?:\.\.\.)?"[\s\S]*" is not valid JSON$/, '');
  const { line, column } = placeIn(json, Number(position));
  return `${detail.replace(/ in JSON at position[\s\S]*$/, '')}, line ${line}, column ${column}`;
}

/** The place as text editors count, from 1. */
function placeIn(json: string, at: number): { readonly line: number; readonly column: number } {
  const before = json.slice(0, at);
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

function validate(value: unknown, fileName: string): Result<AnnotationFile> {
  const head = v.safeParse(v.object({ format: v.literal(FORMAT_NAME), version: v.number() }), value);
  if (!head.success) {
    return failed('malformed', fileName, {
      en: 'it is not a Kanwu annotation file',
      zh: '不是勘误的标注文件',
    });
  }
  if (head.output.version > FORMAT_VERSION) {
    return failed('newerVersion', fileName, {
      en: `it was written by a newer Kanwu (format version ${head.output.version}; this program reads ${FORMAT_VERSION})`,
      zh: `由更新版本的勘误写成（格式版本 ${head.output.version}，本程序读到 ${FORMAT_VERSION}）`,
    });
  }
  const file = v.safeParse(annotationFileSchema, upgraded(value, head.output.version), { abortEarly: true });
  if (file.success) return { kind: 'ok', value: file.output };
  const [issue] = file.issues;
  const path = v.getDotPath(issue) ?? '(top level)';
  return failed('malformed', fileName, {
    en: `${path} is wrong: expected ${issue.expected ?? 'something else'}, found ${issue.received.slice(0, 60)}`,
    zh: `${path} 有误：应为 ${issue.expected ?? '别的内容'}，实为 ${issue.received.slice(0, 60)}`,
  });
}

/** A file of an earlier version as this version would have written it. Version 1 had no entities and no day of issue. */
function upgraded(value: unknown, version: number): unknown {
  if (version !== 1 || typeof value !== 'object') return value;
  return { ...value, version: FORMAT_VERSION, issueDate: null, entities: [] };
}

/** What a schema can't say: corrections in order, within the source, and of the text they claim to correct. */
function inconsistency({ source, corrections, mentions, orphans, entities }: AnnotationFile): Message | null {
  if (source.length !== source.text.length) {
    return {
      en: `source.length is ${source.length}, but source.text has ${source.text.length} UTF-16 units`,
      zh: `source.length 为 ${source.length}，而 source.text 有 ${source.text.length} 个 UTF-16 单位`,
    };
  }
  let at = 0;
  for (const [n, c] of corrections.entries()) {
    const fits = at <= c.from && c.from <= c.to && c.to <= source.length;
    if (
      !fits ||
      source.text.slice(c.from, c.to) !== c.original ||
      (c.from === c.to && c.replacement === '')
    ) {
      return {
        en: `corrections[${n}] (${c.from}–${c.to}) does not fit the source or the correction before it`,
        zh: `corrections[${n}]（${c.from}–${c.to}）与原文或前一条更正不合`,
      };
    }
    at = c.to;
  }
  const ids = new Set<string>();
  for (const { id } of [...mentions, ...orphans]) {
    if (ids.has(id)) return { en: `two mentions have the id ${id}`, zh: `两处标注同用编号 ${id}` };
    ids.add(id);
  }
  for (const { id } of entities) {
    if (ids.has(id)) return { en: `two entities have the id ${id}`, zh: `两个实体同用编号 ${id}` };
    ids.add(id);
  }
  return null;
}

function build(file: AnnotationFile): ReadAnnotations {
  const stored = [...file.mentions, ...file.orphans];
  const named = [...stored, ...file.entities];
  const ids = idSource(named.reduce((most, { id }) => Math.max(most, Number(id.slice(1))), 0) + 1);
  const { length: _, ...source } = file.source;
  const whole = runOf(piecesOf(source.text.length, file.corrections), source.text);
  const { lead, blocks } = parseRun(whole, ids);
  const placed = placeMentions(whole, lead, blocks, file.mentions);
  // What had no place stays where it is put: the text is the file's own, and the same words elsewhere are not the same.
  const orphans = [...placed.orphans, ...file.orphans];
  const document: KanwuDocument = {
    source,
    lead,
    blocks: placed.blocks,
    decisions: new Map(file.decisions.map(({ fingerprint, ...decision }) => [fingerprint, decision])),
    tagset: file.tagset,
    entities: new Map(file.entities.map(entity => [entity.id, entity])),
    issueDate: file.issueDate,
    orphans,
  };
  return { kind: 'read', document, ids, notices: placed.notices };
}

interface Placed {
  readonly blocks: readonly Block[];
  readonly orphans: readonly StoredMention[];
  readonly notices: readonly Message[];
}

function placeMentions(
  whole: Run,
  lead: Run,
  blocks: readonly Block[],
  stored: readonly StoredMention[],
): Placed {
  const orphans: StoredMention[] = [];
  let moved = 0;
  const inText = stored.flatMap(m => {
    const start = placeQuote(whole.text, m);
    if (start === null) {
      orphans.push(m);
      return [];
    }
    if (start !== m.start) moved++;
    return [{ mention: m, start, end: start + m.text.length }];
  });
  inText.sort((a, b) => a.start - b.start || b.end - a.end);

  let next = 0;
  let at = lead.text.length;
  const filled = blocks.map(block => {
    const textStart = at + block.marker.text.length;
    const textEnd = textStart + block.body.text.length;
    at += blockLength(block);
    const mentions: Mention[] = [];
    for (let m = inText[next]; m && m.start < textEnd; m = inText[++next]) {
      if (m.start < textStart || m.end > textEnd) orphans.push(m.mention);
      else mentions.push(mentionOf(m.mention, m.start - textStart, m.end - textStart));
    }
    return mentions.length === 0 ? block : { ...block, mentions: mentions.sort(compareMentions) };
  });
  for (const m of inText.slice(next)) orphans.push(m.mention);
  return { blocks: filled, orphans, notices: placementNotices(moved, orphans.length) };
}

function mentionOf(stored: StoredMention, start: number, end: number): Mention {
  const { text: _t, prefix: _p, suffix: _s, source: _o, ...mention } = stored;
  return { ...mention, start, end };
}

function placementNotices(moved: number, orphans: number): Message[] {
  const notices: Message[] = [];
  if (moved > 0) {
    notices.push({
      en: `${moved} mention${moved === 1 ? ' was' : 's were'} not where the file says and placed by the quoted text.`,
      zh: `${moved} 处标注与文件所记位置不符，已按引文重新定位。`,
    });
  }
  if (orphans > 0) {
    notices.push({
      en: `${orphans} mention${orphans === 1 ? '' : 's'} could not be found in the text. They stay in the file.`,
      zh: `${orphans} 处标注在正文中找不到，仍保存在文件里。`,
    });
  }
  return notices;
}

function failed(code: FileErrorCode, file: string, what: Message): { kind: 'failed'; error: FileError } {
  return {
    kind: 'failed',
    error: {
      code,
      file,
      message: { en: `Could not open “${file}”: ${what.en}.`, zh: `无法打开“${file}”：${what.zh}。` },
      hint:
        code === 'newerVersion'
          ? {
              en: 'Update Kanwu, or open the source file without it.',
              zh: '请更新勘误，或不带标注打开原文。',
            }
          : {
              en: 'Correct the file in a text editor, restore an earlier version, or open the source without it.',
              zh: '可用文本编辑器改正，或恢复较早的版本，或不带标注打开原文。',
            },
    },
  };
}
