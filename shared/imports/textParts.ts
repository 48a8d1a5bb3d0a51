/** A long text in parts, each there or made when it is asked for, and the same each time. About equal in length. */
export interface TextParts {
  readonly count: number;
  /** The part numbered `n`, from 0. */
  readonly part: (n: number) => string;
}

/** A text that is there: whole, or cut anywhere. */
export function partsOf(text: string | readonly string[]): TextParts {
  return typeof text === 'string'
    ? { count: 1, part: () => text }
    : { count: text.length, part: n => text[n] ?? '' };
}
