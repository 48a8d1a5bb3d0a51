import { SPACE_SIGN } from './writeRows';

const SPACED = '\\p{sc=Latin}\\p{sc=Cyrillic}\\p{sc=Greek}\\p{sc=Hangul}\\p{N}';
const WORD = new RegExp(`^[${SPACED}]{2}`, 'u');
const WORD_START = new RegExp(`^[${SPACED}]`, 'u');
const WORD_END = new RegExp(`[${SPACED}]$`, 'u');

/** A text put together from tokens, and the UTF-16 offset at which each token begins. */
export interface JoinedTokens {
  readonly text: string;
  readonly starts: Uint32Array;
}

/**
 * Joins tokens, with a line feed after each token whose index is in `lineEnds` (ascending). Between two tokens there is
 * nothing, as in Chinese; where the file is cut into words (some token of a script with spaces has two letters) a space
 * stands between two such words. Linear; yields now and then.
 */
export function* joinTokens(
  tokens: readonly string[],
  lineEnds: readonly number[],
): Generator<number, JoinedTokens> {
  const words = tokens.some(token => token.length > 1 && WORD.test(token));
  const starts = new Uint32Array(tokens.length);
  let text = '';
  let line = 0;
  let fresh = true;
  for (let n = 0; n < tokens.length; n++) {
    const token = tokens[n] ?? '';
    if (words && !fresh && WORD_START.test(token) && WORD_END.test(tokens[n - 1] ?? '')) text += ' ';
    fresh = false;
    starts[n] = text.length;
    text += token === SPACE_SIGN ? ' ' : token;
    if (lineEnds[line] === n) {
      text += '\n';
      line++;
      fresh = true;
    }
    if (n % 20_000 === 0) yield n / tokens.length;
  }
  return { text, starts };
}
