const WORD = /[\p{L}\p{N}]/u;
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

/**
 * White space in files that are indented for reading: runs of it are one space, none at the edges of a line, and none
 * for a line break between two characters of CJK.
 */
export class Spaces {
  #pending: 'none' | 'space' | 'line' = 'none';
  #last = '';

  lineStart(): void {
    this.#pending = 'none';
    this.#last = '';
  }

  /** A line of the original ends here, within a paragraph. */
  lineBreak(): void {
    if (this.#pending === 'none') this.#pending = 'line';
  }

  push(text: string, put: (text: string) => void): void {
    for (const [part] of text.matchAll(/[ \t\r\n]+|[^ \t\r\n]+/g)) {
      if (/^[ \t\r\n]/.test(part)) {
        if (this.#pending !== 'line') this.#pending = /[\r\n]/.test(part) ? 'line' : 'space';
        continue;
      }
      this.#put(part, put);
    }
  }

  /** Writes the space held back, before something else is written. */
  settle(put: (text: string) => void): void {
    const isSpace = this.#pending === 'space' || (this.#pending === 'line' && !CJK.test(this.#last));
    if (isSpace && this.#last !== '' && this.#last !== ' ') {
      put(' ');
      this.#last = ' ';
    }
    this.#pending = 'none';
  }

  #put(part: string, put: (text: string) => void): void {
    const first = String.fromCodePoint(part.codePointAt(0) ?? 0);
    if (this.#pending !== 'none' && this.#last !== '' && this.#last !== ' ') {
      const glued =
        this.#pending === 'line' &&
        (CJK.test(this.#last) || CJK.test(first) || !WORD.test(this.#last + first));
      if (!glued) put(' ');
    }
    put(part);
    this.#pending = 'none';
    this.#last = [...part.slice(-2)].at(-1) ?? '';
  }
}
