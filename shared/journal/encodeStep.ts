import type { Block } from '../document/block';
import type { Change, Patch } from '../document/change';
import type { Step } from '../document/history';
import type { Origin } from '../document/piece';
import { type BlockCode, encodeBlock, OriginList } from './blockCode';
import { type ChangeCode, CONTINUED, encodeSelection, type JournalRecord, type PatchCode } from './record';

/** Blocks in one record: about as many as are encoded in 2 ms. */
const MOST = 400;

/**
 * The records of a step, each as JSON: `part` for what is too much for one, then `step`. A generator, so that the
 * caller can pause after each; none takes longer than a few milliseconds.
 */
export function* encodeStep(step: Step, joinsTyping: boolean): Generator<string> {
  const { codes, origins, parts } = encodeChanges(step.changes);
  yield* parts;
  yield json({
    t: 'step',
    label: step.label,
    at: step.at,
    b: encodeSelection(step.before),
    a: encodeSelection(step.after),
    j: joinsTyping ? 1 : 0,
    o: origins(),
    changes: codes(),
  });
}

/** The records of the way from the state of the moment to the one saved, see `savedAs`. */
export function* encodeSavedAs(
  changes: readonly Change[],
  hash: string | null,
  unsaved: number,
): Generator<string> {
  const { codes, origins, parts } = encodeChanges(changes);
  yield* parts;
  yield json({ t: 'savedAs', hash, unsaved, o: origins(), changes: codes() });
}

interface EncodedChanges {
  /** To be taken first. */
  readonly parts: Generator<string>;
  readonly codes: () => readonly ChangeCode[];
  readonly origins: () => readonly Origin[];
}

function encodeChanges(changes: readonly Change[]): EncodedChanges {
  const codes: ChangeCode[] = [];
  const origins = new OriginList();
  /** Origins already written; the list goes on through all records of the step. */
  let written = 0;
  const newOrigins = () => {
    const from = written;
    written = origins.list.length;
    return origins.list.slice(from);
  };
  function* parts(): Generator<string> {
    for (const [c, { patches, ...rest }] of changes.entries()) {
      let waiting: PatchCode[] = [];
      let size = 0;
      for (const patch of patches) {
        for (const [code, blocks] of patchCodes(patch, origins)) {
          waiting.push(code);
          size += blocks + 1;
          if (size < MOST) continue;
          yield json({ t: 'part', c, o: newOrigins(), p: waiting });
          waiting = [];
          size = 0;
        }
      }
      codes.push({ p: waiting, ...rest });
    }
  }
  return { parts: parts(), codes: () => codes, origins: newOrigins };
}

function* patchCodes(
  { at, before, after }: Patch,
  origins: OriginList,
): Generator<readonly [PatchCode, number]> {
  const numberOf = numbersOf(before, after.length);
  for (let from = 0; from === 0 || from < after.length; from += MOST) {
    const blocks = after
      .slice(from, from + MOST)
      .map(block => blockCode(block, before, numberOf(block.id), origins));
    const code: PatchCode =
      from === 0 ? [at, before.length, textLength(before), blocks] : [CONTINUED, 0, 0, blocks];
    yield [code, blocks.length];
  }
}

function blockCode(block: Block, before: readonly Block[], was: number, origins: OriginList): BlockCode {
  return encodeBlock(block, before[was] ?? null, was, origins);
}

/** Looks up which of the blocks has an id, -1 for none; a table only where there is much to look up. */
function numbersOf(before: readonly Block[], lookups: number): (id: string) => number {
  if (lookups <= 8) return id => before.findIndex(block => block.id === id);
  const numbers = new Map(before.map((block, n) => [block.id, n]));
  return id => numbers.get(id) ?? -1;
}

/** Of the blocks' text, UTF-16 code units. */
export function textLength(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { body }) => sum + body.text.length, 0);
}

export function json(record: JournalRecord): string {
  return JSON.stringify(record);
}
