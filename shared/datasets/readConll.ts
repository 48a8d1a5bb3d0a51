import { beginningOfFile, fileText, hasExtension, stemOf } from '../imports/fileText';
import { importedDocument, mentionIn } from '../imports/importedDocument';
import { Malformed, reading } from '../imports/importFailure';
import type {
  ImportedDocument,
  ImportedMention,
  ImportFile,
  ImportFormat,
  ImportReading,
} from '../imports/importFormat';
import type { Message } from '../source/fileError';
import { LABEL, tagOf } from './columnLabel';
import { bioesFormat, conllFormat } from './conll';
import { RowReader } from './rowReader';
import { TokenList } from './tokenList';

/** CoNLL and its kin: a token and its label a row, BIO, IOB1 or BIOES alike. */
export const conllImport: ImportFormat = columnsImport(conllFormat.id, conllFormat.name, conllFormat.about);
export const bioesImport: ImportFormat = columnsImport(bioesFormat.id, bioesFormat.name, bioesFormat.about);

function columnsImport(id: string, name: Message, about: Message): ImportFormat {
  return {
    id,
    name,
    about,
    extensions: [`.${id}`, '.conll', '.bio', '.iob', '.tsv', '.txt'],
    text: 'either',
    recognise(file) {
      const lines = beginningOfFile(file)
        .split(/\r?\n/)
        .slice(0, -1)
        .filter(line => line.trim() !== '');
      if (lines.length === 0) return 0;
      const labelled = lines.filter(line => LABEL.test(line.split(/[\t ]+/).at(-1) ?? ''));
      const share = labelled.length / lines.length;
      if (share < 0.8) return hasExtension(file, '.conll', '.bio', '.iob', '.bioes') ? 0.4 : 0;
      const ends = labelled.some(line => /[\t ][ESLU]-\S*$/.test(line));
      return ends === (id === 'bioes') ? 0.9 : 0.7;
    },
    read: files => reading(read(files)),
  };
}

function* read(files: readonly ImportFile[]): Generator<number, ImportReading> {
  const documents: ImportedDocument[] = [];
  for (const file of files) {
    const text = yield* fileText(file);
    for (const document of yield* documentsIn(text, file)) documents.push(document);
  }
  return { kind: 'read', documents, notices: [] };
}

function* documentsIn(text: string, file: ImportFile): Generator<number, readonly ImportedDocument[]> {
  const builds: DocumentBuild[] = [];
  const rows = new RowReader(text, file.name);
  let build = new DocumentBuild(text);
  let count = 0;
  while (rows.next()) {
    if (rows.kind === 'document') {
      if (!build.empty) builds.push(build);
      build = new DocumentBuild(text);
    } else if (rows.kind === 'blank') build.endSentence();
    else build.add(rows.from, rows.to, rows.label);
    if (++count % 10_000 === 0) yield Math.min(1, rows.at / text.length);
  }
  if (!build.empty || builds.length === 0) builds.push(build);
  if (builds.every(one => one.empty)) {
    throw new Malformed(file.name, { en: 'there is no labelled row in it', zh: '文件中没有带标签的行' });
  }
  const stem = stemOf(file);
  const documents: ImportedDocument[] = [];
  for (const [n, one] of builds.entries()) {
    documents.push(yield* one.finish(builds.length === 1 ? stem : `${stem} ${n + 1}`));
  }
  return documents;
}

/** One text, gathered as tokens with the mentions their labels make. */
class DocumentBuild {
  private readonly tokens: TokenList;
  private readonly lineEnds: number[] = [];
  /** By the indices of their first and last token. */
  private readonly spans: TokenSpan[] = [];
  private open: TokenSpan | null = null;

  constructor(text: string) {
    this.tokens = new TokenList(text);
  }

  get empty(): boolean {
    return this.tokens.count === 0;
  }

  /** Adds the token that stands at `[from, to)` of the file's text. */
  add(from: number, to: number, label: string): void {
    const n = this.tokens.add(from, to);
    const { type, begins, ends } = tagOf(label);
    // IOB1 labels a mention B only after one of the same type; any other I begins one too.
    if (this.open && (type !== this.open.type || begins)) this.close();
    if (type === null) return;
    if (this.open) this.open.last = n;
    else this.open = { type, first: n, last: n };
    if (ends) this.close();
  }

  endSentence(): void {
    this.close();
    const last = this.tokens.count - 1;
    if (last >= 0 && this.lineEnds.at(-1) !== last) this.lineEnds.push(last);
  }

  *finish(name: string): Generator<number, ImportedDocument> {
    this.close();
    const { text, starts } = yield* this.tokens.joined(this.lineEnds);
    const mentions: ImportedMention[] = [];
    for (const { type, first, last } of this.spans) {
      const start = starts[first] ?? 0;
      const end = (starts[last] ?? 0) + Math.max(1, this.tokens.token(last).length);
      mentions.push(mentionIn(text, start, end, type));
      if (mentions.length % 2000 === 0) yield 1;
    }
    return importedDocument(name, text, mentions);
  }

  private close(): void {
    if (this.open) this.spans.push(this.open);
    this.open = null;
  }
}

interface TokenSpan {
  readonly type: string;
  readonly first: number;
  last: number;
}
