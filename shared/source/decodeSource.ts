import type { SourceEncoding } from './encoding';

export type Newline = '\n' | '\r\n' | '\r' | 'mixed';

/** The decoded text of a file and what is needed to write it back byte for byte. */
export interface DecodedSource {
  /** Without the byte order mark; line breaks as they stand in the file. UTF-16 files may leave lone surrogates. */
  readonly text: string;
  readonly encoding: SourceEncoding;
  readonly bom: boolean;
  /** '\n' where the text has no line break. */
  readonly newline: Newline;
  /** How many U+FFFD stand for bytes that could not be decoded. */
  readonly undecodable: number;
  /** Whether `encodeSource(text, encoding, bom)` gives back the very bytes. False wherever `undecodable > 0`. */
  readonly lossless: boolean;
  /** False where another encoding would explain the bytes nearly as well: worth showing the choice. */
  readonly encodingCertain: boolean;
}
