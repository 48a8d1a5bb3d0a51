import { inPair } from './surrogatePair';

/** A text in slices of `length` code units, one more where a slice would end within a surrogate pair; the last is what is left. */
export function* textSlices(text: string, length: number): Generator<string> {
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = inPair(text, at + length) ? at + length + 1 : at + length;
    yield text.slice(at, end);
  }
}
