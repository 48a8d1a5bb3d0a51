import { randomUUID } from 'node:crypto';

const PATH = '/kanwu-double-parcel/';
const parcels = new Map<string, string>();

/** Keeps a long value for the page to fetch, once, under the address returned (a path of its own origin). */
export function leaveParcel(value: string): string {
  const address = PATH + randomUUID();
  parcels.set(address, value);
  return address;
}

/** Hands a parcel out; undefined for any other address. */
export function takeParcel(url: string): string | undefined {
  const { pathname } = new URL(url);
  const value = parcels.get(pathname);
  parcels.delete(pathname);
  return value;
}
