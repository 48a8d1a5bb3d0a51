/**
 * Things by id in the order that a list of ids gives. Those it does not name stay first where they stand before any that
 * it names (a running head), else come last (a page number).
 */
export function inReadingOrder<T extends { readonly id: string }>(
  items: readonly T[],
  order: readonly string[],
): readonly T[] {
  const place = new Map(order.map((id, n) => [id, n]));
  const named = items.filter(({ id }) => place.has(id));
  const [first] = named;
  if (!first) return items;
  const start = items.indexOf(first);
  return [
    ...items.slice(0, start),
    ...named.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)),
    ...items.slice(start).filter(({ id }) => !place.has(id)),
  ];
}
