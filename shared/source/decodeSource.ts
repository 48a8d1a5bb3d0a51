import type { NewlineStyle } from '../document/source';
import { decodeBytes, encodeText } from './codecs';
import { byteOrderMark, detectEncoding } from './detectEncoding';
import type { SourceEncoding } from './encoding';
import { newlineOf } from './newlineOf';

/** The decoded text of a file and what is needed to write it back byte for byte. */
export interface DecodedSource {
  /** Without the byte order mark; line breaks as they stand in the file. UTF-16 files may leave lone surrogates. */
  readonly text: string;
  readonly encoding: SourceEncoding;
  readonly bom: boolean;
  /** '\n' where the text has no line break. */
  readonly newline: NewlineStyle;
  /** How many U+FFFD stand for bytes that could not be decoded. */
  readonly undecodable: number;
  /** Whether `encodeSource(text, encoding, bom)` gives back the very bytes. False wherever `undecodable > 0`. */
  readonly lossless: boolean;
  /** False where another encoding would explain the bytes nearly as well: worth showing the choice. */
  readonly encodingCertain: boolean;
}

/**
 * Decodes a whole file. With `override` the file is read in that encoding, whatever its bytes say (a byte order mark
 * of that very encoding is still taken off). Never fails: undecodable bytes become U+FFFD and are counted.
 */
export function decodeSource(bytes: Uint8Array, override?: SourceEncoding): DecodedSource {
  const { encoding, bomLength, certain } = override ? asTold(bytes, override) : detectEncoding(bytes);
  const body = bytes.subarray(bomLength);
  const text = decodeBytes(body, encoding);
  const lossless = sameBytes(encodeText(text, encoding), body);
  const undecodable = lossless ? 0 : countUndecodable(body, text, encoding);
  return {
    text,
    encoding,
    bom: bomLength > 0,
    newline: newlineOf(text),
    undecodable,
    lossless,
    encodingCertain: certain && undecodable * 1000 <= text.length,
  };
}

function asTold(bytes: Uint8Array, encoding: SourceEncoding) {
  const bom = byteOrderMark(bytes);
  return { encoding, bomLength: bom?.encoding === encoding ? bom.bomLength : 0, certain: true };
}

/** U+FFFD in the text less those that the file itself holds. */
function countUndecodable(body: Uint8Array, text: string, encoding: SourceEncoding): number {
  let inText = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) inText++;
  if (inText === 0 || encoding === 'big5') return inText;
  const written = encodeText('\ufffd', encoding);
  return Math.max(inText - countBytes(body, written, encoding.startsWith('utf-16') ? 2 : 1), 1);
}

function countBytes(body: Uint8Array, wanted: Uint8Array, step: number): number {
  let count = 0;
  for (let at = 0; at + wanted.length <= body.length; at += step) {
    if (body[at] === wanted[0] && wanted.every((byte, i) => body[at + i] === byte)) count++;
  }
  return count;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
