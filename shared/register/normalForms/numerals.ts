import { add, type Decimal, decimalOf, parseDecimal, shifted, wholeOf, ZERO } from './decimal';

/** A number as words or digits say it. */
export interface ReadNumber {
  readonly value: Decimal;
  /** Said of 多, 余, 来, 几: the number is about that, rather more. */
  readonly approximate: boolean;
}

const DIGITS = new Map<string, number>();
for (const row of [
  '〇零',
  '一壹',
  '二贰两',
  '三叁',
  '四肆',
  '五伍',
  '六陆',
  '七柒',
  '八捌',
  '九玖',
].entries()) {
  for (const digit of row[1]) DIGITS.set(digit, row[0]);
}
/** Powers of ten that multiply one digit. */
const UNITS = new Map([...'十拾百佰千仟'].map((unit, n) => [unit, (n >> 1) + 1]));
const TWENTIES = new Map([
  ['廿', 20],
  ['卅', 30],
]);
const ABOUT = /[多余来几数]/g;

/** Characters of a number in words or digits, for patterns. */
export const NUMBER_CHARACTERS = '\\d.,〇零一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟点';

/**
 * Reads a number written in digits, in Chinese or in both (`3.5万`, `1亿2千万`, `一百一十二`, `二〇二三`, `二百三` for 230); null
 * where the text is anything else or can mean two numbers (`七八十`). `text` as `readableText` gives it, without white
 * space. Exact.
 */
export function readNumber(text: string): ReadNumber | null {
  const approximate = ABOUT.test(text);
  const plain = text.replace(ABOUT, '').replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  if (plain === '') return null;
  const value = /^[〇零一二三四五六七八九]+$/.test(plain) ? positional(plain) : compound(plain);
  return value && { value, approximate };
}

/** A number that is whole and small enough to count with, null for any other. */
export function readWhole(text: string): number | null {
  const read = readNumber(text);
  return read && !read.approximate ? wholeOf(read.value) : null;
}

function positional(digits: string): Decimal {
  return { units: BigInt([...digits].map(digit => DIGITS.get(digit) ?? 0).join('')), scale: 0 };
}

/** Sections of thousands, each with its 万 or 亿, and perhaps decimals after 点. */
function compound(text: string): Decimal | null {
  const [whole = '', decimals, ...more] = text.split('点');
  if (more.length > 0) return null;
  if (decimals === undefined) return sections(whole);
  // 三点五万: what stands after the last digit multiplies the whole of it.
  const found = /^([〇零一二三四五六七八九]+)(万亿|[万亿]?)$/.exec(decimals);
  const before = sections(whole);
  if (!found || !before) return null;
  const [, fraction = '', scale = ''] = found;
  return shifted(add(before, shifted(positional(fraction), -fraction.length)), POWER_OF[scale] ?? 0);
}

const POWER_OF: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 万亿: 12 };
const TOKEN = /\d+(?:\.\d+)?|./gu;

function sections(text: string): Decimal | null {
  /** What stands before the last 亿, since it, and since the last 万. */
  let high = ZERO;
  let middle = ZERO;
  let section = ZERO;
  let digit: Decimal | null = null;
  /** Power of the last unit that a single digit after it may be counted by: 二百三 is 230. */
  let last = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    const unit = UNITS.get(token);
    const twenty = TWENTIES.get(token);
    if (unit !== undefined) {
      // 三百八十六千 is 386 thousands.
      section =
        last > 0 && last < unit
          ? shifted(add(section, digit ?? ZERO), unit)
          : add(section, shifted(digit ?? decimalOf(1), unit));
      digit = null;
      last = unit;
    } else if (token === '万' || token === '亿') {
      section = add(section, digit ?? ZERO);
      digit = null;
      if (token === '万') {
        if (section.units === 0n) return null;
        middle = add(middle, shifted(section, 4));
      } else {
        high = add(high, shifted(add(middle, section), 8));
        middle = ZERO;
      }
      section = ZERO;
      last = token === '万' ? 4 : 8;
    } else if (digit !== null) {
      return null;
    } else if (twenty !== undefined) {
      section = add(section, decimalOf(twenty));
      last = 1;
    } else if (token === '零' || token === '〇') {
      last = 0;
    } else {
      digit = digitOf(token);
      if (!digit) return null;
      // Digits in a row say what they are worth: 1亿2000.
      if (token.length > 1) last = 0;
    }
  }
  if (digit) section = add(section, shifted(digit, last > 1 ? last - 1 : 0));
  return add(add(high, middle), section);
}

function digitOf(token: string): Decimal | null {
  const han = DIGITS.get(token);
  return han === undefined ? parseDecimal(token) : decimalOf(han);
}
