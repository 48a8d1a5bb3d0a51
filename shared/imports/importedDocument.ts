import type { Entity, Identifier } from '../document/entity';
import { surroundings } from '../document/surroundings';
import { CodePoints } from '../exports/codePoints';
import type { Message } from '../source/fileError';
import { GrowingText } from '../steps/growingText';
import type { ImportedDocument, ImportedMention } from './importFormat';

/** Code units quoted on either side of a mention that a format gives by its position only. */
const CONTEXT = 16;

/** What a format may tell of a mention beside its range and type. */
export interface MentionDetails {
  readonly who?: string | undefined;
  readonly when?: string | undefined;
  readonly entity?: string | undefined;
  readonly note?: string | undefined;
  readonly normal?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/** A mention of a text that is known, quoted from it. Offsets are UTF-16 code units. */
export function mentionIn(
  text: string,
  start: number,
  end: number,
  type: string,
  details: MentionDetails = {},
): ImportedMention {
  const quote = text.slice(start, end);
  const { prefix, suffix } = surroundings(text, start, end, CONTEXT);
  return detailed({ type, position: { start, end }, quote, prefix, suffix }, details);
}

/** The mention with what there is of its details; who and when are empty where the format does not say. */
export function detailed(quoted: Quoted, details: MentionDetails): ImportedMention {
  const { type, position, quote, prefix, suffix } = quoted;
  const { who = '', when = '', entity, note, normal, attributes } = details;
  const mention: ImportedMention = { type, position, quote, prefix, suffix, who, when };
  const own: OtherDetails = mention;
  // In place: of a hundred thousand mentions, spreading what there is of each takes as long as reading it.
  if (entity !== undefined) own.entity = entity;
  if (note !== undefined && note !== '') own.note = note;
  if (normal !== undefined && normal !== '') own.normal = normal;
  if (attributes !== undefined && Object.keys(attributes).length > 0) own.attributes = attributes;
  return mention;
}

type Quoted = Pick<ImportedMention, 'type' | 'position' | 'quote' | 'prefix' | 'suffix'>;
type OtherDetails = { -readonly [K in 'entity' | 'note' | 'normal' | 'attributes']?: ImportedMention[K] };

export function importedDocument(
  name: string,
  text: string | null,
  mentions: readonly ImportedMention[],
  entities: readonly Entity[] = [],
): ImportedDocument {
  return { name, text, corrections: [], mentions, entities, tagset: [], issueDate: null };
}

/** Entities met while a file is read, one for each key the format gives them (an address, a name). */
export class EntityList {
  private readonly byKey = new Map<string, Entity>();

  /** The id of the entity of that key, made of `content` when it is first met. */
  idOf(key: string, content: () => Omit<Entity, 'id' | 'who' | 'when'>): string {
    let entity = this.byKey.get(key);
    if (!entity) {
      entity = { ...content(), id: `e${this.byKey.size + 1}`, who: '', when: '' };
      this.byKey.set(key, entity);
    }
    return entity.id;
  }

  /** Adds an identifier to an entity met before. */
  addIdentifier(key: string, identifier: Identifier): void {
    const entity = this.byKey.get(key);
    const known = entity?.identifiers.some(
      i => i.scheme === identifier.scheme && i.value === identifier.value,
    );
    if (entity && !known)
      this.byKey.set(key, { ...entity, identifiers: [...entity.identifiers, identifier] });
  }

  list(): readonly Entity[] {
    return [...this.byKey.values()];
  }
}

/** Counts what a reader leaves out, by kind, for one notice each. */
export class Omissions {
  private readonly found = new Map<string, { message: Message; count: number }>();

  add(message: Message, count = 1): void {
    if (count === 0) return;
    const seen = this.found.get(message.en);
    if (seen) seen.count += count;
    else this.found.set(message.en, { message, count });
  }

  notices(): readonly Message[] {
    return [...this.found.values()].map(({ message, count }) => ({
      en: `${message.en}: ${count}.`,
      zh: `${message.zh}：${count} 处。`,
    }));
  }
}

/** One example of a data set; its mentions have UTF-16 offsets into its own text. */
export interface ImportedUnit {
  readonly name: string;
  readonly text: string;
  /** Where it begins in the whole text, code points, as our own exports say; null elsewhere. */
  readonly offset: number | null;
  readonly mentions: readonly UnitMention[];
}

export interface UnitMention extends MentionDetails {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Examples that say where they stand in one text are put together again, with line feeds for what lies between (line
 * ends, blank lines); all others are a document each, and one alone goes by the file's name. Yields now and then.
 */
export function* documentsOf(
  name: string,
  units: readonly ImportedUnit[],
  entities: readonly Entity[] = [],
): Generator<number, readonly ImportedDocument[]> {
  const whole = units.length > 1 || (units[0]?.offset ?? 0) > 0 ? yield* together(units) : null;
  if (whole) return [importedDocument(name, whole.text, whole.mentions, entities)];
  const documents: ImportedDocument[] = [];
  for (const unit of units) {
    const mentions = yield* mentionsIn(unit.text, [{ unit, start: 0 }]);
    const own = units.length === 1 ? name : unit.name;
    documents.push(importedDocument(own, unit.text, mentions, entities));
  }
  return documents;
}

interface PlacedUnit {
  readonly unit: ImportedUnit;
  /** UTF-16 offset at which it begins in the text. */
  readonly start: number;
}

function* mentionsIn(text: string, units: readonly PlacedUnit[]): Generator<number, ImportedMention[]> {
  const mentions: ImportedMention[] = [];
  for (const { unit, start } of units) {
    for (const m of unit.mentions) {
      mentions.push(mentionIn(text, start + m.start, start + m.end, m.type, m));
      if (mentions.length % 1000 === 0) yield 1;
    }
  }
  return mentions;
}

function* together(
  units: readonly ImportedUnit[],
): Generator<number, { text: string; mentions: readonly ImportedMention[] } | null> {
  let points = 0;
  const whole = new GrowingText();
  const placed: PlacedUnit[] = [];
  for (const unit of units) {
    const { text, offset } = unit;
    if (offset === null || offset < points || offset - points > MOST_BETWEEN) return null;
    whole.add('\n'.repeat(offset - points));
    placed.push({ unit, start: whole.length });
    whole.add(text);
    points = offset + new CodePoints(text).length;
    if (placed.length % 500 === 0) yield 1;
  }
  const text = whole.whole();
  yield 1;
  return { text, mentions: yield* mentionsIn(text, placed) };
}

/** Code points between two examples of one text at most: blank lines, not missing chapters. */
const MOST_BETWEEN = 10_000;
