import type { ExportPart } from './exportFormat';

/** Code units collected before they are handed on. */
const FULL = 65_536;

/**
 * Collects text of one file a code unit at a time. For formats with a row for each character: millions of small strings put
 * together cost seconds of garbage collection, a buffer costs none.
 */
export class UnitBuffer {
  private units = new Uint16Array(FULL * 2);
  private length = 0;
  private readonly decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

  constructor(private readonly file: number) {}

  /** A code unit; halves of a surrogate pair one after the other. */
  add(unit: number): void {
    if (this.length === this.units.length) {
      const larger = new Uint16Array(this.units.length * 2);
      larger.set(this.units);
      this.units = larger;
    }
    this.units[this.length++] = unit;
  }

  addText(text: string): void {
    for (let at = 0; at < text.length; at++) this.add(text.charCodeAt(at));
  }

  /** What was collected, once it is enough; nothing before. Called between records: `yield* out.ready()`. */
  *ready(): Generator<ExportPart, void> {
    if (this.length >= FULL) yield* this.rest();
  }

  /** What is left, at the end of the file. */
  *rest(): Generator<ExportPart, void> {
    if (this.length === 0) return;
    const data = this.decoder.decode(this.units.subarray(0, this.length));
    this.length = 0;
    yield { file: this.file, data };
  }
}
