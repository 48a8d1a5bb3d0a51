import type { BlockKind } from '../document/textBlock';
import type { Lexicon } from '../lexicon/lexicon';
import { fillInside, NOTHING_OPEN, type OpenMarks } from './insideMarks';
import { COMPOUND_SURNAME, LISTED_LENGTHS, LISTED_WORD, SURNAME_GRADES } from './nameLists';
import { findRegular, RULE_NAMES, type RuleMatch } from './regularTypes';

/** Place in a word or match: 0 none, 1 first, 2 inner, 3 last, 4 only character. */
type Place = 0 | 1 | 2 | 3 | 4;

/** What the features of each character are computed from: one number per character and column. */
export interface TextColumns {
  readonly length: number;
  /** Code unit, all digits as '0'. */
  readonly code: Int32Array;
  /** Kind of character, see `KINDS`. */
  readonly kind: Int32Array;
  /** Hash of the word it lies in, its part of speech, its place there, and the word's last character. */
  readonly word: Int32Array;
  readonly tag: Int32Array;
  readonly place: Int32Array;
  readonly wordEnd: Int32Array;
  /** Index of the word in the block, and where words start. */
  readonly wordIndex: Int32Array;
  readonly wordStarts: Int32Array;
  readonly wordCount: number;
  /** Dictionary places and people that cover it, whatever the segmentation: `length × 8 + place`. */
  readonly placeWord: Int32Array;
  readonly personWord: Int32Array;
  readonly surname: Int32Array;
  /** How often the character stands in given names of the dictionary, 0–7. */
  readonly givenName: Int32Array;
  /** Sizes of the listed organisation endings, place endings and person words that end with the character (bit per size). */
  readonly organisationEnds: Int32Array;
  readonly placeEnds: Int32Array;
  readonly personWordEnds: Int32Array;
  /** Organisation ending next to the right: number of the ending × 32 + distance to its end; 0 none. */
  readonly ending: Int32Array;
  readonly placeEnding: Int32Array;
  readonly personWordNext: Int32Array;
  /** Rules for regular types and for holders that cover it: rule × 8 + place. */
  readonly rule: Int32Array;
  readonly holderRule: Int32Array;
  /** 1 in quotation marks, 2 in 《》, 4 in parentheses (bits). */
  readonly inside: Int32Array;
  readonly blockKind: number;
  readonly rules: readonly RuleMatch[];
}

const BLOCK_KINDS: readonly BlockKind[] = [
  'paragraph',
  'heading',
  'list',
  'quote',
  'table',
  'code',
  'image',
  'rule',
];
const HAN_DIGITS = new Set('〇零一二三四五六七八九十百千万亿两几廿卅');
const LONGEST_LISTED = 4;
const pairKey = (first: number, second: number): number => (first << 16) | second;
/** The listed words, those of one and two characters by number: most look-ups are for these and need no string. */
const keyOf = (word: string): number | string =>
  word.length === 1
    ? word.charCodeAt(0)
    : word.length === 2
      ? pairKey(word.charCodeAt(0), word.charCodeAt(1))
      : word;
const LISTED = new Map([...LISTED_WORD].map(([word, entry]) => [keyOf(word), entry]));
const COMPOUND = new Set([...COMPOUND_SURNAME].map(keyOf));
const HORIZON = 16;

/** Kind of every code unit: 1 Han, 2 Han numeral, 3 digit, 4 Latin, 5 space, 6 sentence end, 7 other punctuation and 8 the rest. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 0x4e00 && code <= 0x9fff) return HAN_DIGITS.has(String.fromCharCode(code)) ? 2 : 1;
  if (code >= 0x30 && code <= 0x39) return 3;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return 4;
  if (code === 0x20 || code === 0x09) return 5;
  if (code === 0x3002 || code === 0x21 || code === 0x3f || code === 0x3b) return 6;
  if (code === 0x3007) return 2;
  if (code < 0x80 || (code >= 0x2010 && code <= 0x205e) || (code >= 0x3001 && code <= 0x303f)) return 7;
  return 8;
});

export function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

const placeIn = (i: number, start: number, end: number): Place =>
  end - start === 1 ? 4 : i === start ? 1 : i === end - 1 ? 3 : 2;

/** What a part of a block cannot tell by itself. */
export interface PartOfBlock {
  /** Matches of the block's rules, by offsets in the part; some may reach out of it. */
  readonly rules: readonly RuleMatch[];
  /** What is open where it begins. */
  readonly open: OpenMarks;
}

