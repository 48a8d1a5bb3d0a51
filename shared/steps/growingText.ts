/** Pieces put together at once. */
const MOST = 2000;

/**
 * A long text made of many small pieces, put together as they come: to join half a million of them in the end is one step of
 * 50 ms, and a sum of them a tree that the garbage collector walks again and again.
 */
export class GrowingText {
  /** Of the text so far, UTF-16 code units. */
  length = 0;
  private readonly parts: string[] = [];
  private open: string[] = [];

  add(piece: string): void {
    this.length += piece.length;
    if (this.open.push(piece) < MOST) return;
    this.parts.push(this.open.join(''));
    this.open = [];
  }

  whole(): string {
    return this.inParts().join('');
  }

  /** The text so far in longer parts. */
  inParts(): readonly string[] {
    return this.open.length === 0 ? this.parts : [...this.parts, this.open.join('')];
  }
}
