const DIGITS = [...'零一二三四五六七八九'];
const UNITS = ['', '十', '百', '千'];

/** A whole number in Chinese as it is written out: 10,203 is 一万零二百零三. Below 10 ** 12. */
export function numberWords(n: number): string {
  if (n === 0) return '零';
  const sections = [n % 10_000, Math.floor(n / 10_000) % 10_000, Math.floor(n / 10 ** 8)];
  let words = '';
  for (const [power, name] of [
    [2, '亿'],
    [1, '万'],
    [0, ''],
  ] as const) {
    const section = sections[power] ?? 0;
    if (section === 0) continue;
    if (words !== '' && section < 1000) words += '零';
    words += underTenThousand(section) + name;
  }
  return words.replace(/^一十/, '十');
}

function underTenThousand(n: number): string {
  let words = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(n / 10 ** power) % 10;
    if (digit === 0) {
      gap ||= words !== '';
      continue;
    }
    if (gap) words += '零';
    gap = false;
    words += `${DIGITS[digit]}${UNITS[power]}`;
  }
  return words;
}

/** Digit by digit, as years are written: 二〇二三. */
export function digitWords(n: number): string {
  return [...String(n)].map(digit => (digit === '0' ? '〇' : DIGITS[Number(digit)])).join('');
}
