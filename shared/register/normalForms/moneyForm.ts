import { add, compareDecimals, type Decimal, formatDecimal, shifted } from './decimal';
import { NUMBER_CHARACTERS, type ReadNumber, readNumber } from './numerals';

export interface AmountReading {
  /** `1500000000 CNY`, `3.8/4.2 CNY`; of money without an ISO 4217 code the unit itself: `600 两`. */
  readonly value: string;
  readonly certain: boolean;
  /** Whether the number is said exactly, be the rest (whose money?) a guess. */
  readonly exact: boolean;
}

/** ISO 4217; units of old money have no code and stand for themselves. The longer name first. */
const CURRENCIES: readonly (readonly [string, string])[] = [
  ['人民币', 'CNY'],
  ['新台币', 'TWD'],
  ['台币', 'TWD'],
  ['瑞士法郎', 'CHF'],
  ['新加坡元', 'SGD'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['欧元', 'EUR'],
  ['日元', 'JPY'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['英镑', 'GBP'],
  ['卢布', 'RUB'],
  ['韩元', 'KRW'],
  ['越盾', 'VND'],
  ['泰铢', 'THB'],
  ['马币', 'MYR'],
  ['令吉', 'MYR'],
  ['澳元', 'AUD'],
  ['加元', 'CAD'],
  ['新元', 'SGD'],
  ['坚戈', 'KZT'],
  ['迪拉姆', 'AED'],
  ['澳门元', 'MOP'],
  ['卢比', '卢比'],
  ['法郎', '法郎'],
  ['马克', '马克'],
  ['比索', '比索'],
  ['第纳尔', '第纳尔'],
  ['里亚尔', '里亚尔'],
  ['法币', '法币'],
  ['叻币', '叻币'],
  ['旧币', '旧币'],
  ['银元', '银元'],
  ['大洋', '银元'],
  ['铜钱', '文'],
  ['US$', 'USD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'CNY'],
  ['RMB', 'CNY'],
];
/** Units that say nothing of whose money it is, but for the yuan's own. */
const PLAIN_UNITS: Readonly<Record<string, string>> = {
  元: 'CNY',
  块: 'CNY',
  蚊: 'HKD',
  盾: '盾',
  两: '两',
  文: '文',
  吊: '吊',
  贯: '贯',
};
/** Powers of ten of the parts of a yuan. */
const PARTS: Readonly<Record<string, number>> = { 角: -1, 毛: -1, 毫: -1, 分: -2, 厘: -3 };
const HAN = '一二两三四五六七八九';

const escaped = CURRENCIES.map(([name]) => name.replace(/\$/g, '\\$')).join('|');
const AMOUNT = new RegExp(
  `^(?<before>${escaped})?(?<number>[${NUMBER_CHARACTERS}多余来几数]*?)(?<unit>${escaped}|[元块蚊盾两文吊贯](?=[^百千万亿]|$))?(?<after>人民币|港币)?(?<change>(?:零?[\\d${HAN}]{1,3}[角毛毫分厘])*)(?:(?<=[元块角毛毫分])(?<loose>[\\d${HAN}]))?(?:钱|整)?$`,
  'u',
);

/** Reads an amount of money or a range of amounts; `words` as for dates. Null for what is no amount. */
export function readMoney(words: string, isTraditional: boolean): AmountReading | null {
  const whole = one(words);
  if (whole) return shown([whole], isTraditional);
  const [left, right, ...more] = words.split(/[至到]|—+|-+|~+/);
  if (left === undefined || right === undefined || more.length > 0) return null;
  const to = one(right);
  if (!to) return null;
  const from = one(left);
  if (!from) return null;
  // 3—5万元: what multiplies the second multiplies the first.
  const scale = /\d(万亿|[十百千万亿]+)/.exec(right)?.[1];
  const bare = /\d$/.test(left) && scale !== undefined ? one(left + scale) : from;
  return bare && shown([{ ...bare, currency: to.currency ?? bare.currency }, to], isTraditional);
}

interface Amount {
  readonly value: Decimal;
  readonly currency: string | null;
  /** The unit is named so that no other money is meant. */
  readonly named: boolean;
  readonly approximate: boolean;
}

function one(words: string): Amount | null {
  const groups = AMOUNT.exec(words)?.groups;
  if (!groups) return null;
  const { before = '', number: numberWords = '', unit = '', after = '', change = '', loose = '' } = groups;
  if (numberWords === '' && change === '') return null;
  const main: ReadNumber | null =
    numberWords === '' ? { value: { units: 0n, scale: 0 }, approximate: false } : readNumber(numberWords);
  if (!main || (unit === '' && numberWords !== '' && change !== '')) return null;
  let value = main.value;
  let power = 0;
  for (const [, digits = '', part = ''] of change.matchAll(/零?([^角毛毫分厘]+)([角毛毫分厘])/g)) {
    const read = readNumber(digits);
    power = PARTS[part] ?? 0;
    if (!read) return null;
    value = add(value, shifted(read.value, power));
  }
  if (loose !== '') {
    const read = readNumber(loose);
    if (!read) return null;
    value = add(value, shifted(read.value, power - 1));
  }
  const currency =
    currencyOf(after) ??
    currencyOf(before) ??
    currencyOf(unit) ??
    PLAIN_UNITS[unit] ??
    (change === '' ? null : 'CNY');
  return { value, currency, named: currency !== null, approximate: main.approximate };
}

function currencyOf(name: string): string | null {
  return CURRENCIES.find(([known]) => known === name)?.[1] ?? null;
}

function shown(amounts: readonly Amount[], isTraditional: boolean): AmountReading {
  const [first, last = first] = amounts;
  const currency = last?.currency ?? 'CNY';
  const ordered = !first || !last || compareDecimals(first.value, last.value) <= 0;
  const exact = amounts.every(({ approximate }) => !approximate);
  // 元 in a text in traditional characters is as likely a dollar of Hong Kong or Taiwan.
  const ownMoney = currency !== 'CNY' || !isTraditional;
  return {
    value: `${amounts.map(({ value }) => formatDecimal(value)).join('/')} ${currency}`,
    exact,
    certain: exact && ordered && ownMoney && last?.currency !== null,
  };
}
