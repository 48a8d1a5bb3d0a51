/** True for a Han character of the BMP (unified, extension A, compatibility, 〇), given as a UTF-16 code unit. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3007 ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

/** True for an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** True for an ASCII letter. */
export function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Marks that only Chinese text uses; beside one of them a character stands in Chinese context. */
const CJK_MARKS = new Set('，。、；：？！…—～“”‘’（）《》〈〉「」『』【】〔〕·');

/** True for a Chinese punctuation mark. */
export function isCjkMark(char: string): boolean {
  return CJK_MARKS.has(char);
}

/** True for a white-space character as it occurs inside a line (space, no-break space, ideographic space, tab). */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 || code === 0xa0 || code === 0x3000 || code === 0x09 || (code >= 0x2000 && code <= 0x200a)
  );
}

/** The numerals with which counts, years and repeated figures are written. */
const HAN_NUMERALS = new Set('〇零一二三四五六七八九十百千万亿两廿卅');

/** True for a Chinese numeral. */
export function isHanNumeral(char: string): boolean {
  return HAN_NUMERALS.has(char);
}

/** Number of Han characters in `[start, end)` of the text. */
export function countHan(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let at = start; at < end; at++) if (isHan(text.charCodeAt(at))) count++;
  return count;
}

const SENTENCE_END = /[。！？!?…；;.：:][”’」』）)》"']*\s*$/;

/** True where the text ends as a sentence does, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.length > 12 ? text.slice(-12) : text);
}

const PROSE_MARK = /[，。；！？,;!?]/;

/**
 * True where the text reads as running prose rather than a title, byline, signature, table row or verse line: it is
 * long enough and has punctuation inside.
 */
export function isProse(text: string): boolean {
  if (text.length < 16) return false;
  return PROSE_MARK.test(text.length > 2000 ? text.slice(0, 2000) : text);
}

// Web and mail addresses, file paths and code spans: their marks follow other rules than those of the sentence.
const MACHINE_TEXT =
  /`[^`]*`|(?:https?:\/\/|www\.)[\w\-./?%&=+#~:;,@!]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|<[a-zA-Z/!][^<>]{0,200}>|!?\[[^\][]{0,200}\]\([^()\s]{1,400}\)/g;
const MAY_HOLD_MACHINE_TEXT = /[`@<\]]|www\.|https?:/;

/** Ranges `[start, end)` of addresses, code spans, tags and Markdown links, flattened and ascending. Linear. */
export function machineRanges(text: string): number[] {
  if (!MAY_HOLD_MACHINE_TEXT.test(text)) return [];
  const ranges: number[] = [];
  for (const match of text.matchAll(MACHINE_TEXT)) ranges.push(match.index, match.index + match[0].length);
  return ranges;
}

/** True where `at` lies in one of the ranges of `machineRanges`. O(log n). */
export function inRanges(ranges: readonly number[], at: number): boolean {
  let low = 0;
  let high = ranges.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[2 * middle + 1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length >> 1 && (ranges[2 * low] ?? 0) <= at;
}
