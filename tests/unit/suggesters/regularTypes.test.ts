import { describe, expect, it } from 'vitest';
import { readableText } from '../../../shared/suggesters/readableText';
import { findRegular } from '../../../shared/suggesters/regularTypes';

/** The longest matches of one type. */
function found(type: string, text: string): string[] {
  const matches = findRegular(readableText(text)).filter(match => match.type === type);
  return matches
    .filter(
      a =>
        !matches.some(
          b => b !== a && b.start <= a.start && b.end >= a.end && b.end - b.start > a.end - a.start,
        ),
    )
    .map(({ start, end }) => text.slice(start, end))
    .filter((match, index, all) => all.indexOf(match) === index);
}

describe('dates', () => {
  it.each([
    ['2月23日下发通知', '2月23日'],
    ['于2023年2月23日起施行', '2023年2月23日'],
    ['二〇二三年十月建成', '二〇二三年十月'],
    ['７月10日至16日停水', '７月10日'],
    ['７月10日至16日停水', '16日'],
    ['（1885—1951）', '1885'],
    ['（1885—1951）', '1951'],
    ['全部建成.2022年6月投产', '2022年6月'],
    ['每周五停电', '周五'],
    ['每年5月第四周宣传', '5月第四周'],
    ['20世纪90年代建', '20世纪90年代'],
    ['1990年代建', '1990年代'],
    ['2023年世界读书日那天', '2023年世界读书日'],
    ['从昨晚守到今早', '今早'],
    ['民国113年3月12日发文', '民国113年3月12日'],
    ['机场今日12时起取消', '今日'],
    ['今年春季学期起', '今年春季学期'],
    ['光绪三十一年建祠', '光绪三十一年'],
    ['民国二十年，大水', '民国二十年'],
    ['今年一季度增长', '今年一季度'],
    ['去年冬天很冷', '去年冬天'],
    ['昨天上午开会', '昨天'],
    ['上周六下雨', '上周六'],
    ['腊月二十八写春联', '腊月二十八'],
    ['三年后再来', '三年后'],
    ['上世纪八十年代末的楼', '上世纪八十年代末'],
    ['發佈於2024-03-18', '2024-03-18'],
    ['建于2O05年，', '2O05年'],
  ])('finds the date in %s', (text, date) => {
    expect(found('DATE', text)).toContain(date);
  });
  it.each([
    '青年轮值',
    '一年级学生',
    '当天线断了',
    '生日快乐',
    '全年龄段',
    '经过三十日即视为送达',
    '与往年不同',
  ])('finds none in %s', text => {
    expect(found('DATE', text)).toEqual([]);
  });
});

describe('times', () => {
  it.each([
    ['上午9时30分开始', '上午9时30分'],
    ['晚上七点半散场', '晚上七点半'],
    ['10:30开门', '10:30'],
    ['下午３点４０分', '下午３点４０分'],
    ['凌晨两点', '凌晨两点'],
  ])('finds the time in %s', (text, time) => {
    expect(found('TIME', text)).toContain(time);
  });
  it('finds a part of the day next to its date only', () => {
    expect(found('TIME', '3月2日下午开会')).toEqual(['下午']);
    expect(found('TIME', '他每天下午散步')).toEqual([]);
  });
  it('leaves out 许', () => {
    expect(found('TIME', '18时许走失')).toEqual(['18时']);
  });
  it.each(['三点建议', '比分3:1', '时代广场'])('finds none in %s', text => {
    expect(found('TIME', text).filter(match => !/^三点$/.test(match))).toEqual([]);
  });
});

describe('money and percentages', () => {
  it.each([
    ['投资15亿元建设', '15亿元'],
    ['共1 200万元', '1 200万元'],
    ['一万二千元', '一万二千元'],
    ['約三百萬美元', '三百萬美元'],
    ['五块钱一斤', '五块钱'],
    ['捐银六百两修桥', '六百两'],
    ['补偿4l 800元整', '4l 800元'],
    ['每方四分八厘', '四分八厘'],
    ['花了三百块', '三百块'],
    ['一吨卖二百六，', '二百六'],
  ])('finds the amount in %s', (text, amount) => {
    expect(found('MONEY', text)).toContain(amount);
  });
  it.each([
    '三元素',
    '半斤八两',
    '《酱坊》一文',
    '元旦快乐',
    '三块石头',
    '收回城砖三百块',
    '工钱一分没少',
    '长三角地区',
  ])('finds no amount in %s', text => {
    expect(found('MONEY', text)).toEqual([]);
  });
  it.each([
    ['增长12.5％', '12.5％'],
    ['百分之三十', '百分之三十'],
    ['提高0.4个百分点', '0.4个百分点'],
    ['六成三的人', '六成三'],
    ['三分之一强', '三分之一'],
    ['降到百万分之零点六', '百万分之零点六'],
  ])('finds the share in %s', (text, share) => {
    expect(found('PERCENT', text)).toContain(share);
  });
  it.each(['三成立了', '八成功', '只差百分之一秒'])('finds no share in %s', text => {
    expect(found('PERCENT', text)).toEqual([]);
  });
});

describe('names by their form', () => {
  it('finds every name of a byline', () => {
    expect(found('PER', '（记者 王小明 李雪 通讯员 赵一）')).toEqual(['王小明', '李雪', '赵一']);
  });
  it('finds the title between 《 》 without them', () => {
    expect(found('WORK', '读《红楼梦》有感')).toEqual(['红楼梦']);
  });
});
