import { randomUUID } from 'node:crypto';
import { textSlices } from '../../shared/document/textSlices';

const PATH = '/kanwu-double-parcel/';
/** Code units of one: the page takes a fetched text in at once, and the pipe to Chromium carries no message of over 100 MB. */
const LARGEST = 1 << 20;
const parcels = new Map<string, string>();

/** Keeps a long value for the page to fetch, each part once, under the addresses returned (paths of its own origin). */
export function leaveParcels(value: string): readonly string[] {
  const addresses: string[] = [];
  for (const part of textSlices(value, LARGEST)) {
    const address = PATH + randomUUID();
    parcels.set(address, part);
    addresses.push(address);
  }
  return addresses;
}

/** Hands a parcel out; undefined for any other address. */
export function takeParcel(url: string): string | undefined {
  const { pathname } = new URL(url);
  const value = parcels.get(pathname);
  parcels.delete(pathname);
  return value;
}
