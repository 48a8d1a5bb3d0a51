import iconv from 'iconv-lite';
import type { SourceEncoding } from './encoding';

const REPLACEMENT = '\ufffd';
const CHUNK = 0x2000;

/**
 * Decodes bytes that have no byte order mark; what cannot be decoded becomes U+FFFD. GB18030 and Big5 go through
 * iconv-lite both ways, so that decoding and encoding share one table. Needs Node's Buffer for those two.
 */
export function decodeBytes(bytes: Uint8Array, encoding: SourceEncoding): string {
  switch (encoding) {
    case 'utf-8':
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    case 'utf-16le':
      return decodeUtf16(bytes, 0);
    case 'utf-16be':
      return decodeUtf16(bytes, 1);
    case 'gb18030':
    case 'big5':
      return iconv.decode(bytes, encoding, { stripBOM: false });
  }
}

/** The bytes of `text` without a byte order mark; a character the encoding lacks comes out as some other one. */
export function encodeText(text: string, encoding: SourceEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-16le':
      return encodeUtf16(text, 0);
    case 'utf-16be':
      return encodeUtf16(text, 1);
    case 'gb18030':
    case 'big5':
      return iconv.encode(text, encoding);
  }
}

/** By hand, because TextDecoder replaces lone surrogates. `low` is the low byte's place: 0 little-endian, 1 big-endian. */
function decodeUtf16(bytes: Uint8Array, low: 0 | 1): string {
  const high = 1 - low;
  const units = new Uint16Array(Math.min(CHUNK, bytes.length >> 1));
  const parts: string[] = [];
  for (let at = 0; at + 1 < bytes.length; ) {
    let used = 0;
    for (; used < units.length && at + 1 < bytes.length; used++, at += 2) {
      units[used] = ((bytes[at + high] ?? 0) << 8) | (bytes[at + low] ?? 0);
    }
    parts.push(String.fromCharCode(...units.subarray(0, used)));
  }
  if (bytes.length % 2 === 1) parts.push(REPLACEMENT);
  return parts.join('');
}

function encodeUtf16(text: string, low: 0 | 1): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[2 * i + low] = unit & 0xff;
    bytes[2 * i + 1 - low] = unit >> 8;
  }
  return bytes;
}
