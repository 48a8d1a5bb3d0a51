import { outOfPair } from './document';

export interface Surroundings {
  readonly prefix: string;
  readonly suffix: string;
}

/** What stands before and after `[start, end)`, about `length` code units each; no surrogate pair is cut. */
export function surroundings(text: string, start: number, end: number, length: number): Surroundings {
  return {
    prefix: text.slice(outOfPair(text, start - length), start),
    suffix: text.slice(end, outOfPair(text, end + length)),
  };
}
