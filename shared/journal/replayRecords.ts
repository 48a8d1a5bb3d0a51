import type { KanwuDocument } from '../document/document';
import type { JournalRecord } from './record';
import { Replay } from './replay';

export interface Replayed {
  readonly replay: Replay;
  /** How many of the records were good; those after were written for something else, or are damaged. */
  readonly taken: number;
  readonly fault: string | null;
}

/**
 * Replays records (JSON) on the document they began with, up to the first that does not fit. A generator that yields
 * after each, so that the caller can pause; what it returns is the outcome.
 */
export function* replayRecords(
  base: KanwuDocument,
  records: readonly string[],
): Generator<undefined, Replayed> {
  const replay = new Replay(base);
  for (const [taken, record] of records.entries()) {
    try {
      replay.take(JSON.parse(record) as JournalRecord);
    } catch (error) {
      return { replay, taken, fault: error instanceof Error ? error.message : String(error) };
    }
    yield;
  }
  return { replay, taken: records.length, fault: null };
}
