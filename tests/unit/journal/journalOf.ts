import fc from 'fast-check';
import { applyChange, type Change, isNoChange, NO_CHANGE } from '../../../shared/document/change';
import type { KanwuDocument } from '../../../shared/document/document';
import { EMPTY_HISTORY, type History, record, redo, type Step, undo } from '../../../shared/document/history';
import type { EditContext } from '../../../shared/edits/context';
import { addOrphans, deleteOrphan, placeOrphan } from '../../../shared/edits/orphans';
import { encodeStep } from '../../../shared/journal/encodeStep';
import { type Replayed, replayRecords } from '../../../shared/journal/replayRecords';
import { type Action, actions } from '../document/arbitraries';
import { changeOf } from '../document/editing';

/** What a session does, and so a journal records. */
export type Move = Action | { readonly do: (typeof OTHERS)[number] };

const OTHERS = ['undo', 'redo', 'save', 'import', 'place', 'deleteOrphan'] as const;

export const moves: fc.Arbitrary<readonly Move[]> = fc
  .tuple(actions, fc.array(fc.tuple(fc.nat({ max: 30 }), fc.constantFrom(...OTHERS)), { maxLength: 14 }))
  .map(([edits, others]) => {
    const list: Move[] = [...edits];
    for (const [at, what] of others) list.splice(at, 0, { do: what } as Move);
    return list;
  });

export interface Recorded {
  readonly records: readonly string[];
  /** After each record. */
  readonly states: readonly { readonly document: KanwuDocument; readonly history: History }[];
  readonly document: KanwuDocument;
  readonly history: History;
  readonly saved: KanwuDocument;
  readonly savedHash: string | null;
}

/** Does the moves as a session would and records them. */
export function recordMoves(opened: KanwuDocument, list: readonly Move[], context: EditContext): Recorded {
  let document = opened;
  let history = EMPTY_HISTORY;
  let saved = opened;
  let savedHash: string | null = null;
  const records: string[] = [];
  const states: { document: KanwuDocument; history: History }[] = [];
  const tell = (...lines: string[]) => {
    for (const line of lines) {
      records.push(line);
      states.push({ document, history });
    }
  };
  for (const [n, move] of list.entries()) {
    if (move.do === 'undo' || move.do === 'redo') {
      const way = (move.do === 'undo' ? undo : redo)(history);
      if (!way) continue;
      document = way.changes.reduce(applyChange, document);
      history = way.history;
      tell(JSON.stringify({ t: move.do }));
    } else if (move.do === 'save') {
      saved = document;
      savedHash = `hash ${n}`;
      tell(
        JSON.stringify({ t: 'mark', n }),
        JSON.stringify({ t: 'saving', n, hash: savedHash, path: '/page.kanwu.json' }),
        JSON.stringify({ t: 'saved', hash: savedHash }),
      );
    } else {
      const change = orphanChange(document, move.do, context) ?? changeOf(document, move as Action, context);
      if (isNoChange(change)) continue;
      const caret = { index: 0, offset: 0 };
      const step: Step = {
        label: move.do,
        changes: [change],
        before: { anchor: caret, focus: caret },
        after: { anchor: caret, focus: caret },
        at: 1000 + n,
      };
      const coalesce = move.do === 'type';
      const lines = [...encodeStep(step, coalesce)];
      for (const part of lines.slice(0, -1)) tell(part);
      document = applyChange(document, change);
      history = record(history, step, coalesce);
      tell(...lines.slice(-1));
    }
  }
  return { records, states, document, history, saved, savedHash };
}

/** What becomes of the orphans; null for a move that is none of theirs. */
function orphanChange(document: KanwuDocument, move: Move['do'], context: EditContext): Change | null {
  const [orphan] = document.orphans;
  if (move === 'import') {
    const id = context.ids.next('m');
    const range = { start: 0, end: 2 };
    const words = { text: '无处', prefix: '在', suffix: '。', source: range, note: id };
    return addOrphans(document, [{ id, type: 'PER', who: '', when: '', ...range, ...words }]);
  }
  if (move === 'place') {
    const index = document.blocks.length - 1;
    return orphan ? placeOrphan(document, index, 0, 2, orphan, context) : NO_CHANGE;
  }
  if (move === 'deleteOrphan') return orphan ? deleteOrphan(document, orphan) : NO_CHANGE;
  return null;
}

export function replayAll(base: KanwuDocument, records: readonly string[]): Replayed {
  const run = replayRecords(base, records);
  for (;;) {
    const next = run.next();
    if (next.done) return next.value;
  }
}

/** Undone to its beginning and redone to its end, as the editor could. */
export function ends(document: KanwuDocument, history: History): readonly KanwuDocument[] {
  let first = document;
  for (let back = undo(history); back; back = undo(back.history))
    first = back.changes.reduce(applyChange, first);
  let last = document;
  for (let on = redo(history); on; on = redo(on.history)) last = on.changes.reduce(applyChange, last);
  return [first, last];
}
