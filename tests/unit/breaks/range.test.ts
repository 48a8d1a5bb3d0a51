import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, detector } from './findBreaks';

const LINES = [
  '# 上街区召开经济工作会议',
  '会议指出，过去一年，全区上下顶住压力，主要经济指标保持平稳增长，规模以上工业增加值同比',
  '增长百分之八点三。会议要求各部门真抓实干。',
  '为助力企业发展，缓解企业经济压力，活动邀请了中',
  '国银行、工商银行三家国有银行负责人参与。',
  '— 12 —',
  '□记者 桑红梅',
  '门外常留问字客',
  '灯前不锁借书人',
  '（一）现场与企业对接',
  '| 序号 | 任务 |',
  '![图](a.png)',
  'The letter lay on the hall table for three days before anyone in the',
  'house opened it.',
];

describe('detect', () => {
  it('gives for a range what it gives for the whole, restricted to the range', () => {
    const lines = fc.array(fc.constantFrom(...LINES), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(lines, fc.nat(29), fc.nat(29), (chosen, a, b) => {
        const blocks = blocksOf(chosen.join('\n\n'));
        const survey = detector.survey(blocks);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const whole = detector.detect(blocks, survey, 0, blocks.length);
        const inside = whole.filter(({ block }) => Number(block) >= from && Number(block) < to);
        expect(detector.detect(blocks, survey, from, to)).toEqual(inside);
      }),
      { numRuns: 60 },
    );
  });

  it('depends on no block beyond its reach', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { minLength: 30, maxLength: 40 }), chosen => {
        const blocks = blocksOf(chosen.join('\n\n'));
        const survey = detector.survey(blocks);
        const at = 15;
        const near = blocks.slice(at - detector.reach, at + 1 + detector.reach);
        const whole = detector.detect(blocks, survey, at, at + 1);
        expect(detector.detect(near, survey, detector.reach, detector.reach + 1)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});
