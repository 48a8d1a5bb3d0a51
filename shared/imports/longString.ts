/** Code units of a string read at once: a millisecond or so. */
const PIECE = 1 << 17;
/** Code units that {@link LongString.next} must find in its text, as far as there are any: a piece and the rest of an escape. */
export const LONG_STRING_REACH = PIECE + 6;

/** What keeps a string from being read: a control character, a wrong escape, no end. */
export type StringFault = 'control' | 'escape' | 'endless';

/** `at` is behind what was read, or where the fault is: at the control character, before what the wrong escape stands in. */
export type LongStringStep =
  | { readonly kind: 'more'; readonly at: number }
  | { readonly kind: 'whole'; readonly at: number; readonly value: string }
  | { readonly kind: 'fault'; readonly at: number; readonly fault: StringFault };

/** A JSON string that is too long to be read in one go (the text of a book). */
export class LongString {
  private readonly parts: string[] = [];

  /** Whether the string that begins at `quote` is long: as far as its first quotation mark, which may be an escaped one. */
  static isLong(text: string, quote: number): boolean {
    const end = text.indexOf('"', quote + 1);
    return (end < 0 ? text.length : end) - quote > PIECE;
  }

  /** Reads the next piece, which goes on at `from`. `text` reaches {@link LONG_STRING_REACH} further, or to the file's end. */
  next(text: string, from: number): LongStringStep {
    const stop = Math.min(text.length, from + PIECE);
    let escaped = false;
    let at = from;
    let code = 0;
    for (; at < stop; at++) {
      code = text.charCodeAt(at);
      if (code === 0x22 || code < 0x20) break;
      if (code !== 0x5c) continue;
      escaped = true;
      // An escape is never parted.
      at += text.charCodeAt(at + 1) === 0x75 ? 5 : 1;
    }
    const raw = text.slice(from, at);
    try {
      this.parts.push(escaped ? JSON.parse(`"${raw}"`) : raw);
    } catch {
      return { kind: 'fault', at: from, fault: at >= text.length ? 'endless' : 'escape' };
    }
    if (at < stop) {
      if (code !== 0x22) return { kind: 'fault', at, fault: 'control' };
      return { kind: 'whole', at: at + 1, value: this.parts.join('') };
    }
    return at >= text.length ? { kind: 'fault', at: from, fault: 'endless' } : { kind: 'more', at };
  }
}