/**
 * The columns of one block, or of a part of one. `text` is as `readableText` gives it; `givenNames` grades code units 0–7. With `into` (see
 * `columnsRoom`) they lie there until the next columns do; the arrays are then longer than the text.
 * O(length), most of it the segmentation.
 */
export function textColumns(
  text: string,
  blockKind: BlockKind,
  lexicon: Lexicon,
  givenNames: Uint8Array,
  into?: ColumnsRoom,
  part?: PartOfBlock,
): TextColumns {
  const n = text.length;
  const columns = into && n <= into.code.length ? into : columnsRoom(n);
  for (const column of columns.sparse) column.fill(0, 0, n);
  const { code: codes, kind: kinds, givenName } = columns;
  for (let i = 0; i < n; i++) {
    const code = text.charCodeAt(i);
    const kind = KINDS[code] ?? 8;
    codes[i] = kind === 3 ? 0x30 : code;
    kinds[i] = kind;
    givenName[i] = givenNames[code] ?? 0;
  }
  columns.length = n;
  columns.blockKind = BLOCK_KINDS.indexOf(blockKind);
  columns.rules = part ? part.rules : findRegular(text);
  columns.wordCount = fillWords(text, lexicon, columns);
  fillListed(text, columns);
  fillInside(text, columns.inside, part ? part.open : NOTHING_OPEN);
  fillRules(columns.rules, n, columns.rule, columns.holderRule);
  return columns;
}

/** Columns that are filled again and again. */
export interface ColumnsRoom extends TextColumns {
  length: number;
  wordCount: number;
  blockKind: number;
  rules: readonly RuleMatch[];
  /** Those in which not every character is written. */
  readonly sparse: readonly Int32Array[];
}

/** Room for the columns of texts up to `length`: blocks are short, and to make it costs more than what is done with it. */
export function columnsRoom(length: number): ColumnsRoom {
  const column = (): Int32Array => new Int32Array(length);
  const sparse = {
    placeWord: column(),
    personWord: column(),
    surname: column(),
    organisationEnds: column(),
    placeEnds: column(),
    personWordEnds: column(),
    ending: column(),
    placeEnding: column(),
    personWordNext: column(),
    rule: column(),
    holderRule: column(),
  };
  return {
    ...sparse,
    sparse: Object.values(sparse),
    length,
    code: column(),
    kind: column(),
    word: column(),
    tag: column(),
    place: column(),
    wordEnd: column(),
    wordIndex: column(),
    wordStarts: new Int32Array(length + 1),
    wordCount: 0,
    givenName: column(),
    inside: column(),
    blockKind: 0,
    rules: [],
  };
}

type Mutable = Omit<TextColumns, 'wordCount'>;

function fillWords(text: string, lexicon: Lexicon, columns: Mutable): number {
  const { kind, code, word, tag, place, wordEnd, wordIndex, wordStarts } = columns;
  if (wordTags.length < text.length) wordTags = new Int32Array(2 * text.length);
  const words = { starts: wordStarts, tags: wordTags };
  const count = lexicon.segmentInto(text, words, (start, end, seen) => {
    if (seen >> 8 === NOUN) markDictionaryWord(seen & 255, columns, start, end);
  });
  wordStarts[count] = text.length;
  for (let w = 0; w < count; w++) {
    const start = wordStarts[w] ?? 0;
    const end = wordStarts[w + 1] ?? 0;
    const hash = kind[start] === 3 ? 0x30 : hashOf(text, start, end);
    const last = code[end - 1] ?? 0;
    const spoken = wordTags[w] ?? 0;
    for (let i = start; i < end; i++) {
      word[i] = hash;
      tag[i] = spoken;
      place[i] = placeIn(i, start, end);
      wordEnd[i] = last;
      wordIndex[i] = w;
    }
  }
  return count;
}

