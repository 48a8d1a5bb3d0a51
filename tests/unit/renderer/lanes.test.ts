import { describe, expect, it } from 'vitest';
import { lanesOf } from '../../../renderer/editor/lanes';
import { readPaint, runsOf } from '../../../renderer/editor/runs';
import { compareMentions } from '../../../shared/document/mention';
import { DEFAULT_TAGSET } from '../../../shared/document/tagset';
import { open } from '../document/arbitraries';

const mention = (id: string, start: number, end: number) => ({
  id,
  type: 'LOC',
  start,
  end,
  who: '',
  when: '',
});

/** Lanes by id, of extents given by id. */
function lanes(extents: Readonly<Record<string, readonly [number, number]>>): Record<string, number> {
  const mentions = Object.entries(extents).map(([id, [start, end]]) => mention(id, start, end));
  return Object.fromEntries(lanesOf(mentions.sort(compareMentions)));
}

describe('the lines under mentions', () => {
  it('of nested mentions lie the further out the more they hold', () => {
    expect(lanes({ outer: [0, 9], middle: [0, 6], inner: [2, 4], other: [7, 9] })).toEqual({
      inner: 0,
      middle: 1,
      other: 0,
      outer: 2,
    });
  });

  it('of crossing mentions keep apart all along', () => {
    expect(lanes({ a: [0, 4], b: [2, 6], c: [4, 8] })).toEqual({ a: 0, c: 0, b: 1 });
  });

  it('of mentions of the same words lie under one another', () => {
    expect(lanes({ m1: [0, 4], m2: [0, 4] })).toEqual({ m2: 0, m1: 1 });
  });

  it('of mentions side by side are one', () => {
    expect(lanes({ a: [0, 2], b: [2, 4], c: [5, 6] })).toEqual({ a: 0, b: 0, c: 0 });
  });
});

it('runs say of each mention where it begins and ends and on which line it is', () => {
  const [block] = open('临江市人民政府').blocks;
  if (!block) throw new Error('a block');
  const mentions = [mention('m1', 0, 7), { ...mention('m2', 0, 3), type: 'a\tb' }];
  const shown = { seams: false, invisible: false, locale: 'zh' } as const;
  const runs = runsOf({ ...block, mentions }, DEFAULT_TAGSET, shown);
  expect(runs.map(run => run.text)).toEqual(['临江市', '人民政府']);
  const { mentions: painted } = readPaint(runs[0]?.paint ?? '');
  expect(painted.map(m => [m.id, m.type, m.spoken, m.starts, m.ends, m.lane])).toEqual([
    ['m1', 'LOC', '地名 临江市人民政府', true, false, 1],
    ['m2', 'a\tb', 'a\tb', true, true, 0],
  ]);
});
