import { FORMAT_NAME, type StoredMention } from '../annotation/format';
import { readingInSteps } from '../annotation/readAnnotations';
import { storedMentionsInSteps } from '../annotation/writeAnnotations';
import { correctionsInSteps } from '../document/corrections';
import { documentPieces } from '../document/document';
import { beginningOfFile, passingText } from '../imports/fileText';
import { detailed, type MentionDetails } from '../imports/importedDocument';
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

function* read(files: readonly ImportFile[]): Generator<number, ImportReading> {
  const documents: ImportedDocument[] = [];
  const notices = [];
  for (const file of files) {
    const read = yield* readingInSteps(passingText(file), file.name);
    if (read.kind === 'failed') return read;
    yield 0.7;
    const { document } = read;
    const mentions: ImportedMention[] = [];
    for (const stored of storedMentionsInSteps(document)) {
      if (stored) mentions.push(mentionOf(stored, { start: stored.start, end: stored.end }));
      if (!stored || mentions.length % 1000 === 0) yield 0.9;
    }
    for (const orphan of document.orphans) mentions.push(mentionOf(orphan, null));
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

type Quoted = Pick<StoredMention, 'type' | 'text' | 'prefix' | 'suffix'> & MentionDetails;

function mentionOf(quoted: Quoted, position: ImportedMention['position']): ImportedMention {
  const { type, text, prefix, suffix } = quoted;
  return detailed({ type, position, quote: text, prefix, suffix }, quoted);
}
