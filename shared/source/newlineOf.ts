import type { NewlineStyle } from '../document/source';

/** The file's newline style: what every one of its line breaks is, `mixed` where they differ, '\n' without any. */
export function newlineOf(text: string): NewlineStyle {
  const found = new Set(text.match(/\r\n|\n|\r/g) ?? ['\n']);
  const [only] = found;
  if (found.size !== 1) return 'mixed';
  return only === '\r\n' || only === '\r' ? only : '\n';
}
