import { add, formatDecimal, parseDecimal, shifted } from './decimal';
import type { AmountReading } from './moneyForm';
import { readNumber } from './numerals';

/** Reads `3.5%`, 百分之三点五, 三成七 (37%), 0.5个百分点 (`0.5 pp`), 三分之二 (`2/3`) and ranges of them (`3%/5%`). */
export function readPercent(words: string): AmountReading | null {
  const whole = one(words);
  if (whole) return whole;
  const [left, right, ...more] = words.split(/[至到]|—+|(?<!^)-+|~+/);
  if (left === undefined || right === undefined || more.length > 0) return null;
  const to = one(right);
  const from = one(left) ?? one(`${left}%`) ?? one(`百分之${left}`);
  return (
    to &&
    from && {
      value: `${from.value}/${to.value}`,
      certain: from.certain && to.certain,
      exact: from.exact && to.exact,
    }
  );
}

const OF: Readonly<Record<string, number>> = { 百: 0, 千: -1, 万: -2 };

function one(words: string): AmountReading | null {
  const part = /^([百千万])分之(负?)(.+)$/.exec(words);
  if (part) return percent(`${part[2] === '' ? '' : '-'}`, part[3] ?? '', OF[part[1] ?? ''] ?? 0, '%');
  const sign = /^([-+]?)(.+?)(%|‰|个?百分点|pct)$/.exec(words);
  if (sign) {
    const [, minus = '', number = '', unit = ''] = sign;
    return percent(
      minus.replace('+', ''),
      number,
      unit === '‰' ? -1 : 0,
      unit === '%' || unit === '‰' ? '%' : ' pp',
    );
  }
  const tenths = /^([一二两三四五六七八九十])成([一二三四五六七八九半])?$/.exec(words);
  if (tenths) {
    const whole = readNumber(tenths[1] ?? '');
    const rest =
      tenths[2] === '半' ? { value: { units: 5n, scale: 0 } } : tenths[2] ? readNumber(tenths[2]) : null;
    if (!whole) return null;
    const value = rest ? add(shifted(whole.value, 1), rest.value) : shifted(whole.value, 1);
    return { value: `${formatDecimal(value)}%`, certain: true, exact: true };
  }
  const fraction = /^(.+)分之(.+)$/.exec(words);
  if (fraction) {
    const [below, above] = [readNumber(fraction[1] ?? ''), readNumber(fraction[2] ?? '')];
    if (!below || !above || below.value.units === 0n) return null;
    return {
      value: `${formatDecimal(above.value)}/${formatDecimal(below.value)}`,
      certain: true,
      exact: true,
    };
  }
  return words === '一半' || words === '半数' ? { value: '50%', certain: true, exact: true } : null;
}

function percent(minus: string, number: string, power: number, unit: string): AmountReading | null {
  const read = readNumber(number);
  const value = read?.value ?? parseDecimal(number);
  if (!value) return null;
  return {
    value: `${minus}${formatDecimal(shifted(value, power))}${unit}`,
    certain: !read?.approximate,
    exact: !read?.approximate,
  };
}
