import type { Contents } from '../ipc/contract';
import type { ExportFile, ExportFormat, ExportJob, ExportReport } from './exportFormat';
import { joinedBytes, joinedContents } from './joinedContents';

/** One file of an export, in parts: putting a hundred megabytes together would hold a window up. */
export interface GatheredFile extends ExportFile {
  readonly parts: readonly Contents[];
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
  const parts: Contents[][] = format.files.map(() => []);
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
export function contentsOf({ encoding, parts }: GatheredFile): Contents {
  return encoding === 'binary' ? joinedBytes(parts) : joinedContents(parts);
}
