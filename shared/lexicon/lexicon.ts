/** A word of a segmentation: `[start, end)` in UTF-16 code units. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /**
   * jieba's part-of-speech tag of the dictionary word (n, nr, ns, v, a …); 'm' for other numbers in digits, 'eng' for Latin
   * words; 'x' for whatever else the dictionary lacks.
   */
  readonly tag: string;
}

/**
 * A Chinese word list with frequencies and parts of speech. One instance serves all detectors and suggesters; it is
 * loaded from an asset built from jieba's dictionary and runs unchanged in Node and in a browser worker.
 */
export interface Lexicon {
  has(word: string): boolean;
  /** Natural logarithm of the word's relative frequency; -Infinity where it is unknown. */
  logProbability(word: string): number;
  /** Most frequent part of speech, undefined where the word is unknown. */
  tag(word: string): string | undefined;
  /**
   * The most probable segmentation (maximum product of unigram probabilities over the word graph, as jieba does
   * without its HMM). Runs of Latin letters or digits are one word. O(length × longest word).
   */
  segment(text: string): Word[];
  /**
   * The same without an object for each word: writes where words start and their tags (see `tagCode`) to `into`, which has room for as
   * many as the text has code units, and returns how many there are. `seen` is told of every word of two or more
   * characters that the dictionary has anywhere in the text, also those that the segmentation does not choose: the work
   * is done anyway.
   */
  segmentInto(
    text: string,
    into: { readonly starts: Int32Array; readonly tags: Int32Array },
    seen: (start: number, end: number, tag: number) => void,
  ): number;
}

/** A part of speech as a number: its first letter in the high byte, its second, or 0, in the low one. */
export const tagCode = (tag: string): number =>
  tag.charCodeAt(0) * 256 + (tag.length > 1 ? tag.charCodeAt(1) : 0);
