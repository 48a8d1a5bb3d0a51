/** A character that has no shape of its own. */
export interface HiddenCharacter {
  readonly offset: number;
  readonly label: string;
}

/**
 * Controls of the bidirectional algorithm (Unicode Standard Annex 9): they turn the order of what follows, so that a text
 * reads otherwise than it is. Always shown.
 */
const BIDI: Readonly<Record<string, string>> = {
  '\u061c': 'ALM',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
};

/** Of no width, or spaces that look like another: shown on request. */
const INVISIBLE: Readonly<Record<string, string>> = {
  '\u00a0': 'NBSP',
  '\u00ad': 'SHY',

  '\u180e': 'MVS',
  '\u200b': 'ZWSP',
  '\u200c': 'ZWNJ',
  '\u200d': 'ZWJ',
  '\u2060': 'WJ',
  '\ufeff': 'BOM',
  '\u3164': 'HF',
  '\t': 'TAB',
};

const BIDI_ONLY = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const BIDI_AND_INVISIBLE =
  /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u00a0\u00ad\u180e\u200b\u200c\u2060\ufeff\u3164\t]|(?<!\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)\u200d/gu;

/** Those of a text that are to be shown. The joiner inside an emoji is a part of it and never one. */
export function hiddenCharacters(text: string, invisible: boolean): readonly HiddenCharacter[] {
  const found: HiddenCharacter[] = [];
  for (const { 0: character, index } of text.matchAll(invisible ? BIDI_AND_INVISIBLE : BIDI_ONLY)) {
    found.push({ offset: index, label: BIDI[character] ?? INVISIBLE[character] ?? '?' });
  }
  return found;
}
