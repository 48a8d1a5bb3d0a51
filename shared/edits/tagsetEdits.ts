import { commandWithTagKey, isTagKey } from '../commands/tagKeys';
import { type Change, type EntityPatch, NO_CHANGE } from '../document/change';
import type { KanwuDocument } from '../document/document';
import type { Register } from '../document/entity';
import { impliedNormalForm, type Tagset, type TagType } from '../document/tagset';
import { drained } from '../steps/drained';
import { retold } from '../steps/retold';
import { type Becomes, patchingMentions, withType } from './patchMentions';

/** Why an edit of the tagset is refused. `type` names the type that is in the way, `command` the command. */
export type TagsetProblem =
  | { readonly kind: 'idEmpty' | 'idBad' | 'nameEmpty' | 'keyBad' }
  | { readonly kind: 'idTaken'; readonly type: TagType }
  | { readonly kind: 'keyTaken'; readonly type: TagType }
  | { readonly kind: 'keyReserved'; readonly command: string };

export type TagsetEdit =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'refused'; readonly problem: TagsetProblem };

/** UTF-16 code units of a type's short name: it stands in the text after every mention. */
export const LONGEST_TYPE_ID = 16;

/** Letters, digits and a few signs: a short name goes into file names, XML and tables as it is. */
const TYPE_ID = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*$/u;

/** What is wrong with a short name; `own` is the type that has it or is to have it. */
export function idProblem(tagset: Tagset, id: string, own: string | null): TagsetProblem | null {
  if (id === '') return { kind: 'idEmpty' };
  if (id.length > LONGEST_TYPE_ID || !TYPE_ID.test(id)) return { kind: 'idBad' };
  const type = tagset.find(other => other.id !== own && other.id.toLowerCase() === id.toLowerCase());
  return type ? { kind: 'idTaken', type } : null;
}

/** What is wrong with a key. An empty one never is: a type need not have a key. */
export function keyProblem(tagset: Tagset, key: string, own: string | null): TagsetProblem | null {
  if (key === '') return null;
  if (!isTagKey(key)) return { kind: 'keyBad' };
  const command = commandWithTagKey(key);
  if (command !== null) return { kind: 'keyReserved', command };
  const type = tagset.find(other => other.id !== own && other.key === key);
  return type ? { kind: 'keyTaken', type } : null;
}

function typeProblem(tagset: Tagset, type: TagType, own: string | null): TagsetProblem | null {
  if (type.name.en.trim() === '' && type.name.zh.trim() === '') return { kind: 'nameEmpty' };
  return idProblem(tagset, type.id, own) ?? keyProblem(tagset, type.key, own);
}

/** Adds a type at the end. */
export function addType(document: KanwuDocument, type: TagType): TagsetEdit {
  const { tagset } = document;
  const problem = typeProblem(tagset, type, null);
  return problem ? { kind: 'refused', problem } : changed(tagsetChange(tagset, [...tagset, type]));
}

/**
 * Changes parts of a type: names, colour, key, description, attributes, normal form and its short name `id`. With another
 * short name every mention and entity of the type follows, in the same change; they keep their normal form.
 */
export function updateType(document: KanwuDocument, id: string, update: Partial<TagType>): TagsetEdit {
  const { tagset } = document;
  const old = tagset.find(type => type.id === id);
  if (!old) return changed(NO_CHANGE);
  const normal = old.normal ?? impliedNormalForm(id);
  const next = withNames(withoutEmpty({ ...old, ...(normal === null ? {} : { normal }), ...update }));
  const problem = typeProblem(tagset, next, id);
  if (problem) return { kind: 'refused', problem };
  const change = tagsetChange(
    tagset,
    tagset.map(type => (type === old ? next : type)),
  );
  return changed(next.id === id ? change : { ...change, ...drained(retyping(document, id, next.id)) });
}

/** An empty description or list of attributes is none, and a normal form is not said that the short name implies. */
function withoutEmpty({ description, attributes, normal, ...type }: TagType): TagType {
  const isSaid = normal !== undefined && normal !== (impliedNormalForm(type.id) ?? 'none');
  return {
    ...type,
    ...(isSaid ? { normal } : {}),
    ...(description ? { description } : {}),
    ...(attributes && attributes.length > 0 ? { attributes } : {}),
  };
}

/** A name given in one language serves for both. */
function withNames(type: TagType): TagType {
  const { en, zh } = type.name;
  return en.trim() && zh.trim() ? type : { ...type, name: { en: en.trim() || zh, zh: zh.trim() || en } };
}

/** Moves a type to another place in the order; `to` counts without it, and is brought within the list. */
export function moveType(document: KanwuDocument, id: string, to: number): Change {
  const { tagset } = document;
  const moved = moveItem(
    tagset,
    tagset.findIndex(type => type.id === id),
    to,
  );
  return moved === tagset ? NO_CHANGE : tagsetChange(tagset, moved);
}

