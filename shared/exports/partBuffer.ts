import type { ExportPart } from './exportFormat';

/** Code units collected before they are handed on: large enough that writing is quick, small enough to pause between. */
const FULL = 32_768;

/** Collects the small strings of one file of an export into parts worth handing on. */
export class PartBuffer {
  private pieces: string[] = [];
  private length = 0;

  constructor(private readonly file: number) {}

  add(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
  }

  /** What was collected, once it is enough; nothing before. Called between records: `yield* out.ready()`. */
  *ready(): Generator<ExportPart, void> {
    if (this.length >= FULL) yield* this.rest();
  }

  /** What is left, at the end of the file. */
  *rest(): Generator<ExportPart, void> {
    if (this.length === 0) return;
    // Joined, for a sum of many small strings would be kept as a tree of them, and the collector walks it again and again.
    const data = this.pieces.join('');
    this.pieces = [];
    this.length = 0;
    yield { file: this.file, data };
  }
}
