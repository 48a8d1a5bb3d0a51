import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NormalFormKind } from '../../../shared/document/tagset';
import { formatDecimal } from '../../../shared/register/normalForms/decimal';
import { guessIssueDate } from '../../../shared/register/normalForms/issueDate';
import { fitsWords, normalFormOf } from '../../../shared/register/normalForms/normalForm';
import { normalFormProblem } from '../../../shared/register/normalForms/normalSyntax';
import { readNumber } from '../../../shared/register/normalForms/numerals';
import { open } from '../document/arbitraries';
import { digitWords, numberWords } from './numberWords';

/** A Friday. */
const ISSUE = '2023-02-24';

/** The normal form; a guess with `?` after it; `…` where it hangs on the day of issue; – for none. */
function shown(
  kind: NormalFormKind,
  text: string,
  issueDate: string | null = ISSUE,
  before: string | null = null,
) {
  const read = normalFormOf(kind, text, { issueDate, before });
  if (read.kind !== 'value') return read.kind === 'none' ? '–' : '…';
  return read.certain ? read.value : `${read.value} ?`;
}

describe('number words', () => {
  const value = (words: string) => {
    const read = readNumber(words);
    return read && formatDecimal(read.value);
  };

  it('read back, whole numbers up to a million millions', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat({ max: 10 ** 12 - 1 }), fc.nat({ max: 20_000 })), n => {
        expect(value(numberWords(n))).toBe(String(n));
      }),
    );
  });

  it('read back, years digit by digit', () => {
    fc.assert(fc.property(fc.integer({ min: 1000, max: 2999 }), n => value(digitWords(n)) === String(n)));
  });

  it('read back, with digits before 万 and 亿, exactly', () => {
    const amounts = fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 9999 }));
    fc.assert(
      fc.property(amounts, ([whole, fraction]) => {
        const digits = `${whole}.${String(fraction).padStart(4, '0')}`;
        expect(value(`${digits}万`)).toBe(String(whole * 10_000 + fraction));
        expect(value(`${digits}亿`)).toBe(String((whole * 10_000 + fraction) * 10_000));
      }),
    );
  });

  it.each([
    ['二百三', '230'],
    ['二百零三', '203'],
    ['一万二', '12000'],
    ['1亿2千万', '120000000'],
    ['三点五万亿', '3500000000000'],
    ['三百八十六千', '386000'],
    ['2,336,710.45', '2336710.45'],
    ['廿八', '28'],
    ['伍佰', '500'],
    ['二十来万', '200000'],
    ['七八十', null],
    ['十六七万', null],
    ['', null],
    ['多', null],
  ])('%s is %s', (words, expected) => {
    expect(value(words)).toBe(expected);
  });
});

