import type { Change } from '../document/change';
import type { KanwuDocument } from '../document/document';
import type { Entity, Identifier } from '../document/entity';
import type { Mention } from '../document/mention';
import { changeMentions, type MentionPlace } from '../edits/changeMentions';
import type { EditContext } from '../edits/context';

/** What a new entity is made from. */
export interface EntitySeed {
  readonly type: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly identifiers?: readonly Identifier[];
  readonly note?: string;
}

export interface MadeEntity {
  readonly change: Change;
  readonly entity: Entity;
}

/** Says of mentions that they mean an entity of the register. Their types stay. */
export function linkMentions(
  document: KanwuDocument,
  places: readonly MentionPlace[],
  entity: string,
): Change {
  if (!document.entities.has(entity)) throw new Error(`No entity ${entity} in the register.`);
  return changeMentions(document, places, mention => linked(mention, entity));
}

/** Takes the link from mentions; the entity stays. */
export function unlinkMentions(document: KanwuDocument, places: readonly MentionPlace[]): Change {
  return changeMentions(document, places, unlinked);
}

/** Puts a new entity in the register, without mentions. */
export function addEntity(seed: EntitySeed, context: EditContext): MadeEntity {
  const entity = newEntity(seed, context);
  const entities = [{ id: entity.id, before: undefined, after: entity }];
  return { entity, change: { patches: [], decisions: [], entities } };
}

/** Puts a new entity in the register and says of mentions that they mean it. */
export function linkToNew(
  document: KanwuDocument,
  places: readonly MentionPlace[],
  seed: EntitySeed,
  context: EditContext,
): MadeEntity {
  const made = addEntity(seed, context);
  const links = changeMentions(document, places, mention => linked(mention, made.entity.id));
  return { entity: made.entity, change: { ...made.change, patches: links.patches } };
}

export function linked(mention: Mention, entity: string): Mention {
  return mention.entity === entity ? mention : { ...mention, entity };
}

export function unlinked(mention: Mention): Mention {
  if (mention.entity === undefined) return mention;
  const { entity: _, ...rest } = mention;
  return rest;
}

function newEntity(seed: EntitySeed, { ids, who, now }: EditContext): Entity {
  const name = seed.name.trim();
  return {
    id: ids.next('e'),
    type: seed.type,
    name,
    aliases: otherNames(name, seed.aliases ?? []),
    identifiers: seed.identifiers ?? [],
    ...(seed.note ? { note: seed.note } : {}),
    who,
    when: now(),
  };
}

/** Names trimmed, each once, without the empty ones and without the name itself. */
export function otherNames(name: string, names: readonly string[]): readonly string[] {
  const others = new Set(names.map(other => other.trim()));
  others.delete('');
  others.delete(name);
  return [...others];
}
