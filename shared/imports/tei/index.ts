import type { Entity } from '../../document/entity';
import type { ImportedDocument, ImportedMention, ImportFormat, ImportReading } from '../importFormat';
import { guarded, MarkupFault } from '../markup/markupFault';
import { headOf, markupParts } from '../markup/markupText';
import { readXml, type XmlTag } from '../markup/readXml';
import { identifierOf, type PlacedMention } from '../readingText';
import { MentionNotes } from './mentionNotes';
import { TeiRecord } from './teiRecord';
import { mentionFacts, type TeiMentionFound, TeiText } from './teiText';

/** TEI P5, our own and other people's. */
export const teiImport: ImportFormat = {
  id: 'tei',
  name: { en: 'TEI (XML)', zh: 'TEI（XML）' },
  about: {
    en: 'Text, corrections and entities of scholarly editions, from Kanwu and other programs.',
    zh: '学术整理本的正文、更正与实体，来自勘误或其他程序。',
  },
  extensions: ['.xml', '.tei'],
  text: 'carried',
  recognise: ({ bytes }) => (/<(?:\w+:)?TEI(?:Corpus|\.2)?[\s>]/.test(headOf(bytes)) ? 1 : 0),
  *read(files) {
    const [file] = files;
    if (!file) throw new RangeError('no file to read');
    return yield* guarded(file.name, () => readTei(file.bytes, file.name));
  },
};

function* readTei(bytes: Uint8Array, name: string): Generator<number, ImportReading> {
  const xml = yield* markupParts(bytes);
  const record = new TeiRecord();
  const texts: TeiText[] = [];
  let inText = 0;
  let depth = 0;
  let recorded = 0;
  let isTei = false;
  yield* readXml(xml, {
    open(tag) {
      depth++;
      if (depth === 1) isTei = /^TEI/.test(tag.name);
      const text = texts.at(-1);
      if (inText > 0 && text) {
        text.open(tag);
        // A register among the appendices.
        if (recorded > 0 || /^list(?:Person|Org|Place|Bibl|Event)$/.test(tag.name)) {
          recorded++;
          record.open(tag);
        }
      } else if (tag.name === 'text') {
        inText = depth;
        texts.push(new TeiText(record, tag.attribute('xml:space') === 'preserve'));
      } else record.open(tag);
    },
    close() {
      if (inText === depth) {
        texts.at(-1)?.finish();
        inText = 0;
      } else if (inText > 0) {
        texts.at(-1)?.close();
        if (recorded > 0) {
          recorded--;
          record.close();
        }
      } else record.close();
      depth--;
    },
    text(part) {
      if (inText > 0) texts.at(-1)?.text(part);
      if (inText === 0 || recorded > 0) record.text(part);
    },
    instruction(target, body) {
      if (target !== 'kanwu') return;
      const [, key, json] = /^(\w+) ([\s\S]*)$/.exec(body) ?? [];
      if (key === undefined || json === undefined) return;
      const value = parsed(json);
      if (inText > 0) texts.at(-1)?.instruction(key, value);
      else record.instruction(key, value);
    },
  });
  if (!isTei) throw new MarkupFault({ en: 'it is not a TEI file', zh: '不是 TEI 文件' });
  if (texts.length === 0) throw new MarkupFault({ en: 'it has no text element', zh: '其中没有 text 元素' });
  const documents: ImportedDocument[] = [];
  for (const text of texts) documents.push(yield* documentOf(text, record, name));
  const notes = texts.reduce((sum, text) => sum + text.notes, 0);
  const furniture = texts.reduce((sum, text) => sum + text.furniture, 0);
  const notices = [];
  if (notes > 0) {
    notices.push({
      en: `${notes} note${notes === 1 ? ' was' : 's were'} left out of the text.`,
      zh: `正文中略去了 ${notes} 条注释。`,
    });
  }
  if (furniture > 0) {
    notices.push({
      en: `${furniture} running head${furniture === 1 ? '' : 's'} or page number${furniture === 1 ? '' : 's'} left out.`,
      zh: `略去了 ${furniture} 处页眉、页脚或页码。`,
    });
  }
  return { kind: 'read', documents, notices };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // not ours, or damaged: the text beside it still stands
  }
}

/** Mentions taken between two pauses: a millisecond or two. */
const SLICE = 1000;

function* documentOf(text: TeiText, record: TeiRecord, file: string): Generator<number, ImportedDocument> {
  const register = record.entities();
  const links = new Links(register.entities, register.ids);
  const notes = new MentionNotes(record.notes);
  yield 1;
  const placed: PlacedMention[] = [];
  for (const list of [text.mentions, spansOf(text, record)]) {
    for (const { key, reference, ...mention } of list) {
      placed.push({ ...mention, ...links.of(reference, mention.type), ...notes.of(key) });
      if (placed.length % SLICE === 0) yield 1;
    }
  }
  const finished = yield* text.reading.finish(placed);
  return {
    name: record.sourceName ?? file,
    ...finished,
    mentions: withLinkNames(finished.mentions, links),
    entities: links.entities,
    tagset: record.types,
    issueDate: record.issueDate,
  };
}

function spansOf(text: TeiText, record: TeiRecord): TeiMentionFound[] {
  return record.spans.flatMap(({ from, to, tag }) => {
    const start = text.anchors.get(from);
    const end = text.anchors.get(to);
    const type = record.typeOf(tag) ?? tag.attribute('type');
    if (start === undefined || end === undefined || start >= end || !type) return [];
    return [{ start, end, type, ...mentionFacts(tag as XmlTag, record, true) }];
  });
}

/** Entities that mentions refer to: of the file's own register, or by an address. */
class Links {
  readonly entities: Entity[];
  readonly #byReference = new Map<string, string>();
  #last: number;
  /** Entities known by an address only; their name is the first mention's text. */
  readonly unnamed = new Map<string, number>();

  constructor(
    register: readonly Entity[],
    private readonly ids: ReadonlyMap<string, string>,
  ) {
    this.entities = [...register];
    this.#last = register.reduce((most, { id }) => Math.max(most, Number(id.slice(1))), 0);
  }

  of(reference: string | undefined, type: string): { entity?: string } {
    const first = reference?.trim().split(/\s+/)[0];
    if (!first) return {};
    const own = this.ids.get(first.replace(/^#/, ''));
    if (own !== undefined) return { entity: own };
    const known = this.#byReference.get(first);
    if (known !== undefined) return { entity: known };
    const id = `e${++this.#last}`;
    const identifier = identifierOf(first) ?? { scheme: 'own' as const, value: first };
    this.unnamed.set(id, this.entities.length);
    this.entities.push({ id, type, name: first, aliases: [], identifiers: [identifier], who: '', when: '' });
    this.#byReference.set(first, id);
    return { entity: id };
  }
}

function withLinkNames(mentions: readonly ImportedMention[], links: Links): readonly ImportedMention[] {
  for (const { entity, quote } of mentions) {
    const index = entity === undefined ? undefined : links.unnamed.get(entity);
    const named = index === undefined ? undefined : links.entities[index];
    if (index === undefined || !named || entity === undefined) continue;
    links.entities[index] = { ...named, name: quote };
    links.unnamed.delete(entity);
  }
  return mentions;
}
