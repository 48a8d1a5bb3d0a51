/** What the editor looks for, as the find bar has it. */
export interface SearchQuery {
  readonly words: string;
  readonly matchCase: boolean;
  /** Latin (and Greek, Cyrillic) words only as a whole; says nothing of Chinese, which has no word separators. */
  readonly wholeWords: boolean;
  /** `words` is a regular expression of ECMAScript, with the flag `u`. */
  readonly expression: boolean;
}

export const EMPTY_QUERY: SearchQuery = {
  words: '',
  matchCase: false,
  wholeWords: false,
  expression: false,
};

/** A query ready to be looked for. `source` and `flags` make the RegExp; they cross to a worker as they are. */
export interface SearchPattern {
  readonly source: string;
  readonly flags: string;
  /** UTF-16 code units a match can have at most; null where the expression decides. */
  readonly longest: number | null;
}

/** The pattern of a query; null for an empty one; the engine's own message where the expression is none. */
export type Compiled =
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly message: string }
  | { readonly kind: 'pattern'; readonly pattern: SearchPattern };

/** Characters that make up words in scripts that put spaces between them. */
const WORD = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Nd}\\p{M}_]';
/** Not between two of them. */
const EDGE = `(?:(?<!${WORD})|(?!${WORD}))`;

/** Never throws: what is wrong with an expression is part of the answer. */
export function compileQuery(query: SearchQuery): Compiled {
  const { words, matchCase, wholeWords, expression } = query;
  if (words === '') return { kind: 'empty' };
  const bare = expression ? words : escaped(words);
  const hasCase = expression || words.toLowerCase() !== words.toUpperCase();
  const flags = `gu${hasCase && !matchCase ? 'i' : ''}`;
  try {
    // By itself: what is unbalanced must not be balanced by what is put round it.
    new RegExp(bare, flags);
  } catch (error) {
    return { kind: 'invalid', message: error instanceof Error ? error.message : String(error) };
  }
  const source = wholeWords ? `${EDGE}(?:${bare})${EDGE}` : bare;
  return { kind: 'pattern', pattern: { source, flags, longest: expression ? null : words.length } };
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
