import type { TextRange } from '../../shared/search/matchText';

/** Texts to look through with an expression. */
export interface ToExpressionWorker {
  readonly id: number;
  readonly source: string;
  readonly flags: string;
  readonly texts: readonly string[];
  /** Matches of one text at most. */
  readonly limit: number;
}

/** What was found, a list for each text. */
export interface FromExpressionWorker {
  readonly id: number;
  readonly found: readonly (readonly TextRange[])[];
}
