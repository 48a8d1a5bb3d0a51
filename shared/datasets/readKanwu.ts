import { FORMAT_NAME } from '../annotation/format';
import { readingInSteps } from '../annotation/readAnnotations';
import { storedMentions } from '../annotation/writeAnnotations';
import { correctionsInSteps } from '../document/corrections';
import { documentPieces } from '../document/document';
import { beginningOfFile, fileParts } from '../imports/fileText';
import { detailsOf } from '../imports/importedDocument';
import { reading } from '../imports/importFailure';
import type {
  ImportedDocument,
  ImportedMention,
  ImportFile,
  ImportFormat,
  ImportReading,
} from '../imports/importFormat';
import { retold } from '../steps/retold';

/** Kanwu's own annotation file, of this version or an earlier one: text, corrections, mentions, entities, types. */
export const kanwuImport: ImportFormat = {
  id: 'kanwu',
  name: { en: 'Kanwu annotation file', zh: '勘误标注文件' },
  about: { en: 'What Kanwu saves, of any version', zh: '勘误保存的文件，各版本均可' },
  extensions: ['.kanwu.json', '.json'],
  text: 'carried',
  recognise: file => (beginningOfFile(file).includes(`"${FORMAT_NAME}"`) ? 1 : 0),
  read: files => reading(read(files)),
};

/** Where mentions stand in the source, an import has no use for: the map of a book's pieces is a step of 40 ms. */
const UNASKED = { toSource: (offset: number) => offset };

function* read(files: readonly ImportFile[]): Generator<number, ImportReading> {
  const documents: ImportedDocument[] = [];
  const notices = [];
  for (const file of files) {
    const json = yield* fileParts(file);
    const read = yield* readingInSteps(json, file.name);
    if (read.kind === 'failed') return read;
    yield 0.7;
    const { document } = read;
    const mentions: ImportedMention[] = [];
    const stored = storedMentions(document, UNASKED);
    for (const { start, end, text, type, prefix, suffix, ...details } of stored) {
      mentions.push({ type, position: { start, end }, quote: text, prefix, suffix, ...detailsOf(details) });
      if (mentions.length % 1000 === 0) yield 0.9;
    }
    for (const { text, type, prefix, suffix, ...details } of read.document.orphans) {
      mentions.push({ type, position: null, quote: text, prefix, suffix, ...detailsOf(details) });
    }
    yield 0.9;
    const made = correctionsInSteps(documentPieces(document), document.source.text);
    documents.push({
      name: document.source.name,
      text: document.source.text,
      corrections: yield* retold(made, () => 1),
      mentions,
      entities: [...document.entities.values()],
      tagset: document.tagset,
      issueDate: document.issueDate,
    });
    notices.push(...read.notices);
  }
  return { kind: 'read', documents, notices };
}
