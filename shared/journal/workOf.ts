import { type JournalRecord, WORK_RECORD } from './record';

/** What a journal's records tell without being replayed. */
export interface JournalWork {
  /** Steps, undos and redos that are in no annotation file. */
  readonly unsaved: number;
  readonly aside: boolean;
  /** SHA-256 of the annotation file last written; null before the first. */
  readonly hash: string | null;
  /** Where that was written; null before the first save. */
  readonly path: string | null;
}

/** Reads off a journal whether it holds unsaved work. O(records); only the short ones are parsed. */
export function workOf(records: readonly string[]): JournalWork {
  let work = 0;
  let unsavedAt = 0;
  let aside = false;
  let hash: string | null = null;
  let path: string | null = null;
  const marks = new Map<number, number>();
  const writing = new Map<string, { at: number; path: string }>();
  for (const record of records) {
    if (WORK_RECORD.test(record)) {
      work++;
      continue;
    }
    if (/^\{"t":"(?:part|blocks|snapshot|base)"/.test(record)) continue;
    const read = JSON.parse(record) as JournalRecord;
    if (read.t === 'mark') marks.set(read.n, work);
    else if (read.t === 'saving') writing.set(read.hash, { at: marks.get(read.n) ?? work, path: read.path });
    else if (read.t === 'saved') {
      const written = writing.get(read.hash);
      unsavedAt = written?.at ?? work;
      path = written?.path ?? path;
      hash = read.hash;
    } else if (read.t === 'savedAs') {
      unsavedAt = work - read.unsaved;
      hash = read.hash;
    } else if (read.t === 'clean' || read.t === 'dropped') unsavedAt = work;
    else if (read.t === 'aside') aside = read.on;
  }
  return { unsaved: Math.max(0, work - unsavedAt), aside, hash, path };
}
