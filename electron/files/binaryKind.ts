import type { DecodedSource } from '../../shared/source/decodeSource';
import type { Message } from '../../shared/source/fileError';

const SIGNATURES: readonly (readonly [readonly number[], Message])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], { en: 'it is a PDF', zh: '这是 PDF' }],
  [[0x50, 0x4b, 0x03, 0x04], { en: 'it is a Word, EPUB or zip file', zh: '这是 Word、EPUB 或 zip 文件' }],
  [[0xd0, 0xcf, 0x11, 0xe0], { en: 'it is an old Word or Excel file', zh: '这是旧版 Word 或 Excel 文件' }],
  [[0x89, 0x50, 0x4e, 0x47], { en: 'it is a picture', zh: '这是图片' }],
  [[0xff, 0xd8, 0xff], { en: 'it is a picture', zh: '这是图片' }],
  [[0x47, 0x49, 0x46, 0x38], { en: 'it is a picture', zh: '这是图片' }],
  [[0x7f, 0x45, 0x4c, 0x46], { en: 'it is a program', zh: '这是程序' }],
  [[0x1f, 0x8b, 0x08], { en: 'it is a compressed file', zh: '这是压缩文件' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { en: 'it is a compressed file', zh: '这是压缩文件' }],
];
/**
 * Above these shares nobody could read the text. Undecodable bytes may only mean the wrong encoding, hence more; low
 * bytes are counted in the file itself, because to UTF-16 any two bytes are a character (of Chinese about one in ten is).
 */
const CONTROL_SHARE = 0.1;
const UNASSIGNED_SHARE = 0.1;
const UNDECODABLE_SHARE = 0.5;
const LOW_BYTE_SHARE = 0.3;
/** A few control characters in a short text do not make it binary. */
const TOLERATED = 32;
const SAMPLE = 100_000;

/** What kind of file this is where it is no text at all; null for text, however damaged. */
export function binaryKind(bytes: Uint8Array, decoded: DecodedSource): Message | null {
  const known = SIGNATURES.find(([signature]) => signature.every((byte, i) => bytes[i] === byte));
  if (known) return known[1];
  const sample = decoded.text.slice(0, SAMPLE);
  const share = (pattern: RegExp) => {
    const count = sample.match(pattern)?.length ?? 0;
    return count <= TOLERATED ? 0 : count / sample.length;
  };
  const readable =
    share(/[\0-\x08\x0e-\x1f\x7f]/g) <= CONTROL_SHARE &&
    share(/[\p{Cs}\p{Co}\p{Cn}]/gu) <= UNASSIGNED_SHARE &&
    share(/\ufffd/g) <= UNDECODABLE_SHARE &&
    lowBytes(bytes.subarray(0, SAMPLE)) <= LOW_BYTE_SHARE;
  return readable ? null : { en: 'most of it is not characters', zh: '其中大部分不是字符' };
}

/** The share of bytes below the space, NUL and white space aside. */
function lowBytes(bytes: Uint8Array): number {
  let low = 0;
  for (const byte of bytes) if (byte > 0 && byte < 0x20 && (byte < 0x09 || byte > 0x0d)) low++;
  return low <= TOLERATED ? 0 : low / bytes.length;
}
