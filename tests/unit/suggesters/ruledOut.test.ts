import { describe, expect, it } from 'vitest';
import { isRuledOut, rangeIn } from '../../../shared/suggesters/ruledOut';
import { parsePage } from '../../../tools/suggesters/annotatedPages';
import { asAnnotatedNow } from '../../../tools/suggesters/asAnnotatedNow';

describe('a range', () => {
  it.each([
    ['3月2日至3月5日', '3月2日', '3月5日'],
    ['1978年到1987年', '1978年', '1987年'],
    ['1885—1951', '1885', '1951'],
    ['周一至周五', '周一', '周五'],
  ])('%s is two dates', (text, first, second) => {
    const range = rangeIn(text);
    expect([text.slice(0, range?.firstEnd), text.slice(range?.secondStart)]).toEqual([first, second]);
  });
  it.each(['1—4月', '2024-03-18', '2024—2025赛季', '冬至', '夏至日'])('%s is none', text => {
    expect(rangeIn(text)).toBeUndefined();
  });
});

it('四成多 is no share, 四成 is', () => {
  expect(isRuledOut('占四成多', { type: 'PERCENT', start: 1, end: 4 }, false)).toBe(true);
  expect(isRuledOut('占四成多', { type: 'PERCENT', start: 1, end: 3 }, false)).toBe(false);
});

it('does not judge names', () => {
  expect(isRuledOut('每年', { type: 'PER', start: 0, end: 2 }, false)).toBe(false);
});

it('training pages are brought to the same habits', () => {
  const markup =
    '⟦DATE|每周二⟧⟦TIME|下午⟧，他⟦TIME|下午⟧去；⟦DATE|5月1日至3日⟧⟦TIME|9时许⟧，与⟦DATE|往年⟧一样。';
  const [block] = parsePage(markup, 'page', 'damaged').blocks.map(asAnnotatedNow);
  const said = (block?.mentions ?? [])
    .toSorted((a, b) => a.start - b.start)
    .map(({ type, start, end }) => `${type} ${block?.block.text.slice(start, end)}`);
  expect(said).toEqual(['DATE 周二', 'TIME 下午', 'DATE 5月1日', 'DATE 3日', 'TIME 9时']);
});
