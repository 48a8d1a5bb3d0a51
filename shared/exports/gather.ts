import type { ExportFile, ExportFormat, ExportJob, ExportReport } from './exportFormat';

/** One file of an export, in parts: putting a hundred megabytes together would hold a window up. */
export interface GatheredFile extends ExportFile {
  readonly parts: readonly (string | Uint8Array)[];
}

export interface Gathered {
  readonly files: readonly GatheredFile[];
  readonly report: ExportReport;
}

/**
 * Writes a job in a format and puts its files together. Yields after each part how much was written so far (UTF-16
 * code units and bytes together), so that a window can show it and stop.
 */
export function* gather(format: ExportFormat, job: ExportJob): Generator<number, Gathered> {
  const parts: (string | Uint8Array)[][] = format.files.map(() => []);
  const writing = format.write(job);
  let written = 0;
  for (let step = writing.next(); ; step = writing.next()) {
    if (step.done) {
      const files = format.files.map((file, n) => ({ ...file, parts: parts[n] ?? [] }));
      return { files, report: step.value };
    }
    const { file, data } = step.value;
    const list = parts[file];
    if (!list) throw new RangeError(`${format.id} has no file ${file}`);
    if (data.length > 0) list.push(data);
    written += data.length;
    yield written;
  }
}

/** A file as one: bytes where it is binary or any part of it is bytes. */
export function contentsOf({ encoding, parts }: GatheredFile): string | Uint8Array {
  const binary = encoding === 'binary' || parts.some(part => typeof part !== 'string');
  return binary ? joinedBytes(parts) : parts.join('');
}

function joinedBytes(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const encoder = new TextEncoder();
  const chunks = parts.map(part => (typeof part === 'string' ? encoder.encode(part) : part));
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
