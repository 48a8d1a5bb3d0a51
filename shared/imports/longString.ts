/** Code units of a string read at once: a millisecond or so. */
const PIECE = 1 << 17;

/** What keeps a string from being read: a control character at `at`, a wrong escape in what begins there, no end. */
export type StringFault = 'control' | 'escape' | 'endless';

/** A JSON string that is too long to be read in one go (the text of a book). */
export class LongString {
  private readonly parts: string[] = [];

  constructor(
    private readonly text: string,
    /** Code units read; behind the closing quotation mark in the end. */
    public at: number,
  ) {}

  /** Whether the string that begins at `quote` is long: as far as its first quotation mark, which may be an escaped one. */
  static isLong(text: string, quote: number): boolean {
    const end = text.indexOf('"', quote + 1);
    return (end < 0 ? text.length : end) - quote > PIECE;
  }

  /** Reads the next piece: the whole string if that was the last, null if there is more, or what is wrong. */
  next(): { readonly value: string } | { readonly fault: StringFault } | null {
    const { text } = this;
    const stop = Math.min(text.length, this.at + PIECE);
    let escaped = false;
    let at = this.at;
    let code = 0;
    for (; at < stop; at++) {
      code = text.charCodeAt(at);
      if (code === 0x22 || code < 0x20) break;
      if (code !== 0x5c) continue;
      escaped = true;
      // An escape is never parted.
      at += text.charCodeAt(at + 1) === 0x75 ? 5 : 1;
    }
    const raw = text.slice(this.at, at);
    try {
      this.parts.push(escaped ? JSON.parse(`"${raw}"`) : raw);
    } catch {
      return { fault: at >= text.length ? 'endless' : 'escape' };
    }
    const isEnd = at < stop && code === 0x22;
    if (at < stop && !isEnd) {
      this.at = at;
      return { fault: 'control' };
    }
    if (at >= text.length) return { fault: 'endless' };
    this.at = isEnd ? at + 1 : at;
    return isEnd ? { value: this.parts.join('') } : null;
  }
}
