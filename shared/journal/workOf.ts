import { MoveCounter } from './moveCounter';
import { type JournalRecord, WORK_RECORD } from './record';

/** What a journal's records tell without being replayed. */
export interface JournalWork {
  /** Steps, undos and redos since the last save; 1 where all there is joined a step that was saved. */
  readonly unsaved: number;
  readonly aside: boolean;
  /** SHA-256 of the annotation file last written; null before the first. */
  readonly hash: string | null;
  /** Where that was written; null before the first save. */
  readonly path: string | null;
}

/** Reads off a journal whether it holds unsaved work. O(records); only the short ones are parsed. */
export function workOf(records: readonly string[]): JournalWork {
  const moves = new MoveCounter();
  let taken = 0;
  const here = () => ({ moves: moves.count, taken });
  let saved = here();
  let aside = false;
  let hash: string | null = null;
  let path: string | null = null;
  const marks = new Map<number, ReturnType<typeof here>>();
  const writing = new Map<string, { at: ReturnType<typeof here>; path: string }>();
  for (const record of records) {
    if (WORK_RECORD.test(record)) {
      moves.take(record);
      taken++;
      continue;
    }
    if (/^\{"t":"(?:part|blocks|snapshot|base)"/.test(record)) continue;
    const read = JSON.parse(record) as JournalRecord;
    if (read.t === 'mark') marks.set(read.n, here());
    else if (read.t === 'saving')
      writing.set(read.hash, { at: marks.get(read.n) ?? here(), path: read.path });
    else if (read.t === 'saved') {
      const written = writing.get(read.hash);
      saved = written?.at ?? here();
      path = written?.path ?? path;
      hash = read.hash;
    } else if (read.t === 'savedAs') {
      saved = { moves: moves.count - read.unsaved, taken: taken - read.unsaved };
      hash = read.hash;
    } else if (read.t === 'clean' || read.t === 'dropped') saved = here();
    else if (read.t === 'aside') aside = read.on;
  }
  return { unsaved: Math.max(taken > saved.taken ? 1 : 0, moves.count - saved.moves), aside, hash, path };
}
