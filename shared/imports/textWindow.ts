import type { TextParts } from './textParts';

/**
 * A long text in parts, of which only a window is put together at a time: to put 100 MB together is one step of a fifth of a
 * second. Whoever reads it asks for more where the window ends, and gives back what was read.
 */
export class TextWindow {
  /** The window. Ends where a part ends. */
  text = '';
  /** Code units before the window. */
  passed = 0;
  private taken = 0;

  constructor(private readonly parts: TextParts) {
    this.more();
  }

  /** How much of the whole lies before a place in the window, 0–1. */
  shareAt(at: number): number {
    const { passed, text, taken, parts } = this;
    return ((passed + at) / Math.max(1, passed + text.length)) * (taken / Math.max(1, parts.count));
  }

  /** Makes the window longer by a part; false at the end of the text. */
  more(): boolean {
    return this.has(0, this.text.length + 1);
  }

  /** Whether `count` code units stand behind `at`, once as many parts as that takes are in the window. */
  has(at: number, count: number): boolean {
    const wanted = at + count;
    if (this.text.length < wanted) this.takeIn(wanted);
    return this.text.length >= wanted;
  }

  /** Joined once, and not summed: a sum is read half as fast, character by character, even when it was made flat. */
  private takeIn(wanted: number): void {
    const pieces = [this.text];
    for (let { length } = this.text; length < wanted && this.taken < this.parts.count; this.taken++) {
      const part = this.parts.part(this.taken);
      pieces.push(part);
      length += part.length;
    }
    this.text = pieces.join('');
  }

  /**
   * Where a character stands, from `from` on, with all parts up to there in the window; -1, with all there are, where it does
   * not. Linear, however many parts that takes: they are put together once.
   */
  find(char: string, from: number): number {
    const inWindow = this.text.indexOf(char, from);
    if (inWindow >= 0) return inWindow;
    let before = this.text.length;
    for (let n = this.taken; n < this.parts.count; n++) {
      const part = this.parts.part(n);
      const found = part.indexOf(char);
      if (found >= 0) {
        this.has(0, before + found + 1);
        return before + found;
      }
      before += part.length;
    }
    this.has(0, before);
    return -1;
  }

  /**
   * Gives back the `read` code units at the window's beginning where fewer than `left` stand behind them, and takes in twice as
   * many, so that what is copied is no more than what is won. How many were given back.
   */
  slide(read: number, left: number): number {
    if (this.text.length - read >= left || this.taken >= this.parts.count) return 0;
    this.text = this.text.slice(read);
    this.passed += read;
    this.has(0, 2 * left);
    return read;
  }

  /** Line and column, from 1, of a place in the window. */
  placeOf(at: number): { readonly line: number; readonly column: number } {
    let line = 1;
    let before = 0;
    let lineStart = 0;
    for (let n = 0; n < this.taken; n++) {
      const part = this.parts.part(n);
      const end = Math.min(part.length, this.passed + at - before);
      for (let feed = part.indexOf('\n'); feed >= 0 && feed < end; feed = part.indexOf('\n', feed + 1)) {
        line++;
        lineStart = before + feed + 1;
      }
      before += part.length;
      if (before >= this.passed + at) break;
    }
    return { line, column: this.passed + at - lineStart + 1 };
  }
}
