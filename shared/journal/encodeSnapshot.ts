import { applyChange, invert } from '../document/change';
import type { KanwuDocument } from '../document/document';
import type { History } from '../document/history';
import { EMPTY_RUN } from '../document/run';
import { encodeBlock, encodeRun, OriginList } from './blockCode';
import { changeBetween } from './changeBetween';
import { encodeSavedAs, encodeStep, json } from './encodeStep';

const BLOCKS_IN_RECORD = 400;
/** A compacted journal keeps no more than about this many bytes of the history. */
export const KEPT_BYTES = 20 * 1024 * 1024;
/** Bytes a block costs in a step, measured on bulk steps; only for the bound above. */
const BYTES_OF_BLOCK = 120;

/** A whole document: `blocks` records and a `snapshot` record. A generator, so that the caller can pause. */
export function* encodeSnapshot(document: KanwuDocument): Generator<string> {
  const { source: _, lead, blocks, decisions, entities, tagset, issueDate, orphans } = document;
  for (let from = 0; from < blocks.length; from += BLOCKS_IN_RECORD) {
    const origins = new OriginList();
    const b = blocks.slice(from, from + BLOCKS_IN_RECORD).map(block => encodeBlock(block, null, 0, origins));
    yield json({ t: 'blocks', o: origins.list, b });
  }
  const origins = new OriginList();
  const leadCode = encodeRun(lead, EMPTY_RUN, origins);
  yield json({
    t: 'snapshot',
    o: origins.list,
    lead: leadCode,
    decisions: [...decisions],
    entities: [...entities],
    tagset,
    issueDate,
    orphans,
  });
}

/** What a session is at one moment, to be written as a journal of its own. */
export interface JournaledState {
  readonly document: KanwuDocument;
  readonly history: History;
  /** What was last saved, and the SHA-256 of its annotation file; null where there is none. */
  readonly saved: KanwuDocument;
  readonly savedHash: string | null;
  /** Steps, undos and redos made since. */
  readonly unsaved: number;
}

/**
 * The records of a journal that leads to a state with as much of its history as is kept: the document before the first
 * step kept, the steps, what was undone, and the way to what was last saved. O(steps kept × blocks) at most; null is only an
 * opportunity to pause.
 */
export function* encodeState({
  document,
  history,
  saved,
  savedHash,
  unsaved,
}: JournaledState): Generator<string | null> {
  const done = recentSteps(history.done);
  let first = document;
  for (const step of [...done].reverse()) {
    first = step.changes.map(invert).reverse().reduce(applyChange, first);
    yield null;
  }
  yield* encodeSnapshot(first);
  for (const step of done) yield* encodeStep(step, false);
  for (const step of [...history.undone].reverse()) yield* encodeStep(step, false);
  for (const _ of history.undone) yield json({ t: 'undo' });
  yield* encodeSavedAs([changeBetween(document, saved)], savedHash, unsaved);
}

function recentSteps(done: History['done']): History['done'] {
  let bytes = 0;
  let from = done.length;
  while (from > 0) {
    for (const { patches } of done[from - 1]?.changes ?? []) {
      for (const { after } of patches) bytes += 100 + after.length * BYTES_OF_BLOCK;
    }
    if (bytes > KEPT_BYTES) break;
    from--;
  }
  return done.slice(from);
}
