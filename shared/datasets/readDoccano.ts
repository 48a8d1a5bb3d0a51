import { CodePoints } from '../exports/codePoints';
import { beginningOfFile, hasExtension, stemOf } from '../imports/fileText';
import { documentsOf, type ImportedUnit, Omissions, type UnitMention } from '../imports/importedDocument';
import { reading } from '../imports/importFailure';
import type { ImportedDocument, ImportFile, ImportFormat, ImportReading } from '../imports/importFormat';
import { isList, type JsonPlace } from '../imports/jsonPlace';
import { eachRecord } from '../imports/jsonRecords';
import { doccanoFormat } from './doccano';
import { codePointRange, typeAt } from './ranges';

/** doccano's JSON lines: spans (`label`, `labels`) and entities with relations; also the same records as a list. */
export const doccanoImport: ImportFormat = {
  id: doccanoFormat.id,
  name: doccanoFormat.name,
  about: doccanoFormat.about,
  extensions: ['.jsonl', '.json'],
  text: 'carried',
  recognise(file) {
    const start = beginningOfFile(file);
    if (!/^\s*[[{]/.test(start) || !/"text"\s*:/.test(start)) return 0;
    if (/"(?:label|labels)"\s*:\s*\[|"start_offset"|"relations"\s*:/.test(start)) return 0.9;
    return hasExtension(file, '.jsonl') && !/"(?:spans|ents|tokens)"\s*:/.test(start) ? 0.4 : 0;
  },
  read: files => reading(read(files)),
};

const RELATIONS = { en: 'Relations between mentions are not taken over', zh: '标注之间的关系未带入' };
const WHOLE_LABELS = { en: 'Labels of a whole example are not taken over', zh: '整个样本的标签未带入' };
export const EMPTY_SPANS = { en: 'Mentions of no text are left out', zh: '不含文字的标注已略去' };

function* read(files: readonly ImportFile[]): Generator<number, ImportReading> {
  const omissions = new Omissions();
  const documents: ImportedDocument[] = [];
  for (const file of files) {
    const stem = stemOf(file);
    const units: ImportedUnit[] = [];
    yield* eachRecord(file, (record, n) => units.push(unitOf(record, stem, n, omissions)));
    for (const document of yield* documentsOf(stem, units)) documents.push(document);
  }
  return { kind: 'read', documents, notices: omissions.notices() };
}

function unitOf(record: JsonPlace, stem: string, n: number, omissions: Omissions): ImportedUnit {
  record.object();
  const text = record.at(record.has('text') ? 'text' : record.has('data') ? 'data' : 'text').text();
  const points = new CodePoints(text);
  const mentions: UnitMention[] = [];
  for (const key of ['label', 'labels', 'entities']) {
    for (const span of record.at(key).each()) {
      if (typeof span.value === 'string') omissions.add(WHOLE_LABELS);
      else {
        const mention = spanOf(span, points);
        if (mention.start < mention.end) mentions.push(mention);
        else omissions.add(EMPTY_SPANS);
      }
    }
  }
  for (const _ of record.at('relations').each()) omissions.add(RELATIONS);
  const offset = record.has('offset') ? record.at('offset').offset() : null;
  const id = record.at('id').value;
  const named = typeof id === 'number' || typeof id === 'string' ? String(id) : String(n + 1);
  return { name: `${stem} ${named}`, text, offset, mentions };
}

/** `[start, end, "ORG"]`, or an object with the same under the names various versions give them. */
function spanOf(span: JsonPlace, points: CodePoints): UnitMention {
  if (isList(span.value)) {
    return { ...codePointRange(span, 0, 1, points), type: typeAt(span, 2) };
  }
  span.object();
  const start = span.has('start_offset') ? 'start_offset' : 'start';
  const end = span.has('end_offset') ? 'end_offset' : 'end';
  return { ...codePointRange(span, start, end, points), type: typeAt(span, 'label') };
}
