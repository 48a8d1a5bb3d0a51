import { describe, expect, it } from 'vitest';
import { restoreWork } from '../../../renderer/journal/restoreWork';
import { applyChange } from '../../../shared/document/change';
import { encodeStep } from '../../../shared/journal/encodeStep';
import { workOf } from '../../../shared/journal/workOf';
import { contextFor, open, sourceOf } from '../document/arbitraries';
import { changeOf } from '../document/editing';

const TEXT = '第一段。\n\n第二段。\n';

/** A journal of words typed letter by letter, and of saves between them. */
function journalOf(...list: readonly ({ type: string } | { save: string })[]): readonly string[] {
  const context = contextFor();
  let document = open(TEXT, context);
  const records: string[] = [];
  for (const [n, move] of list.entries()) {
    if ('save' in move) {
      const saving = { t: 'saving', n, hash: move.save, path: '/page.kanwu.json' };
      records.push(
        ...[{ t: 'mark', n }, saving, { t: 'saved', hash: move.save }].map(r => JSON.stringify(r)),
      );
      continue;
    }
    for (const [at, letter] of [...move.type].entries()) {
      const change = changeOf(document, { do: 'type', a: [0, 0], text: letter }, context);
      const caret = (offset: number) => ({ anchor: { index: 0, offset }, focus: { index: 0, offset } });
      const step = { label: 'type', changes: [change], at: n * 10_000 + at * 100 };
      records.push(...encodeStep({ ...step, before: caret(at), after: caret(at + 1) }, true));
      document = applyChange(document, change);
    }
  }
  return records;
}

const restored = (records: readonly string[], savedHash: string | null) =>
  restoreWork(
    { base: { source: sourceOf(TEXT), annotations: null }, annotationHash: null, records, savedHash },
    'page.kanwu.json',
    null,
  );

describe('the changes that the editor is told of', () => {
  it('are as many in the list of unsaved work as when it is opened: a word typed is one', async () => {
    const records = journalOf({ type: '前言' }, { save: 'a' }, { type: '昨日' }, { type: '重新开门' });
    expect(workOf(records).unsaved).toBe(2);
    expect(await restored(records, 'a')).toMatchObject({ sinceSave: 2, unsaved: 2, otherOnDisk: false });
  });

  it('are those since the last save, also where another program put an earlier file there again', async () => {
    const records = journalOf({ type: '甲' }, { save: 'a' }, { type: '乙' }, { save: 'b' }, { type: '次日' });
    expect(workOf(records).unsaved).toBe(1);
    // What the session has beyond that file is more, and the journal has to know of it.
    expect(await restored(records, 'a')).toMatchObject({ sinceSave: 1, unsaved: 2, otherOnDisk: true });
  });

  it('are never none where there is work: a word of which the half was saved', () => {
    const [first = '', second = ''] = journalOf({ type: '次日' });
    expect(workOf([first, ...journalOf({ save: 'a' }), second]).unsaved).toBe(1);
  });
});