/** Of the words of the columns just being filled. */
let wordTags = new Int32Array(0);
const NOUN = 'n'.charCodeAt(0);

/** Listed endings and person words with the distance to them. */
function fillListed(text: string, columns: Mutable): void {
  const n = text.length;
  const { kind: kinds } = columns;
  let ending = 0;
  let endingAt = 0;
  let place = 0;
  let placeAt = 0;
  for (let i = n - 1; i >= 0; i--) {
    const kind = kinds[i] ?? 0;
    if (kind > 2) {
      if (kind === 6 || kind === 7) ending = place = 0;
      continue;
    }
    columns.surname[i] = SURNAME_GRADES[text.charCodeAt(i)] ?? 0;
    let found = 0;
    let foundPlace = 0;
    const listed = LISTED_LENGTHS[text.charCodeAt(i)] ?? 0;
    const longest = listed === 0 ? 0 : hanRun(kinds, i, Math.min(n - i, LONGEST_LISTED));
    for (let size = 1; size <= longest; size++) {
      if (((listed >> size) & 1) === 0) continue;
      const key =
        size === 1
          ? text.charCodeAt(i)
          : size === 2
            ? pairKey(text.charCodeAt(i), text.charCodeAt(i + 1))
            : text.slice(i, i + size);
      const entry = LISTED.get(key);
      const last = i + size - 1;
      if (entry?.organisationEnding) {
        found = entry.organisationEnding * 8 + size;
        columns.organisationEnds[last] = (columns.organisationEnds[last] ?? 0) | (1 << size);
      }
      if (entry?.placeEnding) {
        foundPlace = entry.placeEnding * 8 + size;
        columns.placeEnds[last] = (columns.placeEnds[last] ?? 0) | (1 << size);
      }
      if (entry?.personWord) {
        columns.personWordNext[i] = entry.personWord;
        columns.personWordEnds[last] = (columns.personWordEnds[last] ?? 0) | (1 << size);
      }
      if (size === 2 && COMPOUND.has(key)) columns.surname[i] = 3;
    }
    if (found) {
      ending = found >> 3;
      endingAt = i + (found & 7);
    }
    if (foundPlace) {
      place = foundPlace >> 3;
      placeAt = i + (foundPlace & 7);
    }
    if (ending && endingAt - i <= HORIZON) columns.ending[i] = ending * 32 + (endingAt - i);
    if (place && placeAt - i <= 8) columns.placeEnding[i] = place * 32 + (placeAt - i);
  }
}

/** How many Han characters stand from `i` on, at most `most`. */
function hanRun(kind: Int32Array, i: number, most: number): number {
  let size = 0;
  while (size < most && (kind[i + size] ?? 9) <= 2) size++;
  return size;
}

/** `kind` is the second letter of the tag: ns and nt are places, nr people. */
function markDictionaryWord(kind: number, columns: Mutable, start: number, end: number): void {
  if (kind === 0x73 || kind === 0x74) mark(columns.placeWord, start, end);
  else if (kind === 0x72) mark(columns.personWord, start, end);
}

/** Longer words win. */
function mark(column: Int32Array, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    const value = (end - start) * 8 + placeIn(i, start, end);
    if (value > (column[i] ?? 0)) column[i] = value;
  }
}

function fillRules(
  rules: readonly RuleMatch[],
  length: number,
  regular: Int32Array,
  holders: Int32Array,
): void {
  const longestLast = [...rules].sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const { type, rule, start, end } of longestLast) {
    const column = type === 'WORK' || type === 'EVENT' ? holders : regular;
    const code = (RULE_NAMES.indexOf(rule) + 1) * 8;
    const last = Math.min(end, length);
    for (let i = Math.max(0, start); i < last; i++) column[i] = code + placeIn(i, start, end);
  }
}
