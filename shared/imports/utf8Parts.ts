import { Malformed } from './importFailure';
import type { TextParts } from './textParts';

/**
 * A text in UTF-8, decoded when it is asked for: what is read once and then let go needs no room in memory, and room that
 * was never used costs the system more time than decoding. Each part is cut at a character and decoded by itself: a decoder that
 * keeps what is left of the last part takes several times as long in Node. What is not UTF-8 is {@link Malformed}.
 */
export class Utf8Parts implements TextParts {
  readonly count: number;

  /** `size` bytes a part, at least as many as a character has. */
  constructor(
    private readonly file: string,
    private readonly bytes: Uint8Array,
    private readonly size: number,
  ) {
    this.count = Math.ceil(bytes.length / size);
  }

  part(n: number): string {
    const { bytes, size } = this;
    const part = bytes.subarray(characterStart(bytes, n * size), characterStart(bytes, (n + 1) * size));
    try {
      return (n === 0 ? FIRST : FURTHER).decode(part);
    } catch {
      throw new Malformed(this.file, {
        en: 'it is not text in UTF-8, UTF-16, GB18030 or Big5',
        zh: '不是 UTF-8、UTF-16、GB18030 或 Big5 编码的文本',
      });
    }
  }
}

const FIRST = new TextDecoder('utf-8', { fatal: true });
/** Only a byte order mark at the very beginning is none of the text. */
const FURTHER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes of a character of UTF-8 at most. */
const LONGEST_CHARACTER = 4;

/** Where the character begins that the byte at `at` belongs to; `at` itself where no character is that long. */
function characterStart(bytes: Uint8Array, at: number): number {
  if (at >= bytes.length) return bytes.length;
  for (let start = at; start > at - LONGEST_CHARACTER && start >= 0; start--) {
    if (((bytes[start] ?? 0) & 0xc0) !== 0x80) return start;
  }
  return at;
}
