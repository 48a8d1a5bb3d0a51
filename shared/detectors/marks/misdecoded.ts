// Windows-1252 gives these characters to the bytes 0x80–0x9F, where Latin-1 has controls.
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/**
 * The text whose UTF-8 bytes, read as Latin-1 or Windows-1252, gave `garbled`; null where the bytes are no UTF-8 or
 * nothing beyond ASCII would come out.
 */
export function recoverLatin(garbled: string): string | null {
  const bytes = new Uint8Array(garbled.length);
  for (let at = 0; at < garbled.length; at++) {
    const code = garbled.charCodeAt(at);
    const high = WINDOWS_1252.indexOf(garbled.charAt(at));
    if (high >= 0) bytes[at] = 0x80 + high;
    else if (code <= 0xff) bytes[at] = code;
    else return null;
  }
  return decodeUtf8(bytes);
}

/**
 * The text whose UTF-8 bytes, read as GBK, gave `garbled`; null where it isn't so. A last byte that GBK could not
 * pair is lost for good, so an incomplete character at the end is given as U+FFFD.
 */
export function recoverGbk(garbled: string): string | null {
  const table = gbkBytes();
  const bytes: number[] = [];
  for (const char of garbled) {
    const code = char.charCodeAt(0);
    if (code < 0x80) bytes.push(code);
    else {
      const pair = table.get(char);
      if (pair === undefined) return null;
      if (pair > 0xff) bytes.push(pair >> 8);
      bytes.push(pair & 0xff);
    }
  }
  const whole = decodeUtf8(Uint8Array.from(bytes));
  if (whole !== null) return whole;
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut++) {
    const most = decodeUtf8(Uint8Array.from(bytes.slice(0, -cut)));
    if (most !== null) return `${most}\uFFFD`;
  }
  return null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // ASCII alone proves nothing.
    return /[^\u0000-\u007F]/.test(text) ? text : null;
  } catch {
    // Not UTF-8: the guess was wrong, which is an answer and no failure.
    return null;
  }
}

let reverse: ReadonlyMap<string, number> | undefined;

/** Character → its GBK bytes, made once from the platform's own decoder (24,000 entries, about 20 ms). */
function gbkBytes(): ReadonlyMap<string, number> {
  if (reverse) return reverse;
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, number>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(high, low));
      if (char.length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, (high << 8) | low);
    }
  }
  table.set('€', 0x80);
  // The user-defined rows, which some decoders leave out, are private-use characters in order (GB 18030, annex).
  let own = 0xe000;
  for (const [first, last] of [
    [0xaa, 0xaf],
    [0xf8, 0xfe],
  ] as const) {
    for (let high = first; high <= last; high++) {
      for (let low = 0xa1; low <= 0xfe; low++) table.set(String.fromCharCode(own++), (high << 8) | low);
    }
  }
  for (let high = 0xa1; high <= 0xa7; high++) {
    for (let low = 0x40; low <= 0xa0; low++)
      if (low !== 0x7f) table.set(String.fromCharCode(own++), (high << 8) | low);
  }
  reverse = table;
  return table;
}
