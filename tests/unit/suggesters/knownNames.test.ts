import { describe, expect, it } from 'vitest';
import { createEvidenceCache, type KnownNames, type Suggestion } from '../../../shared/suggesters';
import { indexKnownNames } from '../../../shared/suggesters/knownNames';
import { testSuggester, textBlock } from './suggestBlocks';

const accepted = (...names: readonly (readonly [string, string])[]): KnownNames => ({
  accepted: names.map(([text, type]) => ({ text, type, from: 'document' as const })),
  dismissed: [],
});

function suggestKnowing(known: KnownNames, ...paragraphs: string[]): Suggestion[] {
  return testSuggester.suggest(
    paragraphs.map((text, index) => textBlock(String(index), text)),
    undefined,
    known,
  );
}
const namesKnowing = (known: KnownNames, ...paragraphs: string[]): string[] =>
  suggestKnowing(known, ...paragraphs).map(({ type, text }) => `${type} ${text}`);
const foundIn = (known: KnownNames, text: string): string[] =>
  indexKnownNames(known)
    .find(text)
    .map(({ name, start, end }) => `${name.type} ${text.slice(start, end)} ${start}`);

describe('accepted names', () => {
  it('are suggested at every occurrence, surely and with where they come from', () => {
    const known = { accepted: [{ text: '上街区', type: 'LOC', from: 'gazetteer' as const }], dismissed: [] };
    const suggestions = suggestKnowing(known, '上街区将发展。', '他去了上街区。').filter(
      ({ text }) => text === '上街区',
    );
    expect(suggestions.map(({ block, start }) => [block, start])).toEqual([
      ['0', 0],
      ['1', 3],
    ]);
    for (const { confidence, reason } of suggestions) {
      expect(confidence).toBeGreaterThanOrEqual(0.9);
      expect(reason).toEqual({ en: 'Listed in a gazetteer', zh: '列于已载入的名录' });
    }
  });

  it('may have any type of the tagset', () => {
    expect(namesKnowing(accepted(['红船号', 'SHIP']), '红船号靠了岸。')).toContain('SHIP 红船号');
  });

  it('take the place of the model’s own type for the same text', () => {
    const names = namesKnowing(accepted(['北京', 'ORG']), '他昨天去了北京。');
    expect(names).toContain('ORG 北京');
    expect(names).not.toContain('LOC 北京');
  });

  it('are found in traditional characters and full width too', () => {
    expect(foundIn(accepted(['台北', 'LOC'], ['AB厂', 'ORG']), '臺北的ＡＢ厂')).toEqual([
      'LOC 臺北 0',
      'ORG ＡＢ厂 3',
    ]);
  });

  it('do not lie inside a longer known name', () => {
    const known = accepted(['中国', 'LOC'], ['中国银行', 'ORG'], ['银行业', 'X']);
    expect(foundIn(known, '中国银行业，中国')).toEqual(['ORG 中国银行 0', 'LOC 中国 6']);
  });

  it('are not part of a longer number or Latin word', () => {
    const known = accepted(['3日', 'DATE'], ['三日', 'DATE'], ['Smith', 'PER']);
    expect(foundIn(known, '13日、十三日、Smithson')).toEqual([]);
    expect(foundIn(known, '3日、三日、Smith说')).toHaveLength(3);
  });

  it('are doubtful where they cut through words', () => {
    expect(namesKnowing(accepted(['高明', 'PER']), '成绩提高明显。')).toEqual([]);
    expect(namesKnowing(accepted(['高明', 'PER']), '高明来了。')).toEqual(['PER 高明']);
  });

  it('of one character are left to the model', () => {
    expect(foundIn(accepted(['江', 'LOC']), '江边')).toEqual([]);
  });
});

describe('dismissed names', () => {
  it('are suggested no more with that type', () => {
    const text = '浙江大学校长昨天说。';
    const dismissed = { accepted: [], dismissed: [{ text: '浙江大学', type: 'ORG' }] };
    expect(namesKnowing(accepted(), text)).toContain('ORG 浙江大学');
    expect(namesKnowing(dismissed, text)).not.toContain('ORG 浙江大学');
    expect(namesKnowing(dismissed, text)).toContain('LOC 浙江');
  });

  it('win over accepted ones of the same type', () => {
    const both = { ...accepted(['甲乙丙', 'X']), dismissed: [{ text: '甲乙丙', type: 'X' }] };
    expect(foundIn(both, '甲乙丙')).toEqual([]);
  });
});

it('a cache changes nothing but the time', () => {
  const blocks = ['记者王小明昨天在上海市报道。', '王小明说，投资3.6亿元。'].map((text, i) =>
    textBlock(String(i), text),
  );
  const edited = blocks.map((block, i) => (i === 1 ? { ...block, text: `${block.text}他很高兴。` } : block));
  const cache = createEvidenceCache();
  for (const version of [blocks, edited, edited.slice(1), blocks]) {
    const run = testSuggester.steps(version, 0.3, undefined, cache);
    let step = run.next();
    while (!step.done) step = run.next();
    expect(step.value).toEqual(testSuggester.suggest(version, 0.3));
  }
});
