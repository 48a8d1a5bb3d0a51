import { decodeBytes, encodeText } from './codecs';
import type { SourceEncoding } from './encoding';

export type EncodedSource =
  | { readonly kind: 'encoded'; readonly bytes: Uint8Array }
  /** The distinct characters the encoding lacks, in the order of the text. Nothing was encoded. */
  | { readonly kind: 'unencodable'; readonly characters: readonly string[] };

const MARKS: Readonly<Record<SourceEncoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
  // Big5 has no byte order mark.
  big5: [],
};

/**
 * Encodes a text for a file, with the encoding's byte order mark if `bom`. All or nothing: where the encoding lacks a
 * character (Big5 most of the simplified ones, UTF-8 and GB18030 lone surrogates) the answer names those characters.
 */
export function encodeSource(text: string, encoding: SourceEncoding, bom: boolean): EncodedSource {
  const body = encodeText(text, encoding);
  if (!keepsText(text, body, encoding)) {
    const characters = [...new Set(text)].filter(
      char => !keepsText(char, encodeText(char, encoding), encoding),
    );
    if (characters.length > 0) return { kind: 'unencodable', characters };
  }
  const mark = bom ? MARKS[encoding] : [];
  const bytes = new Uint8Array(mark.length + body.length);
  bytes.set(mark);
  bytes.set(body, mark.length);
  return { kind: 'encoded', bytes };
}

function keepsText(text: string, encoded: Uint8Array, encoding: SourceEncoding): boolean {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return true;
  if (encoding === 'utf-8') return !/\p{Surrogate}/u.test(text);
  return decodeBytes(encoded, encoding) === text;
}