describe('dates', () => {
  it('read back, in digits and in words', () => {
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, date => {
        const iso = date.toISOString().slice(0, 10);
        const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
        expect(shown('date', `${year}年${month}月${day}日`, null)).toBe(iso);
        expect(shown('date', `${digitWords(year)}年${numberWords(month)}月${numberWords(day)}日`, null)).toBe(
          iso,
        );
        expect(fitsWords('date', `${month}月${day}日`, iso)).toBe(true);
        expect(normalFormProblem('date', iso)).toBeNull();
      }),
    );
  });

  it.each([
    ['２０２３年２月', '2023-02'],
    ['二〇二三年', '2023'],
    ['民国十二年', '1923'],
    ['民国元年三月五日', '1912-03-05'],
    ['光绪二十六年', '1900'],
    ['公元前221年', '-0220'],
    ['2023.2.24', '2023-02-24'],
    ['昨日', '2023-02-23'],
    ['昨（23）日', '2023-02-23'],
    ['本月23日', '2023-02-23'],
    ['上月底', '2023-01 ?'],
    ['23日', '2023-02-23'],
    ['2月23日晚', '2023-02-23'],
    ['2月24日前后', '2023-02-24 ?'],
    ['12月31日', '2023-12-31 ?'],
    ['去年', '2022'],
    ['明年元月', '2024-01'],
    ['去年12月', '2022-12'],
    ['上周三', '2023-02-15'],
    ['本周', '2023-W08'],
    ['周日', '2023-02-26 ?'],
    ['三年前', '2020 ?'],
    ['一季度', '2023-01/2023-03'],
    ['2024年半年度', '2024-01/2024-06'],
    ['今年前十个月', '2023-01/2023-10'],
    ['3月上旬', '2023-03-01/2023-03-10'],
    ['去年冬天', '2022-24'],
    ['冬天', '2023-24 ?'],
    ['六十年代', '196X'],
    ['上世纪八十年代末', '198X ?'],
    ['1至2月', '2023-01/2023-02'],
    ['6月1日至15日', '2023-06-01/2023-06-15'],
    ['2022年12月28日至1月3日', '2022-12-28/2023-01-03'],
    ['三月中旬至四月上旬', '2023-03-11/2023-04-10'],
    ['1905—2005年', '1905/2005'],
    ['二〇二三年正月初八', 'lunar:2023-01-08'],
    ['农历七月', 'lunar:--07'],
    ['去年腊月', 'lunar:2022-12'],
    ['九二年', '1992 ?'],
    ['113年4月10日', '2024-04-10 ?'],
    ['明代', '1368/1644 ?'],
    ['2月30日', '–'],
    ['近日', '–'],
    ['每周二', '–'],
  ])('%s is %s', (text, expected) => {
    expect(shown('date', text)).toBe(expected);
  });

  it('of the first days of January may be of the year before', () => {
    expect(shown('date', '12月31日', '2023-01-03')).toBe('2022-12-31 ?');
    expect(shown('date', '30日', '2023-01-03')).toBe('2022-12-30 ?');
  });

  it('are reckoned from the one before where the words say so, as a guess', () => {
    expect(shown('date', '次日', ISSUE, '2022-12-31')).toBe('2023-01-01 ?');
    expect(shown('date', '同年5月', ISSUE, '1953')).toBe('1953-05 ?');
    expect(shown('date', '次年', ISSUE, '1953-08')).toBe('1954 ?');
    expect(shown('date', '当日')).toBe('–');
  });

  it('hang on the day of issue, or not', () => {
    for (const text of ['昨日', '2月23日', '23日', '去年', '上周三', '1至2月']) {
      expect(shown('date', text, null)).toBe('…');
    }
    for (const text of ['近日', '次日']) expect(shown('date', text, null)).toBe('–');
  });
});

