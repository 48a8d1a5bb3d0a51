import { expect, it } from 'vitest';
import { compareDocuments } from '../../../shared/annotation/compareDocuments';
import { applyChange } from '../../../shared/document/change';
import { contextFor, open } from '../document/arbitraries';
import { changeOf } from '../document/editing';

it('two documents are compared by what they hold, not by who made it or when', () => {
  const context = contextFor();
  const source = open('第一段文字。\n\n第二段文字。\n', context);
  const type = { do: 'type', a: [0, 0.5], text: '好' } as const;
  const tag = { do: 'tag', a: [0.9, 0.2], length: 2 } as const;
  const mine = applyChange(source, changeOf(source, type, context));
  const same = applyChange(source, changeOf(source, type, contextFor(900)));
  expect(compareDocuments(mine, same).differences).toEqual([]);
  const theirs = applyChange(same, changeOf(same, tag, context));
  expect(compareDocuments(mine, theirs)).toEqual({
    counts: {
      correction: { mine: 0, theirs: 0 },
      mention: { mine: 0, theirs: 1 },
      decision: { mine: 0, theirs: 0 },
    },
    differences: [{ what: 'mention', side: 'theirs', at: 9, text: 'PER 二段', answer: null }],
  });
  const both = compareDocuments(source, theirs, 1);
  expect(both.counts.correction.theirs).toBe(1);
  expect(both.differences).toEqual([
    { what: 'correction', side: 'theirs', at: 3, text: '第一段〔∅ → 好〕文字。⏎⏎', answer: null },
  ]);
});
