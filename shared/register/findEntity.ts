import type { Entity, Identifier, Register } from '../document/entity';

/** A register by name and by identifier. */
export interface RegisterIndex {
  /** Entities that go by a name (their name or an alias), in the order of the register. */
  readonly named: (name: string) => readonly Entity[];
  readonly identified: (identifier: Identifier) => readonly Entity[];
}

/** Names of Chinese characters alone, which is most, are their own key. */
const PLAIN = /^[\u4e00-\u9fff]+$/;

/** How names are compared: white space and width do not tell two names apart, nor does the case of Latin letters. */
export function nameKey(name: string): string {
  if (PLAIN.test(name)) return name;
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

export function identifierKey({ scheme, value }: Identifier): string {
  return `${scheme}:${value}`;
}

/** Name and aliases. */
export function namesOf({ name, aliases }: Entity): readonly string[] {
  return [name, ...aliases];
}

const indices = new WeakMap<Register, RegisterIndex>();

/** The index of a register, made once for each state of it. O(names) the first time. */
export function registerIndex(register: Register): RegisterIndex {
  const known = indices.get(register);
  if (known) return known;
  const byName = new Map<string, Entity[]>();
  const byIdentifier = new Map<string, Entity[]>();
  const add = (map: Map<string, Entity[]>, key: string, entity: Entity) => {
    const there = map.get(key);
    if (!there) map.set(key, [entity]);
    else if (!there.includes(entity)) there.push(entity);
  };
  for (const entity of register.values()) {
    for (const name of namesOf(entity)) add(byName, nameKey(name), entity);
    for (const identifier of entity.identifiers) add(byIdentifier, identifierKey(identifier), entity);
  }
  const index: RegisterIndex = {
    named: name => byName.get(nameKey(name)) ?? [],
    identified: identifier => byIdentifier.get(identifierKey(identifier)) ?? [],
  };
  indices.set(register, index);
  return index;
}
