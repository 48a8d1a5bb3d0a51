import type { JsonReading, JsonValue } from './json';

/** A list or an object of which more is to come. */
export type OpenJson =
  | { readonly list: JsonValue[]; readonly object?: undefined }
  | { readonly object: Record<string, JsonValue>; key: string; readonly list?: undefined };

/** Puts a value where the next one belongs; false where its key stands in the object already. */
export function addTo(open: OpenJson, value: JsonValue): boolean {
  if (open.list) {
    open.list.push(value);
    return true;
  }
  const { object, key } = open;
  const isNew = !Object.hasOwn(object, key);
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  } else object[key] = value;
  return isNew;
}

export function isEmpty(object: Record<string, JsonValue>): boolean {
  for (const _ in object) return false;
  return true;
}

/** Members of all objects in a value, at any depth. */
export function membersOf(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) for (const item of value) count += membersOf(item);
  // A plain object out of JSON: nothing is inherited that could be enumerated.
  else for (const key in value) count += 1 + membersOf((value as Record<string, JsonValue>)[key] ?? null);
  return count;
}

/** Whether what is about to be opened is read piece by piece, since what is in it is given away, or may be. */
export function isGivenAway(open: readonly OpenJson[], { onItem, lists }: JsonReading): boolean {
  if (open.length === 0) return onItem !== undefined || lists !== undefined;
  const [root] = open;
  return open.length === 1 && root?.object !== undefined && lists?.has(root.key) === true;
}

/** Gives the last item of the innermost list away, where somebody takes it; null stands for it then. */
export function giveAway(open: readonly OpenJson[], { onItem, lists }: JsonReading): void {
  const [root] = open;
  const list = open.length === 2 ? open[1]?.list : open.length === 1 ? root?.list : undefined;
  if (!list) return;
  const take = open.length === 1 ? onItem : root?.object && lists?.get(root.key);
  const index = list.length - 1;
  const item = list[index];
  if (item === undefined || !take) return;
  list[index] = null;
  take(item, index);
}
