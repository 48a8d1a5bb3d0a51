import type { Tagset, TagType } from '../document/tagset';

const COLORS = 12;

/**
 * A tagset with every type that is described or used elsewhere: its own types stay as they are, further ones follow with
 * a colour that is still free (all being taken, they begin anew) and without a key.
 */
export function extendedTagset(tagset: Tagset, described: Tagset, used: Iterable<string>): Tagset {
  const types = new Map(tagset.map(type => [type.id, type]));
  const add = (type: TagType) => {
    if (!types.has(type.id)) types.set(type.id, { ...type, key: '', color: freeColor([...types.values()]) });
  };
  for (const type of described) add(type);
  for (const id of new Set(used)) add({ id, name: { en: id, zh: id }, key: '', color: 1 });
  return types.size === tagset.length ? tagset : [...types.values()];
}

function freeColor(types: readonly TagType[]): number {
  const uses = new Array<number>(COLORS + 1).fill(0);
  for (const { color } of types) uses[color] = (uses[color] ?? 0) + 1;
  let best = 1;
  for (let color = 2; color <= COLORS; color++) if ((uses[color] ?? 0) < (uses[best] ?? 0)) best = color;
  return best;
}
