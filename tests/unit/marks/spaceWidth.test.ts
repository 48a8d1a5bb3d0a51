import { describe, expect, it } from 'vitest';
import { shown, shownInText } from './detect';

describe('a stray space is found', () => {
  it('inside a word', () => {
    expect(shown('车上下来植 物研究所的几位先生，他们带来了三箱标本。', 'space')).toEqual([' →']);
  });
  it('before a closing mark', () => {
    expect(shown('今年全市粮食产量达到45万吨 ，创历史新高。', 'space')).toEqual([' →']);
  });
  it('inside a number', () => {
    expect(shown('主队以108比9 7战胜客队，结束了连败，球迷欢呼起来。', 'space')).toEqual([' →']);
  });
});

describe('a space is left alone', () => {
  it.each([
    ['between the parts of a title', '# 简流程 送政策 强服务'],
    ['in a byline', '本报讯（记者 武建玲 通讯员 赵东东 王晓宁）会议要求，各部门要密切配合，抓好落实。'],
    ['between Han and Latin or digits', '使用 Vue 的开发者约有 30 万人，其中 2 万人在 北京，都装了 Node。'],
    ['between groups of thousands', '共收购粮食7 312万吨，外贸进口矿石4 106万吨，比上年增长。'],
    ['after the number of an article', '第十七条 人民法院应当自收到之日起七日内立案，并通知当事人。'],
    ['in columns', '白菜 1.2　萝卜 0.8　土豆 1.5　鸡蛋 4.9'],
    ['as full-width indentation', '　　会议要求，各部门要密切配合，抓好落实。'],
  ])('%s', (_, line) => expect(shown(line, 'space')).toEqual([]));
});

describe('a mark of the wrong width is found', () => {
  it('half-width in a full-width text', () => {
    expect(shown('他去年就退休了,现在每天来这里帮忙，一分钱也不要。', 'width')).toEqual([',→，']);
  });
  it('as a pair of parentheses, both or none', () => {
    expect(shown('他是社区的书记(兼主任)，已经干了十二年。', 'width')).toEqual(['(兼主任)→（兼主任）']);
  });
  it('alone where its partner has the right width', () => {
    expect(shown('姚女贞(1919—1997），本村人，能诗善画，著述甚多。', 'width')).toEqual(['(→（']);
  });
  it('full-width in a half-width text', () => {
    const text = '一月,天冷.二月,下雪,路滑,人少.三月,花开,人多,车多.四月,雨多,五月,天热,麦黄，六月,收割.';
    expect(shownInText(text, 'width')).toEqual(['，→,']);
  });
});

describe('a half-width mark is left alone', () => {
  it.each([
    ['in numbers and times', '会议10:30开始，发放补贴1,000元，比例为3:2，版本为v2.0。'],
    ['in addresses', '详见https://example.com/a,b?c=1或发邮件至a.b@example.com。'],
    ['in a code span', '请运行`npm run build, test`命令，然后重启。'],
    ['after the number of a list', '1.受理申请，2.审核材料，3.发放证件。'],
    ['in parentheses around Latin', '框架Vue (v3.0)已经发布，欢迎试用。'],
  ])('%s', (_, line) => expect(shown(line, 'width')).toEqual([]));

  it('where the text is half-width throughout', () => {
    const text =
      '本报讯(记者 武建玲)2月23日,大会开幕.\n\n会上,代表们说:“今年,要把实事办好,把路修好.”\n\n明年,还要再修三条路;后年,再修两条.';
    expect(shownInText(text, 'width')).toEqual([]);
  });
});
