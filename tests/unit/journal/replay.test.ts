import { describe, expect, it } from 'vitest';
import { applyChange, blockChange, type Change } from '../../../shared/document/change';
import type { KanwuDocument } from '../../../shared/document/document';
import { depthOf, EMPTY_HISTORY, KEPT_STEPS, record } from '../../../shared/document/history';
import { joinBlocks } from '../../../shared/edits/structure';
import { encodeStep } from '../../../shared/journal/encodeStep';
import { frameRecord } from '../../../shared/journal/frame';
import { contextFor, open } from '../document/arbitraries';
import { changeOf } from '../document/editing';
import { ends, replayAll } from './journalOf';

const stepOf = (change: Change) => ({ label: 'x', changes: [change], before: null, after: null, at: 0 });

describe('a journal of typing', () => {
  it('takes some hundred bytes a character, also in a paragraph of many corrections', () => {
    const context = contextFor();
    let document: KanwuDocument = open(`${'修订前的文字。'.repeat(700)}\n`, context);
    const sizes: number[] = [];
    for (let n = 0; n < 600; n++) {
      const change = changeOf(document, { do: 'type', a: [0, ((n * 37) % 599) / 600], text: '好' }, context);
      const line = [...encodeStep(stepOf(change), true)].join('\n');
      sizes.push(frameRecord(line).length);
      document = applyChange(document, change);
    }
    expect(Math.max(...sizes)).toBeLessThan(400);
  });
});

describe('a step of 20,000 blocks', () => {
  it('is written in records of a few milliseconds each, and counts only when all of them are there', () => {
    const context = contextFor();
    const text = '上街区将大\n\n力发展了。\n\n'.repeat(10_000);
    const opened = open(text, context);
    const join = { glue: '', dropHyphen: false, skip: 0 } as const;
    const change = blockChange(
      ...opened.blocks.flatMap((_, n) =>
        n % 2 === 0 ? joinBlocks(opened, n, join, context).change.patches : [],
      ),
    );
    const records = [...encodeStep(stepOf(change), false)];
    expect(records.length).toBeGreaterThan(10);
    const whole = replayAll(open(text), records);
    expect(whole.fault).toBeNull();
    expect(whole.replay.state().document).toEqual(applyChange(opened, change));
    const torn = replayAll(open(text), records.slice(0, -1));
    expect(torn.replay.state().document).toEqual(opened);
  });
});

describe('a journal of more steps than are kept', () => {
  it('counts them all, and undoes the last thousand', () => {
    const context = contextFor();
    const opened = open('一天的工作。\n', context);
    let document = opened;
    let history = EMPTY_HISTORY;
    const states = [opened];
    const records: string[] = [];
    for (let n = 0; n < KEPT_STEPS + 7; n++) {
      const change = changeOf(document, { do: 'type', a: [0, 0.5], text: '好' }, context);
      records.push(...encodeStep(stepOf(change), false));
      document = applyChange(document, change);
      history = record(history, stepOf(change), false);
      states.push(document);
    }
    expect([history.done.length, depthOf(history)]).toEqual([KEPT_STEPS, KEPT_STEPS + 7]);
    const replayed = replayAll(open('一天的工作。\n'), records).replay.state();
    expect(replayed.moves).toBe(KEPT_STEPS + 7);
    expect(replayed.document).toEqual(document);
    const [first] = ends(replayed.document, replayed.history);
    expect(first).toEqual(states[7]);
  });
});

describe('a journal of another text', () => {
  it('is not applied', () => {
    const context = contextFor();
    const document = open('第一段。\n\n第二段。\n', context);
    const change = changeOf(document, { do: 'type', a: [0.9, 0.5], text: '好' }, context);
    const records = [...encodeStep(stepOf(change), false)];
    const { replay, taken, fault } = replayAll(open('第一段。\n\n第二段话。\n'), records);
    expect(taken).toBe(0);
    expect(fault).toContain('another state');
    expect(replay.state().history.done).toEqual([]);
  });
});
