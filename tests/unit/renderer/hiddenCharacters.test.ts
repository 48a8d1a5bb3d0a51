import { describe, expect, it } from 'vitest';
import { hiddenCharacters } from '../../../renderer/editor/hiddenCharacters';
import { readPaint, runsOf } from '../../../renderer/editor/runs';
import { toTextBlock } from '../../../shared/document/block';
import { DEFAULT_TAGSET } from '../../../shared/document/tagset';
import { open } from '../document/arbitraries';

const labels = (text: string, invisible: boolean) => hiddenCharacters(text, invisible).map(c => c.label);

describe('characters without a shape', () => {
  it('that turn the direction are always shown', () => {
    expect(labels('a\u202eb\u2066c\u2069\u200fd', false)).toEqual(['RLO', 'LRI', 'PDI', 'RLM']);
  });

  it('of no width are shown on request', () => {
    expect(labels('中\u200b国\ufeff银\u00a0行\u2060', false)).toEqual([]);
    expect(labels('中\u200b国\ufeff银\u00a0行\u2060', true)).toEqual(['ZWSP', 'BOM', 'NBSP', 'WJ']);
  });

  it('a joiner within an emoji is part of it', () => {
    expect(labels('👩‍👩‍👧 क\u200dष', true)).toEqual(['ZWJ']);
  });

  it('stand in a run of their own, in a mention too, and no text is lost', () => {
    const [block] = open('左\u202e右边').blocks;
    if (!block) throw new Error('no block');
    const mention = { id: 'm1', type: 'PER', start: 0, end: 4, who: '', when: '' };
    const runs = runsOf({ ...block, mentions: [mention] }, DEFAULT_TAGSET, {
      seams: true,
      invisible: false,
      locale: 'en',
    });
    expect(runs.map(run => run.text)).toEqual(['左', '\u202e', '右边']);
    expect(runs.map(run => readPaint(run.paint).hidden)).toEqual(['', 'RLO', '']);
    expect(readPaint(runs[1]?.paint ?? '').mentions.map(m => m.id)).toEqual(['m1']);
    expect(toTextBlock(block).text).toBe(runs.map(run => run.text).join(''));
  });
});
