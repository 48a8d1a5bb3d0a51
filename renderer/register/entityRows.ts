import type { Entity, Register } from '../../shared/document/entity';
import { sortedInSlices } from '../../shared/document/sortedInSlices';

export type EntityOrder = 'made' | 'name' | 'mentions';

/** Which entities a list shows. */
export interface EntityFilter {
  /** Part of a name, alias, identifier or note; empty for any. */
  readonly words: string;
  /** Types; null for all. */
  readonly types: ReadonlySet<string> | null;
}

/** Entities looked at between two pauses. */
const STRIDE = 2000;

/** The entities of a register as filtered and ordered; pauses by yielding. `countOf`: mentions of an entity. */
export function* entityRows(
  register: Register,
  { words, types }: EntityFilter,
  order: EntityOrder,
  countOf: (id: string) => number,
): Generator<undefined, readonly Entity[]> {
  const wanted = words.trim().toLowerCase();
  const rows: Entity[] = [];
  let n = 0;
  for (const entity of register.values()) {
    if (++n % STRIDE === 0) yield;
    if (types !== null && !types.has(entity.type)) continue;
    if (wanted === '' || saysWords(entity, wanted)) rows.push(entity);
  }
  if (order === 'made') return rows;
  const { compare } = new Intl.Collator('zh-CN');
  const place = new Map(rows.map((entity, at) => [entity, at]));
  const made = (a: Entity, b: Entity) => (place.get(a) ?? 0) - (place.get(b) ?? 0);
  return yield* sortedInSlices(
    rows,
    order === 'name'
      ? (a, b) => compare(a.name, b.name) || made(a, b)
      : (a, b) => countOf(b.id) - countOf(a.id) || made(a, b),
  );
}

/** `wanted` in lower case. */
export function saysWords({ name, aliases, identifiers, note }: Entity, wanted: string): boolean {
  const has = (text: string) => text.toLowerCase().includes(wanted);
  return (
    has(name) ||
    aliases.some(has) ||
    identifiers.some(({ value }) => has(value)) ||
    (note !== undefined && has(note))
  );
}
