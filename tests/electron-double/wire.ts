/**
 * How values cross between main and page: as JSON text, in which lone surrogates are escapes (the DevTools protocol
 * would replace them), with tags for what JSON lacks. Like Electron's structured clone it refuses functions.
 */
const TAG = '$kanwu-double';

export function pack(value: unknown): string {
  return JSON.stringify([value], (_key, part: unknown) => {
    if (part === undefined) return { [TAG]: 'undefined' };
    if (typeof part === 'function' || typeof part === 'symbol')
      throw new Error('An object could not be cloned.');
    if (typeof part === 'number' && !Number.isFinite(part)) return { [TAG]: 'number', value: String(part) };
    return part;
  });
}

export function unpack(packed: string): unknown {
  return untag((JSON.parse(packed) as unknown[])[0]);
}

function untag(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untag);
  if (typeof value !== 'object' || value === null) return value;
  if (TAG in value) return value[TAG] === 'number' && 'value' in value ? Number(value.value) : undefined;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, untag(part)]));
}
