import type { Tagset, TagType } from '../../shared/document/tagset';

/** A type to begin with: a free short name (or the one given), a free colour, no key. */
export function newType(tagset: Tagset, name: TagType['name'], id?: string): TagType {
  const ids = new Set(tagset.map(type => type.id.toLowerCase()));
  let n = 1;
  while (ids.has(`type${n}`)) n++;
  const used = new Set(tagset.map(({ color }) => color));
  const color = Array.from({ length: 12 }, (_, index) => index + 1).find(free => !used.has(free)) ?? 12;
  return id === undefined
    ? { id: `TYPE${n}`, name: { en: `${name.en} ${n}`, zh: `${name.zh} ${n}` }, key: '', color }
    : { id, name: { en: id, zh: id }, key: '', color };
}
