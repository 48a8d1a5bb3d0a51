import { describe, expect, it } from 'vitest';
import { BULK_CONFIDENCE, LEAST_CONFIDENCE } from '../../../shared/detectors/breaks';
import { breakAfter, findBreaks, page } from './findBreaks';

const HALF = '为助力企业发展，缓解企业经济压力，活动邀请了中';

describe('places that are never joined', () => {
  it.each([
    ['a marked heading', '## 国银行支持企业发展'],
    ['a table row', '| 国银行 | 三家 |'],
    ['an image', '![国银行](bank.png)'],
    ['a rule', '---'],
    ['a code fence', '```'],
    ['a byline', '□记者 桑红梅 文/图'],
    ['a report of its own', '本报讯（记者 李明）昨日，三家国有银行负责人来到上街区，现场与企业对接。'],
  ])('before %s', (_, next) => {
    expect(breakAfter(page(HALF, next), HALF)).toBeUndefined();
  });

  it('after a marked heading', () => {
    expect(
      breakAfter(page('## 活动邀请了中', '国银行、工商银行、邮储银行三家国有银行负责人参与。'), '邀请了中'),
    ).toBeUndefined();
  });

  it('after the end of a sentence', () => {
    expect(
      findBreaks(page('活动邀请了三家国有银行的负责人参与。', '现场与企业对接，为企业融资搭建平台。')),
    ).toEqual([]);
  });

  it('between items of a list', () => {
    const list = page(
      '活动有三项安排',
      '（一）现场与企业对接，为企业融资搭建平台',
      '（二）邀请三家国有银行负责人参与，提供服务',
    );
    for (const { confidence } of findBreaks(list)) expect(confidence).toBeLessThan(BULK_CONFIDENCE);
  });
});

describe('places where a join is at most suggested', () => {
  it('speech after a verb of speaking', () => {
    const finding = breakAfter(
      page(
        '老人想了一会儿，慢慢地站起身来，对着门口的孩子们说，',
        '“你们先回去吧，明天再来，我把剩下的故事讲完。”',
      ),
      '孩子们说，',
    );
    expect(finding?.confidence ?? 0).toBeLessThan(BULK_CONFIDENCE);
  });

  it('lines of verse', () => {
    const verse = [
      '灯前不锁借书人',
      '门外常留问字客',
      '一溪灯火是谁家',
      '雨停各向东西去',
      '廊下避雨三五客',
      '不问姓名先让茶',
    ];
    const findings = findBreaks(page('诗云：', ...verse, '写完以后，他把笔放下了。'));
    expect(findings.filter(({ confidence }) => confidence > LEAST_CONFIDENCE + 0.3)).toEqual([]);
  });

  it('names and places under a notice', () => {
    const list = [
      '石盘河乡人民政府',
      '羊角堰镇人民政府',
      '云栖县农业农村局',
      '云栖县乡村振兴局',
      '2024年5月15日',
    ];
    expect(findBreaks(page(...list))).toEqual([]);
  });
});
