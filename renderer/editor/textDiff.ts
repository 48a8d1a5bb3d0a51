/** `[from, to)` of the old text became `inserted`. */
export interface TextDiff {
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

/**
 * What one edit at the caret did to a text. `caret` is the caret's offset in the new text: what follows it was there
 * before, which tells 天天 + 天 typed at the front from the same typed at the end. Null where nothing changed.
 */
export function textDiff(before: string, after: string, caret: number | null): TextDiff | null {
  if (before === after) return null;
  let suffix = 0;
  const most = Math.min(before.length, after.length);
  const limit = caret === null ? most : Math.min(most, after.length - caret);
  while (
    suffix < limit &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) {
    suffix++;
  }
  let prefix = 0;
  while (prefix < most - suffix && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  if (isHigh(before.charCodeAt(prefix - 1))) prefix--;
  if (isLow(before.charCodeAt(before.length - suffix))) suffix--;
  return { from: prefix, to: before.length - suffix, inserted: after.slice(prefix, after.length - suffix) };
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
