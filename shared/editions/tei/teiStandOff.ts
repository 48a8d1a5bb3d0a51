import type { KanwuDocument } from '../../document/document';
import type { Entity } from '../../document/entity';
import type { Mention } from '../../document/mention';
import { allMentions } from '../../edits/tagging';
import { xmlAttribute, xmlText } from '../xmlText';
import type { TeiWriting } from './teiContent';

interface RegisterList {
  readonly list: string;
  readonly item: string;
  readonly name: string;
}

const LISTS: ReadonlyMap<string, RegisterList> = new Map([
  ['PER', { list: 'listPerson', item: 'person', name: 'persName' }],
  ['ORG', { list: 'listOrg', item: 'org', name: 'orgName' }],
  ['LOC', { list: 'listPlace', item: 'place', name: 'placeName' }],
  ['WORK', { list: 'listBibl', item: 'bibl', name: 'title' }],
]);
const OTHERS: RegisterList = { list: 'list', item: 'item', name: 'name' };

/** What stands beside the text: the register, mentions between anchors, notes on mentions. Nothing where there is none. */
export function* teiStandOff(document: KanwuDocument, writing: TeiWriting): Generator<string> {
  let begun = false;
  for (const part of partsOf(document, writing)) {
    if (!begun) yield '<standOff>\n';
    begun = true;
    yield part;
  }
  if (begun) yield '</standOff>\n';
}

function* partsOf(document: KanwuDocument, writing: TeiWriting): Generator<string> {
  yield* register(document, writing);
  yield* spans(writing);
  yield* notes(document);
}

function* register({ entities }: KanwuDocument, writing: TeiWriting): Generator<string> {
  const lists = new Map<RegisterList, Entity[]>();
  for (const entity of entities.values()) {
    const list = LISTS.get(entity.type) ?? OTHERS;
    lists.set(list, [...(lists.get(list) ?? []), entity]);
  }
  for (const [{ list, item, name }, members] of lists) {
    yield `<${list}>\n`;
    for (const entity of members) {
      const ana = list === 'list' ? ` ana="#${writing.mentions.category(entity.type)}"` : '';
      const act = { kind: 'tagging', who: entity.who, when: entity.when };
      yield `<${item} xml:id="${xmlAttribute(entity.id)}"${ana}${writing.changes.changeOf(act)}><${name}>${xmlText(entity.name)}</${name}>`;
      for (const alias of entity.aliases) yield `<${name} type="alias">${xmlText(alias)}</${name}>`;
      for (const { scheme, value } of entity.identifiers) {
        yield `<idno type="${scheme}">${xmlText(value)}</idno>`;
      }
      yield `${entity.note === undefined ? '' : `<note>${xmlText(entity.note)}</note>`}</${item}>\n`;
    }
    yield `</${list}>\n`;
  }
}

function* spans({ spans }: TeiWriting): Generator<string> {
  if (spans.length === 0) return;
  yield '<spanGrp type="mentions">\n';
  yield* spans;
  yield '</spanGrp>\n';
}

function* notes(document: KanwuDocument): Generator<string> {
  for (const { mention } of allMentions(document)) {
    const target = ` target="#${mention.id}"`;
    if (mention.note !== undefined) yield `<note${target}>${xmlText(mention.note)}</note>\n`;
    for (const [name, value] of Object.entries(mention.attributes ?? {})) {
      yield `<note type="attribute" n="${xmlAttribute(name)}"${target}>${xmlText(value)}</note>\n`;
    }
  }
}

/** Ids of the mentions that something points at: notes, and the other half of a mention that a break parts. */
export class NamedMentions {
  readonly #all = new Set<string>();
  readonly #wanted = new Set<string>();

  add({ id, continues, note, attributes }: Mention): void {
    this.#all.add(id);
    if (note !== undefined || Object.keys(attributes ?? {}).length > 0) this.#wanted.add(id);
    if (continues !== undefined) this.#wanted.add(continues);
  }

  has(id: string): boolean {
    return this.#wanted.has(id) && this.#all.has(id);
  }
}
