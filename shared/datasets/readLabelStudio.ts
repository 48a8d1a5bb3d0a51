import { CodePoints } from '../exports/codePoints';
import { beginningOfFile, hasExtension, stemOf } from '../imports/fileText';
import {
  detailed,
  documentsOf,
  type ImportedUnit,
  importedDocument,
  Omissions,
  type UnitMention,
} from '../imports/importedDocument';
import { reading } from '../imports/importFailure';
import type {
  ImportedDocument,
  ImportedMention,
  ImportFile,
  ImportFormat,
  ImportReading,
} from '../imports/importFormat';
import { isList, type JsonPlace } from '../imports/jsonPlace';
import { eachRecord } from '../imports/jsonRecords';
import { labelStudioFormat } from './labelStudio';
import { codePointRange, typeAt } from './ranges';
import { EMPTY_SPANS } from './readDoccano';

/** Label Studio's JSON and JSON-MIN: annotations, else predictions, of tasks with or without their text. */
export const labelStudioImport: ImportFormat = {
  id: labelStudioFormat.id,
  name: labelStudioFormat.name,
  about: labelStudioFormat.about,
  extensions: ['.json'],
  text: 'either',
  recognise(file) {
    const start = beginningOfFile(file);
    if (!/^\s*[[{]/.test(start)) return 0;
    if (/"data"\s*:\s*\{/.test(start) && /"(?:predictions|annotations|completions)"\s*:/.test(start))
      return 0.95;
    if (/"from_name"|"annotation_id"/.test(start)) return 0.8;
    return /"data"\s*:\s*\{/.test(start) && hasExtension(file, '.json') ? 0.3 : 0;
  },
  read: files => reading(read(files)),
};

const OTHER_RESULTS = { en: 'Results that label no text are not taken over', zh: '不标注文字的结果未带入' };
const OTHER_WORKS = {
  en: 'Of several annotations of one task the last is taken; others',
  zh: '同一任务有多份标注，取最后一份；其余',
};

function* read(files: readonly ImportFile[]): Generator<number, ImportReading> {
  const omissions = new Omissions();
  const documents: ImportedDocument[] = [];
  for (const file of files) {
    if (hasExtension(file, '.xml') && files.length > 1) continue;
    const stem = stemOf(file);
    const units: ImportedUnit[] = [];
    const loose: ImportedMention[] = [];
    yield* eachRecord(file, (record, n) => {
      record.object();
      const given = textOf(record);
      if (given === null) for (const mention of looseMentions(record, omissions)) loose.push(mention);
      else {
        const { text, offset } = given;
        units.push({
          name: `${stem} ${n + 1}`,
          text,
          offset,
          mentions: mentionsOf(record, text, omissions),
        });
      }
    });
    if (units.length > 0) {
      for (const document of yield* documentsOf(stem, units)) documents.push(document);
    }
    if (loose.length > 0 || units.length === 0) {
      documents.push({
        ...importedDocument(stem, null, loose),
        positionsCount: 'codePoints' as const,
      });
    }
  }
  return { kind: 'read', documents, notices: omissions.notices() };
}

/** `data.text`, else the first text in `data`; in JSON-MIN the task's own `text`. Addresses of texts are no texts. */
function textOf(record: JsonPlace): { text: string; offset: number | null } | null {
  const data = record.has('data') ? record.at('data') : record;
  const named = data.at('text').maybeText();
  const offset = data.has('offset') ? data.at('offset').offset() : null;
  if (named !== undefined) return { text: named, offset };
  if (!record.has('data')) return null;
  for (const [, place] of data.entries()) {
    const text = place.maybeText();
    if (text !== undefined && !/^(?:https?|s3|gs|azure-blob):\/\/|^\/data\//.test(text))
      return { text, offset };
  }
  return null;
}

/** The results of a task that label text: of its last annotation, else its last prediction, else of JSON-MIN. */
function* resultsOf(record: JsonPlace, omissions: Omissions): Generator<JsonPlace> {
  for (const key of ['annotations', 'completions', 'predictions']) {
    const works = record
      .at(key)
      .each()
      .filter(work => work.at('was_cancelled').value !== true);
    const work = works.at(-1);
    if (!work) continue;
    omissions.add(OTHER_WORKS, works.length - 1);
    for (const result of work.at('result').each()) {
      if (result.at('value').has('start')) yield result;
      else omissions.add(OTHER_RESULTS);
    }
    return;
  }
  for (const [key, list] of record.entries()) {
    if (key === 'data' || !Array.isArray(list.value)) continue;
    for (const item of list.items()) if (item.has('start') && item.has('end')) yield item;
  }
}

interface Labelled {
  readonly value: JsonPlace;
  readonly types: readonly string[];
  readonly note: string | undefined;
}

function* labelled(record: JsonPlace, omissions: Omissions): Generator<Labelled> {
  for (const result of resultsOf(record, omissions)) {
    const value = result.has('value') ? result.at('value') : result;
    const labels = ['labels', 'hypertextlabels'].find(key => value.has(key));
    if (labels === undefined) {
      omissions.add(OTHER_RESULTS);
      continue;
    }
    const notes = [...result.at('meta').at('text').each()].flatMap(note => note.maybeText() ?? []);
    yield {
      value,
      types: typesAt(value, labels),
      note: notes.length === 0 ? undefined : notes.join('\n'),
    };
  }
}

/** A list of types, or one. */
function typesAt(value: JsonPlace, key: string): readonly string[] {
  const given = value.get(key);
  if (given === null || given === undefined) return [];
  if (!isList(given)) return [typeAt(value, key)];
  const list = value.at(key);
  return given.map((_, n) => typeAt(list, n));
}

function mentionsOf(record: JsonPlace, text: string, omissions: Omissions): readonly UnitMention[] {
  const points = new CodePoints(text);
  const mentions: UnitMention[] = [];
  for (const { value, types, note } of labelled(record, omissions)) {
    const range = codePointRange(value, 'start', 'end', points);
    for (const type of types) {
      if (range.start === range.end) omissions.add(EMPTY_SPANS);
      else mentions.push({ ...range, type, note });
    }
  }
  return mentions;
}

function looseMentions(record: JsonPlace, omissions: Omissions): readonly ImportedMention[] {
  const mentions: ImportedMention[] = [];
  for (const { value, types, note } of labelled(record, omissions)) {
    const position = { start: value.at('start').offset(), end: value.at('end').offset() };
    const quote = value.at('text').maybeText() ?? '';
    for (const type of types) {
      if (quote === '' && position.start >= position.end) omissions.add(EMPTY_SPANS);
      else mentions.push(detailed({ type, position, quote, prefix: '', suffix: '' }, { note }));
    }
  }
  return mentions;
}
