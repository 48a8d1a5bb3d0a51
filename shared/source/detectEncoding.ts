import { foldCode } from '../lexicon/fold';
import { decodeBytes } from './codecs';
import { COMMON_HAN } from './commonHan';
import { SOURCE_ENCODINGS, type SourceEncoding } from './encoding';

export interface DetectedEncoding {
  readonly encoding: SourceEncoding;
  /** Length of the byte order mark: 0 where there is none. */
  readonly bomLength: number;
  /** False where another encoding would explain the bytes nearly as well. */
  readonly certain: boolean;
}

/** Bytes looked at: more does not change the answer, and decoding five times costs. */
const SAMPLE_BYTES = 48 * 1024;
/** A lead of this many bits over the next encoding counts as certain: odds of a thousand to one. */
const CERTAIN_BITS = 10;

/**
 * Costs in bits: how unlikely a character is in a text an editor opens. Rough, for encodings differ by hundreds of
 * bits within a paragraph; the classes matter for texts of two or three characters.
 */
const COST = {
  letter: 5,
  ascii: 7,
  punctuation: 8,
  foreignLetter: 11,
  otherScript: 14,
  control: 18,
  uncommonHan: 16,
  rareHan: 20,
  neverInText: 26,
  undecodable: 34,
} as const;

/** Prior cost of an encoding: UTF-8 that decodes is nearly always UTF-8; UTF-16 mostly has a byte order mark. */
const PRIOR: Readonly<Record<SourceEncoding, number>> = {
  'utf-8': 0,
  gb18030: 8,
  big5: 11,
  'utf-16le': 12,
  'utf-16be': 14,
};

const hanCost = buildHanCost();

/** Zipf's law over the frequency ranks: a character of rank r has a probability of about 1 / (8 r). */
function buildHanCost(): Map<number, number> {
  return new Map([...COMMON_HAN].map((char, rank) => [char.codePointAt(0) ?? 0, Math.log2(8 * (rank + 8))]));
}

/**
 * Finds a file's encoding: by its byte order mark, else the one under which the text is most probable (fewest bits
 * under a model of single characters; undecodable bytes cost most). Right on two-character words in nearly all cases
 * and on any sentence. O(1): looks at 48 KB from the first line that is not ASCII on.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const bom = byteOrderMark(bytes);
  if (bom) return { ...bom, certain: true };
  const sample = sampleOf(bytes);
  const ranked = SOURCE_ENCODINGS.map(encoding => ({
    encoding,
    bits: PRIOR[encoding] + cost(sample, encoding),
  })).sort((a, b) => a.bits - b.bits);
  const [best, next] = ranked;
  const onlyAscii = sample.every(byte => byte < 0x80 && byte > 0);
  return {
    encoding: best?.encoding ?? 'utf-8',
    bomLength: 0,
    certain: onlyAscii || (next?.bits ?? Number.POSITIVE_INFINITY) - (best?.bits ?? 0) >= CERTAIN_BITS,
  };
}

/** The encoding named by the file's first bytes, if they are a byte order mark. */
export function byteOrderMark(bytes: Uint8Array): Omit<DetectedEncoding, 'certain'> | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', bomLength: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', bomLength: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', bomLength: 2 };
  if (first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33) {
    return { encoding: 'gb18030', bomLength: 4 };
  }
  return undefined;
}

/** A stretch of the file, from the beginning of its first line that is not plain ASCII text. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const telling = bytes.findIndex(byte => byte >= 0x80 || byte === 0);
  if (telling < SAMPLE_BYTES / 2) return bytes.subarray(0, SAMPLE_BYTES);
  const lineStart = bytes.lastIndexOf(0x0a, telling) + 1;
  // Even, so that two-byte code units stay whole.
  const start = Math.max(lineStart, telling - 1024) & ~1;
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

function cost(sample: Uint8Array, encoding: SourceEncoding): number {
  // The sample's end may cut a character in two, which says nothing about the encoding.
  const whole = sample.length === SAMPLE_BYTES;
  const text = decodeBytes(sample, encoding);
  const end = whole ? text.replace(/\ufffd{1,3}$/, '') : text;
  let bits = 0;
  for (const char of end) bits += costOf(char.codePointAt(0) ?? 0, encoding);
  return bits;
}

function costOf(code: number, encoding: SourceEncoding): number {
  if (code < 0x80) {
    if (code >= 0x20 && code !== 0x7f) return isLetterOrSpace(code) ? COST.letter : COST.ascii;
    return code === 0x0a || code === 0x0d || code === 0x09 ? COST.letter : COST.control;
  }
  const common = hanCost.get(code) ?? hanCost.get(foldCode(code));
  if (common !== undefined) return common;
  if (code >= 0x4e00 && code <= 0x9fff) return COST.uncommonHan;
  if (isChinesePunctuation(code)) return COST.punctuation;
  if (code === 0xfffd) return COST.undecodable;
  // The Chinese encodings have Greek and Cyrillic too, but no text in those languages is written in them.
  if (encoding === 'utf-8' && isForeignLetter(code)) return COST.foreignLetter;
  if (code < 0xa0 || isNeverInText(code)) return COST.neverInText;
  if (code >= 0x3400 && (code < 0xff00 || code > 0xffef)) return COST.rareHan;
  // Any two bytes are some character of UTF-16: Gurmukhi or Tibetan among them speaks against it.
  return encoding.startsWith('utf-16') ? COST.rareHan : COST.otherScript;
}

function isLetterOrSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x61 && code <= 0x7a);
}

/** CJK symbols, full-width forms and the dashes, quotes and dots that Chinese shares with other scripts. */
function isChinesePunctuation(code: number): boolean {
  return (
    (code >= 0x3000 && code <= 0x3011) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2014 && code <= 0x2026) ||
    code === 0xb7
  );
}

/** Letters of Latin-1, Greek and Russian. */
function isForeignLetter(code: number): boolean {
  return (
    (code >= 0xc0 && code <= 0xff) || (code >= 0x386 && code <= 0x3ce) || (code >= 0x410 && code <= 0x44f)
  );
}

/** Surrogates, private use and noncharacters. */
function isNeverInText(code: number): boolean {
  return (code >= 0xd800 && code <= 0xf8ff) || (code & 0xfffe) === 0xfffe || code >= 0xf0000;
}
