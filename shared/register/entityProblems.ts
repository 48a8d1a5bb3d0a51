import type { KanwuDocument } from '../document/document';
import type { Entity } from '../document/entity';
import type { Message } from '../source/fileError';
import { identifierKey, nameKey, namesOf } from './findEntity';
import { isWellFormed, schemeForm, schemeName } from './identifiers';
import type { ProblemKind, RegisterProblem } from './registerProblem';

/** Entities looked at between two pauses. */
const PART = 500;

/**
 * What is wrong between the entities and with each of them, a part at a time. `mentioned` holds the ids of those that
 * mentions are linked to. O(names + identifiers).
 */
export function* entityProblems(
  { entities, tagset }: KanwuDocument,
  mentioned: ReadonlySet<string>,
): Generator<readonly RegisterProblem[]> {
  const shared = yield* gathered(entities.values());
  yield* inParts(shared.names(), ([shown, alike]) => nameProblem(shown, alike));
  yield* inParts(shared.identifiers(), ([identifier, alike]) => identifierProblem(identifier, alike));
  const types = new Set(tagset.map(({ id }) => id));
  let found: RegisterProblem[] = [];
  let n = 0;
  for (const entity of entities.values()) {
    found.push(...ownProblems(entity, types, mentioned));
    if (++n % PART > 0) continue;
    yield found;
    found = [];
  }
  yield found;
}

/** What is told of each, a part at a time; what is passed over counts as looked at, and is null. */
function* inParts<T>(
  items: Iterable<T | null>,
  tell: (item: T) => RegisterProblem,
): Generator<readonly RegisterProblem[]> {
  let found: RegisterProblem[] = [];
  let n = 0;
  for (const item of items) {
    if (item !== null) found.push(tell(item));
    if (++n % PART > 0) continue;
    yield found;
    found = [];
  }
  yield found;
}

function problem(kind: ProblemKind, about: readonly Entity[], message: () => Message): RegisterProblem {
  return { kind, message, entities: about.map(({ id }) => id), mention: null };
}

function ownProblems(
  entity: Entity,
  types: ReadonlySet<string>,
  mentioned: ReadonlySet<string>,
): RegisterProblem[] {
  const { id, name, type, identifiers } = entity;
  const found = identifiers.flatMap(identifier => {
    if (isWellFormed(identifier)) return [];
    const { scheme, value } = identifier;
    return problem('identifierForm', [entity], () => ({
      en: `“${value}” of “${name}” is no identifier of ${schemeName(scheme).en}: expected ${schemeForm(scheme).en}.`,
      zh: `“${name}”的“${value}”不是${schemeName(scheme).zh}的标识：应为${schemeForm(scheme).zh}。`,
    }));
  });
  if (!types.has(type)) {
    const message = () => ({
      en: `“${name}” is of type ${type}, which the tagset does not have.`,
      zh: `“${name}”的类型 ${type} 不在标签集中。`,
    });
    found.push(problem('unknownType', [entity], message));
  }
  if (!mentioned.has(id)) {
    const message = () => ({
      en: `“${name}” (${type}) has no mention in the text.`,
      zh: `“${name}”（${type}）在文中没有标注。`,
    });
    found.push(problem('noMentions', [entity], message));
  }
  return found;
}

/** What more than one entity goes by; null for what only one does. */
interface Shared {
  /** Names as the first of them writes it; entities that share several names are told of once. */
  readonly names: () => Generator<[string, readonly Entity[]] | null>;
  readonly identifiers: () => Generator<[string, readonly Entity[]] | null>;
}

function* gathered(entities: Iterable<Entity>): Generator<readonly RegisterProblem[], Shared> {
  const named = new Map<string, { readonly shown: string; readonly alike: Entity[] }>();
  const identified = new Map<string, Entity[]>();
  let n = 0;
  for (const entity of entities) {
    for (const name of namesOf(entity)) {
      const key = nameKey(name);
      const there = named.get(key);
      if (!there) named.set(key, { shown: name, alike: [entity] });
      else if (there.alike.at(-1) !== entity) there.alike.push(entity);
    }
    for (const identifier of entity.identifiers) {
      const key = identifierKey(identifier);
      const there = identified.get(key);
      if (!there) identified.set(key, [entity]);
      else if (there.at(-1) !== entity) there.push(entity);
    }
    if (++n % PART === 0) yield [];
  }
  return {
    *names() {
      const told = new Set<string>();
      for (const { shown, alike } of named.values()) {
        const ids = alike.length < 2 ? '' : alike.map(({ id }) => id).join(' ');
        yield ids === '' || told.has(ids) ? null : [shown, alike];
        if (ids !== '') told.add(ids);
      }
    },
    *identifiers() {
      for (const [key, alike] of identified) yield alike.length > 1 ? [key, alike] : null;
    },
  };
}

function identifierProblem(identifier: string, alike: readonly Entity[]): RegisterProblem {
  return problem('sameIdentifier', alike, () => {
    const names = alike.map(({ name }) => `“${name}”`);
    return {
      en: `${names.join(', ')} have the same identifier, ${identifier}.`,
      zh: `${names.join('、')}的标识相同：${identifier}。`,
    };
  });
}

function nameProblem(name: string, alike: readonly Entity[]): RegisterProblem {
  const types = [...new Set(alike.map(({ type }) => type))];
  const n = alike.length;
  if (types.length > 1) {
    return problem('nameTypes', alike, () => ({
      en: `“${name}” is ${n} entities of different types (${types.join(', ')}).`,
      zh: `“${name}”是 ${n} 个类型不同的实体（${types.join('、')}）。`,
    }));
  }
  if (differInIdentifiers(alike)) {
    return problem('nameIdentifiers', alike, () => ({
      en: `“${name}” is ${n} entities with different identifiers.`,
      zh: `“${name}”是 ${n} 个标识不同的实体。`,
    }));
  }
  return problem('nameTwice', alike, () => ({
    en: `“${name}” is ${n} entities of type ${types.join()}: one and the same?`,
    zh: `“${name}”是 ${n} 个 ${types.join()} 类型的实体：是否同一个？`,
  }));
}

/** Whether two of them are identified differently by the same authority. */
function differInIdentifiers(alike: readonly Entity[]): boolean {
  const values = new Map<string, string>();
  for (const { identifiers } of alike) {
    for (const { scheme, value } of identifiers) {
      const known = values.get(scheme);
      if (known !== undefined && known !== value) return true;
      values.set(scheme, value);
    }
  }
  return false;
}
