import { piecesOf } from '../document/corrections';
import type { KanwuDocument } from '../document/document';
import { type IdSource, idSource } from '../document/ids';
import { parseInSteps } from '../document/parse';
import { runOf } from '../document/run';
import { Malformed } from '../imports/importFailure';
import { parseJson } from '../imports/json';
import type { TextParts } from '../imports/textParts';
import type { FileError, FileErrorCode, Message } from '../source/fileError';
import { drained } from '../steps/drained';
import { retold } from '../steps/retold';
import type { AnnotationFile } from './format';
import { placeMentions } from './placeMentions';
import { repeatedKey } from './repeatedKey';
import { CheckedLists, validateFile } from './validateFile';

export interface ReadAnnotations {
  readonly kind: 'read';
  readonly document: KanwuDocument;
  /** Goes on after the highest id of the file. */
  readonly ids: IdSource;
  /** What the editor should know: mentions placed anew, orphans. */
  readonly notices: readonly Message[];
}

export type AnnotationReading = ReadAnnotations | { readonly kind: 'failed'; readonly error: FileError };

/** {@link readingInSteps} at once, for where nobody waits at a window: the command line, a worker. */
export function readAnnotations(json: string | TextParts, fileName: string): AnnotationReading {
  return drained(readingInSteps(json, fileName));
}

/**
 * Reads an annotation file's text, whole or in parts cut anywhere. Anything it does not understand is an error that names the file, the place and
 * the way out; a mention whose offsets no longer fit is looked for by its quotation, and kept as an orphan if it
 * can't be found. Yields the share done (0–1) every few milliseconds.
 */
export function* readingInSteps(
  json: string | TextParts,
  fileName: string,
): Generator<number, AnnotationReading> {
  let value: unknown;
  let repeats = false;
  const checked = new CheckedLists();
  const onRepeat = () => {
    repeats = true;
  };
  try {
    value = yield* portion(parseJson(json, fileName, { lists: checked.takers, onRepeat }), 0, 0.7);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return failed('malformed', fileName, error.what);
  }
  const file = validateFile(value, checked);
  if (file.kind === 'wrong') return failed(file.code, fileName, file.what);
  const twice = repeats ? yield* portion(repeatedKey(json), 0.7, 0.7) : null;
  if (twice) {
    const { key, line, column } = twice;
    return failed('malformed', fileName, {
      en: `“${key}” stands twice in one object (again at line ${line}, column ${column}), and only one of the two could be read`,
      zh: `同一对象中“${key}”出现两次（第二次在第 ${line} 行第 ${column} 列），只能读取其一`,
    });
  }
  const wrong = yield* portion(inconsistency(file.value), 0.7, 0.7);
  if (wrong) return failed('malformed', fileName, wrong);
  return yield* build(file.value);
}

/** Work that is the part `[from, to]` of a whole. */
function portion<R>(steps: Generator<number, R>, from: number, to: number): Generator<number, R> {
  return retold(steps, share => from + share * (to - from));
}

/** Items taken between two pauses: a millisecond or two. */
const SLICE = 5000;

/** What a schema can't say: corrections in order, within the source, and of the text they claim to correct. */
function* inconsistency({
  source,
  corrections,
  mentions,
  orphans,
  entities,
}: AnnotationFile): Generator<number, Message | null> {
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
    if (n % SLICE === 0) yield 0;
  }
  const ids = new Set<string>();
  for (const list of [mentions, orphans]) {
    for (const { id } of list) {
      if (ids.has(id)) return { en: `two mentions have the id ${id}`, zh: `两处标注同用编号 ${id}` };
      ids.add(id);
      if (ids.size % SLICE === 0) yield 0;
    }
  }
  for (const { id } of entities) {
    if (ids.has(id)) return { en: `two entities have the id ${id}`, zh: `两个实体同用编号 ${id}` };
    ids.add(id);
  }
  return null;
}

function* build(file: AnnotationFile): Generator<number, ReadAnnotations> {
  let highest = 0;
  for (const list of [file.mentions, file.orphans, file.entities]) {
    for (const { id } of list) highest = Math.max(highest, Number(id.slice(1)));
    yield 0.7;
  }
  const ids = idSource(highest + 1);
  const { length: _, ...source } = file.source;
  const whole = runOf(piecesOf(source.text.length, file.corrections), source.text);
  yield 0.7;
  const parsed = yield* portion(parseInSteps(whole, ids), 0.7, 0.8);
  const placed = yield* portion(placeMentions(whole.text, parsed, file.mentions), 0.8, 1);
  const document: KanwuDocument = {
    source,
    lead: parsed.lead,
    blocks: placed.blocks,
    decisions: new Map(file.decisions.map(({ fingerprint, ...decision }) => [fingerprint, decision])),
    tagset: file.tagset,
    entities: new Map(file.entities.map(entity => [entity.id, entity])),
    issueDate: file.issueDate,
    // What had no place stays where it is put: the text is the file's own, and the same words elsewhere are not the same.
    orphans: [...placed.orphans, ...file.orphans],
  };
  const notices = placementNotices(placed.moved, placed.orphans.length);
  return { kind: 'read', document, ids, notices };
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
