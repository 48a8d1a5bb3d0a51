import { decodeSource } from '../../source/decodeSource';
import { byteOrderMark } from '../../source/detectEncoding';
import type { SourceEncoding } from '../../source/encoding';
import { MarkupFault } from './markupFault';

const NAMES: ReadonlyMap<string, SourceEncoding> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb18030', 'gb18030'],
  ['big5', 'big5'],
  ['big5-hkscs', 'big5'],
]);

/** Bytes in which a file says what it is written in. */
const HEAD = 2048;
/** Bytes of markup that are read at most: a book of 5 million characters with every word tagged is a third of it. */
const MOST_BYTES = 200_000_000;

/** The text of an XML or HTML file in the encoding it declares; where it declares none, in the likeliest. */
export function markupText(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) {
    throw new MarkupFault({ en: 'it is larger than 200 MB', zh: '文件大于 200 MB' });
  }
  if (byteOrderMark(bytes)) return decodeSource(bytes).text;
  const [, name] = /(?:encoding|charset)\s*=\s*["']?([\w-]+)/i.exec(headOf(bytes)) ?? [];
  return decodeSource(bytes, name === undefined ? undefined : NAMES.get(name.toLowerCase())).text;
}

/** The beginning of a file as far as ASCII goes, to recognise formats by. */
export function headOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // In UTF-16 every other byte of ASCII is nought.
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  let head = '';
  for (const byte of bytes.subarray(0, HEAD)) if (!wide || byte !== 0) head += String.fromCharCode(byte);
  return head;
}
