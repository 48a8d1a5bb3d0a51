/**
 * How values cross between main and page: as JSON text, in which lone surrogates are escapes (the DevTools protocol
 * would replace them), with tags for what JSON lacks. Like Electron's structured clone it refuses functions.
 */
const TAG = '$kanwu-double';

export function pack(value: unknown): string {
  return JSON.stringify([value], function (this: unknown, key, given: unknown) {
    // Node's Buffer has been turned into an object of numbers by its toJSON; its holder still has it.
    const held: unknown = typeof this === 'object' && this !== null ? Reflect.get(this, key) : given;
    const part = held instanceof Uint8Array ? held : given;
    if (part === undefined) return { [TAG]: 'undefined' };
    if (typeof part === 'function' || typeof part === 'symbol')
      throw new Error('An object could not be cloned.');
    if (part instanceof Uint8Array) return { [TAG]: 'bytes', value: toBase64(part) };
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
  if (TAG in value) {
    if (value[TAG] === 'bytes' && 'value' in value) return fromBase64(String(value.value));
    return value[TAG] === 'number' && 'value' in value ? Number(value.value) : undefined;
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, untag(part)]));
}

/** The same file runs in Node, which has Buffer, and in the page, which has the standard methods of ES2026. */
interface Base64Array extends Uint8Array {
  toBase64(): string;
}

function toBase64(bytes: Uint8Array): string {
  if (typeof Buffer !== 'undefined')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
  return (bytes as Base64Array).toBase64();
}

function fromBase64(text: string): Uint8Array {
  if (typeof Buffer !== 'undefined') return new Uint8Array(Buffer.from(text, 'base64'));
  return (Uint8Array as unknown as { fromBase64(text: string): Uint8Array }).fromBase64(text);
}
