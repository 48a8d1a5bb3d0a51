import { daysInMonth, isoDay, isoMonth, isoYear } from './calendar';
import { type DateContext, type DateReading, isoParts, OPEN, reading, type YearReading } from './dateReading';
import { readWhole } from './numerals';

/** EDTF level 1 (loc.gov/standards/datetime): 21 spring to 24 winter. */
const SEASONS: Readonly<Record<string, number>> = { 春: 21, 夏: 22, 秋: 23, 冬: 24 };
const SEASON = /^[初早仲深晚开入]?([春夏秋冬])(?:天|季|日|末|初|季学期)?$/;

/** Festivals of the solar calendar; around them, therefore never certain. */
const SOLAR_FESTIVALS: Readonly<Record<string, string>> = {
  元旦: '01-01',
  五一: '05-01',
  六一: '06-01',
  国庆: '10-01',
  圣诞: '12-25',
};
const LUNAR_FESTIVALS: Readonly<Record<string, string>> = {
  除夕: '12-30',
  春节: '01-01',
  大年初一: '01-01',
  元宵: '01-15',
  端午: '05-05',
  七夕: '07-07',
  中秋: '08-15',
  重阳: '09-09',
  腊八: '12-08',
};

/** What stands in a year: a quarter, half a year, months from its beginning, a season, its end, a festival; '' is the year itself. */
export function partOfYear(part: string, year: YearReading, { issue }: DateContext): DateReading | null {
  const months = monthsOf(part);
  const season = SEASON.exec(part)?.[1];
  const { value, stated, certain } = year;
  const statedYear = stated === null ? null : isoYear(stated);
  if (part === '' || part === '全年' || part === '度' || part === '中' || part === '内') {
    return value === null ? { ...OPEN, stated: statedYear } : reading(isoYear(value), certain, statedYear);
  }
  if (months) {
    const [from, to] = months;
    const pattern = (y: string) => `${y}-${isoMonth(0, from).slice(5)}/${y}-${isoMonth(0, to).slice(5)}`;
    if (value === null) return { ...OPEN, stated: pattern('????') };
    const begun = stated !== null || !issue || value !== issue.year || from <= issue.month;
    return reading(pattern(isoYear(value)), certain && begun, pattern(statedYear ?? '????'));
  }
  if (season) {
    const code = SEASONS[season] ?? 21;
    const pattern = `${statedYear ?? '????'}-${code}`;
    return value === null
      ? { ...OPEN, stated: pattern }
      : reading(`${isoYear(value)}-${code}`, certain, pattern);
  }
  if (/^年?[底末终]$/.test(part) || /^年?初$/.test(part)) {
    const month = part.endsWith('初') ? 1 : 12;
    return value === null
      ? { ...OPEN, stated: statedYear }
      : reading(isoMonth(value, month), false, statedYear);
  }
  return festival(part, year);
}

function festival(part: string, { value, stated }: YearReading): DateReading | null {
  const name = part.replace(/[节日]$/, '');
  const solar = SOLAR_FESTIVALS[name];
  const lunar = LUNAR_FESTIVALS[name] ?? LUNAR_FESTIVALS[part];
  if (solar)
    return value === null
      ? OPEN
      : reading(`${isoYear(value)}-${solar}`, false, stated === null ? null : isoYear(stated));
  if (!lunar) return null;
  return reading(`lunar:${stated === null ? '-' : isoYear(stated)}-${lunar}`, false, null);
}

/** First and last month of a quarter or half; null for anything else. */
function monthsOf(part: string): readonly [number, number] | null {
  const words = part.replace(/^度/, '');
  const quarter = /^第?([一二三四1-4])季度?$/.exec(words)?.[1];
  if (quarter) {
    const n = readWhole(quarter) ?? 1;
    return [3 * n - 2, 3 * n];
  }
  const first = /^前([二三23])季度$/.exec(words)?.[1];
  if (first) return [1, 3 * (readWhole(first) ?? 1)];
  if (words === '上半年' || words === '半年度') return [1, 6];
  if (words === '下半年') return [7, 12];
  const count = readWhole(/^前(.+?)个?月$/.exec(words)?.[1] ?? '');
  return count !== null && count >= 1 && count <= 12 ? [1, count] : null;
}

export interface WithinMonth {
  readonly value: string;
  readonly certain: boolean;
  /** What the words state, from what they state of year and month. */
  readonly states: (month: string | null) => string | null;
}

const THIRDS: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
};

/** 上旬, 底 … of a month; '' is the month itself. */
export function withinMonth(part: string, year: number, month: number): WithinMonth | null {
  const third = THIRDS[part];
  if (third) {
    const last = Math.min(third[1], daysInMonth(year, month));
    const from = isoDay({ year, month, day: third[0] });
    return {
      value: `${from}/${isoDay({ year, month, day: last })}`,
      certain: true,
      states: stated => stated && `${stated}-${from.slice(-2)}/${stated}-??`,
    };
  }
  if (part !== '' && !/^(?:[初中底末份内]|全月)$/.test(part)) return null;
  return {
    value: isoParts({ year, month, day: null }),
    certain: !/[初底末中]/.test(part),
    states: stated => stated,
  };
}
