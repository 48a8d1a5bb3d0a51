import type { Contents } from '../ipc/contract';

/** Parts as one: text where all of them are text, else bytes. */
export function joinedContents(parts: readonly Contents[]): Contents {
  return parts.every(part => typeof part === 'string') ? parts.join('') : joinedBytes(parts);
}

/** Parts as bytes; text is UTF-8. */
export function joinedBytes(parts: readonly Contents[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const chunks = parts.map(part => (typeof part === 'string' ? encoder.encode(part) : part));
  const whole = new Uint8Array(lengthOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** UTF-16 code units and bytes of all parts together. */
export function lengthOf(parts: readonly Contents[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
