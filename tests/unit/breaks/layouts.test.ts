import { describe, expect, it } from 'vitest';
import { BULK_CONFIDENCE, SUGGESTED_CONFIDENCE } from '../../../shared/detectors/breaks';
import { isPageNumber } from '../../../shared/detectors/breaks/furniture';
import { blocksOf, breakAfter, detector, findBreaks, page } from './findBreaks';

const FIRST = '为助力企业发展，缓解企业经济压力，本次活动特地邀请了中';
const SECOND = '国银行、工商银行、邮储银行三家国有银行负责人参与，现场与企业对接，为企业融资搭建平台。';

describe('page numbers and running heads between the halves', () => {
  it.each(['12', '— 12 —', '· 12 ·', '第 12 页', '3 / 48', 'xiv', 'Page 7', '１２'])(
    'knows %s for a page number',
    text => {
      expect(isPageNumber(text)).toBe(true);
    },
  );

  it.each(['2024年', '12月', '第三条', '一', '3.5元', '12人参加'])('does not take %s for one', text => {
    expect(isPageNumber(text)).toBe(false);
  });

  it('offers to take a page number out with the join', () => {
    const finding = breakAfter(page(FIRST, '— 12 —', SECOND), FIRST);
    expect(finding).toMatchObject({ next: '5', between: ['4'] });
    expect(finding?.confidence).toBeGreaterThanOrEqual(SUGGESTED_CONFIDENCE);
    expect(finding?.reason.zh).toContain('页码“— 12 —”');
    expect(finding?.reason.en).toContain('page number “— 12 —”');
  });

  it('knows a running head by its coming back', () => {
    const head = (n: number) => `上街区志　第${n}页`;
    const filler = (n: number) => [
      `第${n}次会议指出，过去一年，全区上下顶住压力，主要经济指标保持平稳增长，各项工作取得新的成绩。`,
      `会议还听取了关于第${n}项工作的汇报，并就下一步的安排进行了认真的讨论，形成了一致的意见。`,
      '与会人员一致认为，必须坚持问题导向，把各项措施落到实处，确保全年目标任务圆满完成，不留遗憾。',
    ];
    const text = [1, 2, 3, 4].flatMap(n => [...filler(n), head(n)]);
    const finding = breakAfter([...text, FIRST, head(5), SECOND].join('\n\n'), FIRST);
    expect(finding?.between).toHaveLength(1);
    expect(finding?.reason.zh).toContain('书眉“上街区志　第5页”');
  });
});

describe('what stands between the halves and is no furniture', () => {
  it.each([
    ['a heading', '## 银企对接会现场', '标题“银企对接会现场”'],
    ['an image', '![现场](a.png)', '图片'],
    ['a caption', '图为银企对接会现场', '图注'],
  ])('says so of %s and never suggests the join', (_, between, zh) => {
    const finding = breakAfter(page(FIRST, between, SECOND), FIRST);
    expect(finding).toMatchObject({ next: '5', between: [] });
    expect(finding?.confidence).toBeLessThan(SUGGESTED_CONFIDENCE);
    expect(finding?.reason.zh).toContain(zh);
  });
});

const PARAGRAPHS = [
  '围绕打造国际陆港枢纽，上街区将全力加快国际陆港上街片区建设。尽快启动海关监管作业场所建设，完善集装箱装卸、班列发送、冷链仓储等多式联运基础设施，提高运营服务保障能力，确保国际班列常态化开行。',
  '围绕打造通用航空之都，上街区将强力推进通航产业综合示范区建设。着力打造全省通用机场网络主枢纽，充分发挥机场经济属性，深入推进通航制造、运营、服务三业联动发展，努力建成全国领先的示范区。',
  '围绕打造先进制造业高地，上街区将大力发展三个产业集群。强力推动空调生产基地建设，谋划布局智能家居产业，引导铝材企业向智能建造方向发展，推动更多项目尽快投产达效，早日见到成效。',
];

/** Paragraphs set in lines of `width` characters. */
function wrap(width: number, indent: string, gap: string): { text: string; ends: Set<string> } {
  const ends = new Set<string>();
  let count = 0;
  const set = PARAGRAPHS.map(paragraph => {
    const lines = (indent + paragraph).match(new RegExp(`.{1,${width}}[，。、]?`, 'g')) ?? [];
    count += lines.length;
    ends.add(String(count - 1));
    return lines.join('\n');
  });
  return { text: set.join(gap), ends };
}

describe('hard-wrapped text', () => {
  it.each([
    ['parted by blank lines', '', '\n\n'],
    ['with indented paragraphs', '　　', '\n'],
  ])('joins the lines of paragraphs %s and keeps the paragraphs apart', (_, indent, gap) => {
    const { text, ends } = wrap(20, indent, gap);
    const blocks = blocksOf(text);
    expect(detector.survey(blocks).wrap.isWrapped).toBe(true);
    const joined = findBreaks(text).filter(({ confidence }) => confidence >= SUGGESTED_CONFIDENCE);
    expect(joined.filter(({ block }) => ends.has(block))).toEqual([]);
    expect(joined.length).toBeGreaterThanOrEqual((blocks.length - ends.size) * 0.9);
    expect(joined.filter(({ confidence }) => confidence >= BULK_CONFIDENCE).length).toBeGreaterThan(
      joined.length / 2,
    );
  });

  it('is not seen in verse, whose lines are equal too', () => {
    const verse =
      '国破山河在，城春草木深。\n感时花溅泪，恨别鸟惊心。\n烽火连三月，家书抵万金。\n白头搔更短，浑欲不胜簪。'.repeat(
        2,
      );
    const blocks = blocksOf(`${verse}\n${verse}`);
    expect(detector.survey(blocks).wrap.isWrapped).toBe(false);
  });

  it('is not seen in paragraphs', () => {
    expect(detector.survey(blocksOf(page(FIRST, SECOND))).wrap.isWrapped).toBe(false);
  });
});
