import { decodeSource } from '../source/decodeSource';

/** Bytes of a zip archive's first entry. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * An import's bytes as its reader takes them: text in UTF-8, whatever it is stored in (spreadsheets save GB18030 in China);
 * an archive and text in UTF-8 as they are. For the side that reads the file, main or the command line: the tables of
 * the other encodings need Node. Text that no encoding explains is left alone, for the reader to refuse.
 */
export function inUtf8(bytes: Uint8Array): Uint8Array {
  if (ZIP.every((byte, n) => bytes[n] === byte) || isUtf8(bytes)) return bytes;
  const { text, undecodable } = decodeSource(bytes);
  return undecodable === 0 ? new TextEncoder().encode(text) : bytes;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // A NUL in what decodes as UTF-8 is UTF-16 of Latin text.
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}
