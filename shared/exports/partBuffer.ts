import type { ExportPart } from './exportFormat';

/** Code units collected before they are handed on: large enough that writing is quick, small enough to pause between. */
const FULL = 32_768;

/** Collects the small strings of one file of an export into parts worth handing on. */
export class PartBuffer {
  private text = '';

  constructor(private readonly file: number) {}

  add(text: string): void {
    this.text += text;
  }

  /** What was collected, once it is enough; nothing before. Called between records: `yield* out.ready()`. */
  *ready(): Generator<ExportPart, void> {
    if (this.text.length >= FULL) yield* this.rest();
  }

  /** What is left, at the end of the file. */
  *rest(): Generator<ExportPart, void> {
    if (this.text === '') return;
    const data = this.text;
    this.text = '';
    yield { file: this.file, data };
  }
}
