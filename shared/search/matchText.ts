import type { SearchPattern } from './searchPattern';

/** UTF-16 offsets of a match into the text that was searched, `start < end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const NOTHING: readonly TextRange[] = [];

/**
 * All matches of one text, in order and disjoint, at most `limit`. Matches without a character are passed over: there
 * is nothing of them to see or to replace. `regex` is the pattern's, with the flag `g`; its `lastIndex` is used up.
 */
export function matchesIn(regex: RegExp, text: string, limit: number): readonly TextRange[] {
  regex.lastIndex = 0;
  let found: TextRange[] | null = null;
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    const { length } = match[0];
    if (length === 0) {
      regex.lastIndex += (text.codePointAt(regex.lastIndex) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    found ??= [];
    found.push({ start: match.index, end: match.index + length });
    if (found.length >= limit) break;
  }
  return found ?? NOTHING;
}

/**
 * What stands in place of a match: `template` as it is for words; for an expression with `$1`, `$<name>`, `$&` and
 * `$$` filled in as ECMAScript does, and `\n`, `\t`, `\\` as they are written in expressions.
 */
export function replacementText(
  pattern: SearchPattern,
  template: string,
  text: string,
  range: TextRange,
): string {
  if (pattern.longest !== null) return template;
  const regex = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}y`);
  regex.lastIndex = range.start;
  const match = regex.exec(text);
  if (!match) return template;
  return template.replace(
    /\$(?:([$&])|(\d{1,2})|<([^>]*)>)|\\([nt\\])/g,
    (whole: string, sign?: string, number?: string, name?: string, letter?: string) => {
      if (letter !== undefined) return letter === 'n' ? '\n' : letter === 't' ? '\t' : '\\';
      if (sign !== undefined) return sign === '$' ? '$' : match[0];
      if (name !== undefined) return match.groups ? (match.groups[name] ?? '') : whole;
      return group(match, number ?? '') ?? whole;
    },
  );
}

/** `$12` is group 12 where there is one, else group 1 followed by a 2; undefined where there is neither. */
function group(match: RegExpExecArray, digits: string): string | undefined {
  const number = Number(digits);
  if (number > 0 && number < match.length) return match[number] ?? '';
  const first = Number(digits.charAt(0));
  if (digits.length === 2 && first > 0 && first < match.length) {
    return `${match[first] ?? ''}${digits.charAt(1)}`;
  }
  return undefined;
}