describe('times, amounts and percentages', () => {
  it.each<[NormalFormKind, string, string]>([
    ['time', '下午3时半', '15:30'],
    ['time', '晚８点08分', '20:08'],
    ['time', '夜里十二点', '00:00'],
    ['time', '中午12时35分', '12:35'],
    ['time', '早上八点一刻', '08:15'],
    ['time', '9:00—17:00', '09:00/17:00'],
    ['time', '下午2时至4时', '14:00/16:00'],
    ['time', '七点', '07:00 ?'],
    ['time', '上午9时许', '09:00 ?'],
    ['time', '25时', '–'],
    ['time', '傍晚', '–'],
    ['money', '15亿元', '1500000000 CNY'],
    ['money', '1.15亿元', '115000000 CNY'],
    ['money', '3.5万美元', '35000 USD'],
    ['money', '一百八十二萬港元', '1820000 HKD'],
    ['money', '四十六萬元', '460000 CNY ?'],
    ['money', '新臺幣6,240,000元', '6240000 TWD'],
    ['money', '23 417.5元', '23417.5 CNY'],
    ['money', '3.8—4.2元', '3.8/4.2 CNY'],
    ['money', '3—5万元', '30000/50000 CNY'],
    ['money', '600万—800万元', '6000000/8000000 CNY'],
    ['money', '四块五', '4.5 CNY'],
    ['money', '1块3毛8', '1.38 CNY'],
    ['money', '一元零五分', '1.05 CNY'],
    ['money', '七千三百余元', '7300 CNY ?'],
    ['money', '三百万', '3000000 CNY ?'],
    ['money', '大洋八百元', '800 银元'],
    ['money', '十六七万', '–'],
    ['percentage', '百分之三点五', '3.5%'],
    ['percentage', '-3.1％', '-3.1%'],
    ['percentage', '千分之九', '0.9%'],
    ['percentage', '三成七', '37%'],
    ['percentage', '0.5個百分點', '0.5 pp'],
    ['percentage', '三分之二', '2/3'],
    ['percentage', '3%至5%', '3%/5%'],
  ])('%s %s is %s', (type, text, expected) => {
    expect(shown(type, text)).toBe(expected);
  });

  it('are written as the form asks', () => {
    for (const [type, text] of [
      ['money', '600万—800万元'],
      ['money', '六百两'],
      ['percentage', '三分之二'],
      ['time', '下午2时至4时'],
    ] as const) {
      expect(normalFormProblem(type, shown(type, text))).toBeNull();
    }
  });
});

describe('a normal form and its words', () => {
  it.each<[NormalFormKind, string, string, boolean]>([
    ['date', '2月23日', '2022-02-23', true],
    ['date', '2月23日', '2023-02-24', false],
    ['date', '2月', '2023-02-11', true],
    ['date', '2023年2月', '2023', false],
    ['date', '昨日', '1999-01-01', true],
    ['date', '6月1日至15日', '2023-06-01/2023-06-15', true],
    ['date', '6月1日至15日', '2023-06-01/2023-06-16', false],
    ['date', '六十年代', '1960/1969', true],
    ['date', '正月初八', '2023-01-29', true],
    ['date', '正月初八', 'lunar:2023-01-08', true],
    ['date', '正月初八', 'lunar:2023-01-09', false],
    ['date', '2023年', '2023~', true],
    ['money', '15亿元', '1500000000 HKD', true],
    ['money', '15亿美元', '1500000000 CNY', false],
    ['money', '15亿元', '150000000 CNY', false],
    ['money', '三百万', '3000000 HKD', true],
    ['money', '16', '1500000000 CNY', false],
    ['money', '七千余元', '7350 CNY', true],
    ['time', '七点', '19:00', true],
    ['time', '七点', '08:00', false],
    ['time', '下午七点', '07:00', false],
    ['percentage', '15%', '51%', false],
  ])('%s %s, %s: %s', (type, text, normal, expected) => {
    expect(fitsWords(type, text, normal)).toBe(expected);
  });

  it.each<[NormalFormKind, string]>([
    ['date', '2023-2-23'],
    ['date', '2023-02-30'],
    ['date', '23 February'],
    ['time', '3:30'],
    ['money', '15亿元'],
    ['money', '1500000000'],
    ['percentage', '0.035'],
  ])('%s %s is malformed', (type, normal) => {
    expect(normalFormProblem(type, normal)?.zh).toContain(normal);
  });
});

describe('the day of issue', () => {
  it.each([
    ['# 郑州日报\n\n2023年2月24日　星期五　第3版\n\n2022年1月1日，他来了。', '2023-02-24'],
    ['二〇二三年二月二十四日\n\n正文。', '2023-02-24'],
    ['2022年1月1日，他来了，又走了。\n\n新华社2023年2月24日电', '2023-02-24'],
    ['他于2022年1月1日到任，后来走了。', null],
    ['中華民國一百一十二年四月三十日', '2023-04-30'],
    ['他走了。', null],
  ])('of %j is guessed as %s', (text, date) => {
    expect(guessIssueDate(open(text))?.date ?? null).toBe(date);
  });
});
