import { type ReadAnnotations, readingInSteps } from '../../shared/annotation/readAnnotations';
import { type KanwuDocument, workingText } from '../../shared/document/document';
import { type IdSource, idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import type { OpenedJournal } from '../../shared/ipc/contract';
import type { Replay, ReplayedState } from '../../shared/journal/replay';
import { replayRecords } from '../../shared/journal/replayRecords';
import { runInSlices } from '../app/timeSlices';

/** What a journal brought back. */
export interface RestoredWork {
  readonly saved: KanwuDocument;
  readonly present: ReplayedState;
  readonly ids: IdSource;
  /** Records that were good. */
  readonly taken: number;
  /** Steps, undos and redos that led from `saved` to `present`. */
  readonly unsaved: number;
  /** Of them, those since the last save: fewer where another program put an earlier file there again. */
  readonly sinceSave: number;
  /** Whether the end of the journal could not be replayed. */
  readonly cut: boolean;
  /** Whether the annotation file on the disk is none that this work was saved in. */
  readonly otherOnDisk: boolean;
}

/** The annotation file of a document: what it holds, and its text. */
export interface AnnotationsOnDisk extends ReadAnnotations {
  readonly json: string;
}

/** Runs work that yields its share (0–1) to its end; may reject, and then so does {@link restoreWork}. */
export type Run = <R>(work: Generator<number, R>) => Promise<R>;

/**
 * Replays a journal in slices. `onDisk` is null where there is no annotation file; `run` reads what the journal begins
 * with. Null where the journal brings nothing back that can be relied on: then the files count, and the journal is left as
 * it is.
 */
export async function restoreWork(
  journal: OpenedJournal,
  name: string,
  onDisk: AnnotationsOnDisk | null,
  run: Run = work => runInSlices(work),
): Promise<RestoredWork | null> {
  const opened = await openBase(journal, name, onDisk, run);
  if (!opened) return null;
  const { document: base, ids } = opened;
  const { replay, taken, fault } = await runInSlices(replayRecords(base, journal.records));
  const present = replay.state();
  const known = savedState(journal, replay, base);
  const saved = known ?? replay.saved;
  const unsaved = Math.max(0, present.moves - saved.moves);
  if (fault !== null && unsaved === 0) return null;
  // A journal never overrides a file that says otherwise.
  if (known && onDisk && !agree(known.document, onDisk.document)) return null;
  const next = Number(ids.next('b').slice(1));
  return {
    saved: saved.document,
    present,
    ids: idSource(Math.max(next, replay.highest + 1)),
    taken,
    unsaved,
    sinceSave: Math.max(0, present.moves - Math.max(saved.moves, replay.saved.moves)),
    cut: fault !== null,
    // An earlier state is on the disk only if someone put it there again.
    otherOnDisk: !known || known.moves < replay.saved.moves,
  };
}

interface Opened {
  readonly document: KanwuDocument;
  readonly ids: IdSource;
}

async function openBase(
  { base }: OpenedJournal,
  name: string,
  onDisk: AnnotationsOnDisk | null,
  run: Run,
): Promise<Opened | null> {
  if (base.annotations === null) {
    const ids = idSource();
    return { document: openSource(base.source, ids), ids };
  }
  // Mostly the file is as the journal found it, and read already.
  if (base.annotations === onDisk?.json) return onDisk;
  const reading = await run(readingInSteps(base.annotations, name));
  return reading.kind === 'read' ? reading : null;
}

/** The state the file on the disk holds; undefined where it is none of the journal's. */
function savedState(
  { savedHash, annotationHash }: OpenedJournal,
  replay: Replay,
  base: KanwuDocument,
): Pick<ReplayedState, 'document' | 'moves'> | undefined {
  // No file any more: what was last saved is still what the editor has seen as saved.
  if (savedHash === null) return replay.saved;
  const written = replay.savedWith(savedHash);
  if (written) return written;
  return savedHash === annotationHash ? { document: base, moves: 0 } : undefined;
}

function agree(a: KanwuDocument, b: KanwuDocument): boolean {
  const mentions = ({ blocks }: KanwuDocument) => blocks.reduce((n, block) => n + block.mentions.length, 0);
  return (
    a.decisions.size === b.decisions.size &&
    a.entities.size === b.entities.size &&
    mentions(a) === mentions(b) &&
    a.orphans.length === b.orphans.length &&
    workingText(a) === workingText(b)
  );
}
