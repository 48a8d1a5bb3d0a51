import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SUGGESTED_TYPES } from '../../../shared/suggesters';
import { parsePage } from '../../../tools/suggesters/annotatedPages';
import { emptyTallies, scoresOf, sumOf, tally } from '../../../tools/suggesters/spanScores';
import { namesIn, suggestIn, testSuggester, textBlock } from './suggestBlocks';

const PAGES = ['paper', 'notice', 'story'].map(name =>
  parsePage(readFileSync(join(import.meta.dirname, 'fixtures', `${name}.md`), 'utf8'), name, 'damaged'),
);

describe('suggestions', () => {
  it('lie within their block and say its text', () => {
    for (const page of PAGES) {
      const texts = new Map(page.blocks.map(({ block }) => [block.id, block.text]));
      const suggestions = testSuggester.suggest([...page.blocks.map(({ block }) => block)], 0.05);
      expect(suggestions.length).toBeGreaterThan(0);
      for (const { block, start, end, text, confidence, type, reason } of suggestions) {
        expect(texts.get(block)?.slice(start, end)).toBe(text);
        expect(end).toBeGreaterThan(start);
        expect(confidence).toBeGreaterThanOrEqual(0.05);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(SUGGESTED_TYPES).toContain(type);
        expect(reason.en && reason.zh).toBeTruthy();
      }
    }
  });

  it('never cross one another in a block', () => {
    const suggestions = suggestIn(
      '郑州大学第一附属医院心内科主任张伟民昨天在北京市朝阳区表示，河南省卫生健康委员会已批准。',
    );
    for (const a of suggestions) {
      for (const b of suggestions) {
        expect(a.start < b.start && b.start < a.end && a.end < b.end).toBe(false);
      }
    }
  });

  it('nest: a place in an organisation', () => {
    const names = namesIn('浙江大学校长昨天说。');
    expect(names).toContain('ORG 浙江大学');
    expect(names).toContain('LOC 浙江');
  });

  it('name the people of a byline', () => {
    expect(namesIn('本报讯（记者 王小明 李雪梅 通讯员 赵一鸣）昨日，本市降雨。')).toEqual(
      expect.arrayContaining(['PER 王小明', 'PER 李雪梅', 'PER 赵一鸣', 'DATE 昨日']),
    );
  });

  it('name a work between 《 》', () => {
    expect(namesIn('他最爱读的书是《平凡的世界》。')).toContain('WORK 平凡的世界');
  });

  it('read full-width and traditional forms', () => {
    expect(namesIn('臺北市政府昨日宣布，撥款３０萬元。')).toEqual(
      expect.arrayContaining(['DATE 昨日', 'MONEY ３０萬元']),
    );
  });

  it('are surer of a name the document has elsewhere', () => {
    const doubtful = '那天下雨，柏舟没有来。';
    const confidenceIn = (...paragraphs: string[]): number =>
      testSuggester
        .suggest([textBlock('a', doubtful), ...paragraphs.map((text, i) => textBlock(`b${i}`, text))], 0.01)
        .find(({ block, text }) => block === 'a' && text === '柏舟')?.confidence ?? 0;
    expect(confidenceIn('记者 柏舟', '校长柏舟说，明天开学。')).toBeGreaterThan(confidenceIn());
  });

  it('are none where there is nothing to tag', () => {
    expect(namesIn('他把门关上，什么也没有说。')).toEqual([]);
    expect(testSuggester.suggest([])).toEqual([]);
    expect(namesIn('', ' ')).toEqual([]);
  });

  it('hold their places in a very long block', () => {
    const sentence = '本报记者王小明昨天在上海市报道，投资3.6亿元的新桥已经通车。';
    const suggestions = suggestIn(sentence.repeat(120));
    const amounts = suggestions.filter(({ type }) => type === 'MONEY');
    expect(amounts.map(({ text }) => text)).toEqual(Array.from({ length: 120 }, () => '3.6亿元'));
    expect(amounts.map(({ start }) => start)).toEqual(
      Array.from({ length: 120 }, (_, i) => i * sentence.length + sentence.indexOf('3.6亿元')),
    );
  });

  it('leave code alone', () => {
    expect(testSuggester.suggest([textBlock('a', '2023年2月23日，北京', 'code')])).toEqual([]);
  });

  it('are the same each time, and the same in slices', () => {
    const blocks = PAGES.flatMap(page => page.blocks.map(({ block }) => block));
    const many = Array.from({ length: 12 }, (_, i) =>
      blocks.map(block => ({ ...block, id: `${i}/${block.id}` })),
    ).flat();
    const whole = testSuggester.suggest(many);
    const run = testSuggester.steps(many);
    const shares: number[] = [];
    let step = run.next();
    for (; !step.done; step = run.next()) shares.push(step.value);
    expect(step.value).toEqual(whole);
    expect(testSuggester.suggest(many)).toEqual(whole);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it('reach an F1 of 0.8 on the fixture pages', () => {
    const tallies = emptyTallies();
    for (const page of PAGES) {
      const suggestions = testSuggester.suggest(page.blocks.map(({ block }) => block));
      for (const { block, mentions } of page.blocks) {
        tally(
          tallies,
          suggestions.filter(suggestion => suggestion.block === block.id),
          mentions,
        );
      }
    }
    expect(scoresOf(sumOf(tallies)).f1).toBeGreaterThan(0.8);
  });
});
