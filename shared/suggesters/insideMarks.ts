/** Which quotation marks and brackets are open at a place of a text. */
export interface OpenMarks {
  /** 1 in quotation marks, 2 in 《》, 4 in parentheses (bits). */
  readonly bits: number;
  /** How many code units before it the last quotation mark stands. */
  readonly sinceQuote: number;
}

export const NOTHING_OPEN: OpenMarks = { bits: 0, sinceQuote: 0 };

/** Nothing is quoted for longer: the mark that would have closed it is missing. */
const LONGEST_QUOTE = 60;

/** Writes the bits of what every character of `text`, as `readableText` gives it, stands in. O(length). */
export function fillInside(text: string, inside: Int32Array, open: OpenMarks): void {
  walk(text, text.length, open, inside);
}

/** What is open before the character at `to`. O(to). */
export function openMarksAt(text: string, to: number): OpenMarks {
  return walk(text, to, NOTHING_OPEN, null);
}

/** Goes through the marks before `to`, and writes the bits of each place where there is room for them. */
function walk(text: string, to: number, open: OpenMarks, inside: Int32Array | null): OpenMarks {
  let { bits } = open;
  let since = -open.sinceQuote;
  for (let i = 0; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) since = i;
    bits = bitsAfter(code, bits);
    if (i - since > LONGEST_QUOTE) bits &= ~1;
    if (inside) inside[i] = bits;
  }
  return { bits, sinceQuote: to - since };
}

const QUOTE = 0x22;

function bitsAfter(code: number, bits: number): number {
  switch (code) {
    case QUOTE:
      return bits ^ 1;
    case 0x300a:
      return bits | 2;
    case 0x300b:
      return bits & ~2;
    case 0x28:
      return bits | 4;
    case 0x29:
      return bits & ~4;
    default:
      return bits;
  }
}
