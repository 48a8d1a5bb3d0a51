import { type Change, type EntityPatch, NO_CHANGE, type Patch } from '../document/change';
import type { KanwuDocument } from '../document/document';
import type { Entity, Identifier } from '../document/entity';
import { compareMentions, type Mention } from '../document/mention';
import type { MentionPlace } from '../edits/changeMentions';
import type { EditContext } from '../edits/context';
import { patchingMentions } from '../edits/patchMentions';
import type { PlacedMention } from '../edits/tagging';
import { drained } from '../steps/drained';
import { retold } from '../steps/retold';
import { sameIdentifier } from './identifiers';
import { type EntitySeed, linked, linkToNew, type MadeEntity, otherNames, unlinked } from './linking';
import { placedText } from './mentionsOfEntity';

/** What of an entity may be changed; a note of '' takes the note away. */
export interface EntityUpdate {
  readonly type?: string;
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly identifiers?: readonly Identifier[];
  readonly note?: string;
}

/**
 * Changes an entity. Names are trimmed, the name is taken out of the aliases, an empty name is passed over. Nothing happens
 * where nothing changes. Mentions keep their types, also where the entity's becomes another.
 */
export function editEntity(
  { entities }: KanwuDocument,
  id: string,
  update: EntityUpdate,
  context: EditContext,
): Change {
  const before = entities.get(id);
  if (!before) return NO_CHANGE;
  const name = update.name?.trim() || before.name;
  const note = update.note === undefined ? before.note : update.note.trim();
  const { note: _, ...rest } = before;
  const after: Entity = {
    ...rest,
    type: update.type ?? before.type,
    name,
    aliases: otherNames(name, update.aliases ?? before.aliases),
    identifiers: eachOnce(update.identifiers ?? before.identifiers),
    ...(note ? { note } : {}),
  };
  if (sameEntity(before, after)) return NO_CHANGE;
  return registerChange([{ id, before, after: { ...after, who: context.who, when: context.now() } }]);
}

/** Gives an entity another name; the name it had becomes an alias, for mentions go by it. */
export function renameEntity(
  document: KanwuDocument,
  id: string,
  name: string,
  context: EditContext,
): Change {
  const entity = document.entities.get(id);
  if (!entity) return NO_CHANGE;
  return editEntity(document, id, { name, aliases: [...entity.aliases, entity.name] }, context);
}

/**
 * Makes one entity of several. The mentions of all become `into`'s, as do names (as aliases), identifiers and notes; the
 * others leave the register. Types of mentions stay.
 */
export function mergeEntities(
  document: KanwuDocument,
  ids: readonly string[],
  into: string,
  context: EditContext,
): Change {
  return drained(mergingEntities(document, ids, into, context));
}

/** The same, pausing by yielding the share of the text looked through, 0–1. O(blocks + mentions). */
export function* mergingEntities(
  document: KanwuDocument,
  ids: readonly string[],
  into: string,
  context: EditContext,
): Generator<number, Change> {
  const target = document.entities.get(into);
  const others = ids.flatMap(id => (id === into ? [] : (document.entities.get(id) ?? [])));
  if (!target || others.length === 0) return NO_CHANGE;
  const notes = [target, ...others].flatMap(({ note }) => note ?? []);
  const { note: _, ...rest } = target;
  const merged: Entity = {
    ...rest,
    aliases: otherNames(target.name, [
      ...target.aliases,
      ...others.flatMap(({ name, aliases }) => [name, ...aliases]),
    ]),
    identifiers: eachOnce([target, ...others].flatMap(({ identifiers }) => identifiers)),
    ...(notes.length > 0 ? { note: [...new Set(notes)].join('\n') } : {}),
    who: context.who,
    when: context.now(),
  };
  const gone = new Set(others.map(({ id }) => id));
  return {
    ...registerChange([
      { id: into, before: target, after: merged },
      ...others.map(entity => ({ id: entity.id, before: entity, after: undefined })),
    ]),
    patches: yield* relinked(document, gone, mention => linked(mention, into)),
  };
}

/**
 * Parts mentions from the entity they were linked to and makes a new one of them; null where none of them is linked to
 * it. Unless the seed says otherwise the new one has the type of the old and the name the first mention reads. Aliases and
 * identifiers stay with the old one.
 */
export function splitEntity(
  document: KanwuDocument,
  id: string,
  places: readonly MentionPlace[],
  seed: Partial<EntitySeed>,
  context: EditContext,
): MadeEntity | null {
  const entity = document.entities.get(id);
  const own = places.flatMap(place => {
    const block = document.blocks[place.index];
    const mention = block?.mentions.find(one => one.id === place.id);
    return block && mention?.entity === id ? [{ index: place.index, block, mention }] : [];
  });
  own.sort((a, b) => a.index - b.index || compareMentions(a.mention, b.mention));
  const [first] = own;
  if (!entity || !first) return null;
  const name = seed.name?.trim() || placedText(first);
  return linkToNew(document, placesOf(own), { type: entity.type, ...seed, name }, context);
}

/** Takes entities out of the register; their mentions stay, without a link. */
export function removeEntities(document: KanwuDocument, ids: readonly string[]): Change {
  return drained(removingEntities(document, ids));
}

/** The same, pausing by yielding the share of the text looked through, 0–1. O(blocks + mentions). */
export function* removingEntities(
  document: KanwuDocument,
  ids: readonly string[],
): Generator<number, Change> {
  const patches = ids.flatMap(id => {
    const before = document.entities.get(id);
    return before ? [{ id, before, after: undefined }] : [];
  });
  if (patches.length === 0) return NO_CHANGE;
  return { ...registerChange(patches), patches: yield* relinked(document, new Set(ids), unlinked) };
}

/** What becomes of the mentions of some entities. */
function* relinked(
  { blocks }: KanwuDocument,
  ids: ReadonlySet<string>,
  become: (mention: Mention) => Mention,
): Generator<number, readonly Patch[]> {
  const work = patchingMentions(blocks, mention =>
    mention.entity !== undefined && ids.has(mention.entity) ? become(mention) : mention,
  );
  return yield* retold(work, looked => looked / blocks.length);
}

function placesOf(placed: readonly PlacedMention[]): readonly MentionPlace[] {
  return placed.map(({ index, mention }) => ({ index, id: mention.id }));
}

function registerChange(entities: readonly EntityPatch[]): Change {
  return { patches: [], decisions: [], entities };
}

function eachOnce(identifiers: readonly Identifier[]): readonly Identifier[] {
  return identifiers.filter((one, n) => identifiers.findIndex(other => sameIdentifier(one, other)) === n);
}

/** As far as an editor can change them. */
function sameEntity(a: Entity, b: Entity): boolean {
  return (
    a.type === b.type &&
    a.name === b.name &&
    a.note === b.note &&
    a.aliases.length === b.aliases.length &&
    a.aliases.every((alias, n) => alias === b.aliases[n]) &&
    a.identifiers.length === b.identifiers.length &&
    a.identifiers.every((one, n) => {
      const other = b.identifiers[n];
      return other !== undefined && sameIdentifier(one, other);
    })
  );
}
