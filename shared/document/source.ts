import type { SourceEncoding } from '../source/encoding';

/** The newline style of a file; `mixed` where it has more than one. */
export type NewlineStyle = '\n' | '\r\n' | '\r' | 'mixed';

/** The decoded original text, immutable. */
export interface Source {
  readonly name: string;
  /** BOM taken off, line ends as they were. */
  readonly text: string;
  readonly encoding: SourceEncoding;
  readonly bom: boolean;
  readonly newline: NewlineStyle;
  /** SHA-256 of the file's bytes, hexadecimal, lower case. */
  readonly sha256: string;
}

/** The line end to use for text we insert. */
export function lineEnd(source: Source): string {
  return source.newline === 'mixed' ? '\n' : source.newline;
}