/** The list with one item elsewhere; itself where that changes nothing. */
export function moveItem<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const at = Math.max(0, Math.min(list.length - 1, to));
  const item = list[from];
  if (item === undefined || at === from) return list;
  const others = list.filter((_, n) => n !== from);
  return [...others.slice(0, at), item, ...others.slice(at)];
}

/** What becomes of the mentions and entities of a type that is taken away. */
export type Fate =
  /** They stay, of a type the tagset does not know. */
  | { readonly kind: 'keep' }
  | { readonly kind: 'retype'; readonly to: string }
  /** The mentions go, and the entities that nothing refers to then. */
  | { readonly kind: 'delete' };

/** Takes a type away, with what its mentions come to, as one change. Yields the share of the work done, 0–1. */
export function* removingType(document: KanwuDocument, id: string, fate: Fate): Generator<number, Change> {
  const { tagset } = document;
  const left = tagset.filter(type => type.id !== id);
  const change = left.length === tagset.length ? NO_CHANGE : tagsetChange(tagset, left);
  switch (fate.kind) {
    case 'keep':
      return change;
    case 'retype':
      return { ...change, ...(yield* retyping(document, id, fate.to)) };
    case 'delete':
      return { ...change, ...(yield* deleting(document, id)) };
  }
}

type Retyped = Pick<Change, 'patches' | 'entities'>;

/** Changes mentions throughout, telling of the share done. */
const patching = ({ blocks }: KanwuDocument, become: Becomes): Generator<number, Change['patches']> =>
  retold(patchingMentions(blocks, become), looked => looked / blocks.length);

/** Mentions and entities of one type that become another's. */
function* retyping(document: KanwuDocument, from: string, to: string): Generator<number, Retyped> {
  const patches = yield* patching(document, mention =>
    mention.type === from ? withType(mention, to) : mention,
  );
  const entities: EntityPatch[] = [];
  for (const before of document.entities.values()) {
    if (before.type === from) entities.push({ id: before.id, before, after: { ...before, type: to } });
  }
  return { patches, ...(entities.length > 0 ? { entities } : {}) };
}

function* deleting(document: KanwuDocument, type: string): Generator<number, Retyped> {
  const referred = new Set<string>();
  const patches = yield* patching(document, mention => {
    if (mention.type === type) return null;
    if (mention.entity !== undefined) referred.add(mention.entity);
    return mention;
  });
  const entities: EntityPatch[] = [];
  for (const before of document.entities.values()) {
    if (before.type === type && !referred.has(before.id)) {
      entities.push({ id: before.id, before, after: undefined });
    }
  }
  return { patches, ...(entities.length > 0 ? { entities } : {}) };
}

/**
 * Puts another tagset in place of the document's. Types in use that it lacks stay, after its own, so that no mention is left
 * without one; where a key is taken twice, the type that stays gives it up.
 */
export function replaceTagset(document: KanwuDocument, tagset: Tagset): Change {
  const known = new Set(tagset.map(({ id }) => id));
  const used = typesInUse(document);
  const keys = new Set(tagset.map(({ key }) => key));
  const stay = document.tagset
    .filter(({ id }) => !known.has(id) && used.has(id))
    .map(type => (keys.has(type.key) ? { ...type, key: '' } : type));
  return tagsetChange(document.tagset, [...tagset, ...stay]);
}

/** How much of a document has a type. */
export interface TypeUse {
  readonly mentions: number;
  readonly entities: number;
}

/** Every type that mentions or entities have, known to the tagset or not, with how many. O(mentions + entities). */
export function typesInUse({ blocks, entities }: KanwuDocument): ReadonlyMap<string, TypeUse> {
  const mentions = new Map<string, number>();
  for (const block of blocks) for (const { type } of block.mentions) countOne(mentions, type);
  return usesOfTypes(mentions, entities);
}

/** The same where the mentions of each type are counted already; 125,000 are not counted while a dialog opens. O(entities). */
export function usesOfTypes(
  mentions: ReadonlyMap<string, number>,
  register: Register,
): ReadonlyMap<string, TypeUse> {
  const entities = new Map<string, number>();
  for (const { type } of register.values()) countOne(entities, type);
  const uses = new Map<string, TypeUse>();
  for (const type of [...mentions.keys(), ...entities.keys()]) {
    const use = { mentions: mentions.get(type) ?? 0, entities: entities.get(type) ?? 0 };
    if (use.mentions + use.entities > 0) uses.set(type, use);
  }
  return uses;
}

function countOne(counts: Map<string, number>, type: string): void {
  counts.set(type, (counts.get(type) ?? 0) + 1);
}

export function tagsetChange(before: Tagset, after: Tagset): Change {
  return { ...NO_CHANGE, tagset: { before, after } };
}

function changed(change: Change): TagsetEdit {
  return { kind: 'change', change };
}
