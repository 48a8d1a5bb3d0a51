import { addMonths, dayNumber, daysInMonth, exists } from './calendar';
import { partOfYear, withinMonth } from './datePart';
import {
  type DateContext,
  type DateReading,
  isoParts,
  OPEN,
  reading,
  statedParts,
  type YearReading,
} from './dateReading';
import { DYNASTY, REIGN, REPUBLIC_FROM, reignYear } from './eras';
import { lunarReading } from './lunarDate';
import { NUMBER_CHARACTERS, readWhole } from './numerals';

const NUMBER = `[${NUMBER_CHARACTERS}]+`;
const YEAR = [
  `(?:公元)?(?<bc>前)?(?<year>${NUMBER})年`,
  `(?:中华)?民国(?<republic>元|${NUMBER})年`,
  `(?:${DYNASTY}[朝代]?)?(?<reign>${REIGN})(?<nth>元|${NUMBER})年`,
  '(?<relative>大前|[今去上前明后来本次翌当同那其是该])一?年',
].join('|');
const MONTH = `闰?(?<month>${NUMBER}|[正腊冬元])月份?|(?<relativeMonth>[本上下当这同该])个?月份?`;
const DAY = `(?<day>\\d{1,2}|[一二三四五六七八九十廿]+)(?<mark>[日号])|(?<lunar>初?[一二三四五六七八九十廿]{1,3})$`;
const POINT = new RegExp(
  `^(?<calendar>农历|阴历|夏历|旧历)?(?:(?:${YEAR})度?(?:农历|阴历)?)?(?:${MONTH})?的?(?:${DAY})?(?<part>.*)$`,
  'u',
);

const YEARS_FROM_ISSUE: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  去: -1,
  上: -1,
  今: 0,
  本: 0,
  明: 1,
  来: 1,
  后: 2,
};
const MONTHS_FROM_ISSUE: Readonly<Record<string, number>> = { 上: -1, 本: 0, 这: 0, 下: 1 };
const LUNAR_MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

/** Reads year, month and day in this order, any of them left out, with what may stand behind (上旬, 底, 冬 …). */
export function readPoint(words: string, context: DateContext): DateReading | null {
  const groups = POINT.exec(words)?.groups;
  if (!groups) return null;
  const { month: monthWords, relativeMonth, day: dayWords, lunar, part = '' } = groups;
  const hasYear = [groups['year'], groups['republic'], groups['reign'], groups['relative']].some(Boolean);
  if (!hasYear && !monthWords && !relativeMonth && !dayWords && !groups['calendar']) {
    if (/^月[初中底末]$/.test(words)) return guessed(readPoint(`本${words}`, context));
    const part = words === '' ? null : partOfYear(words, impliedYear(context), context);
    return /[春夏秋冬]/.test(words) ? guessed(part) : part;
  }
  const year = hasYear ? readYear(groups, context) : impliedYear(context);
  if (!year) return null;
  const lunarMonth = LUNAR_MONTHS[monthWords ?? ''];
  const month =
    monthWords === undefined ? null : monthWords === '元' ? 1 : (lunarMonth ?? readWhole(monthWords));
  if (monthWords !== undefined && (month === null || month < 1 || month > 12)) return null;
  const isLunar =
    lunar !== undefined ||
    groups['calendar'] !== undefined ||
    lunarMonth !== undefined ||
    (year.old && month !== null);
  const day =
    dayWords === undefined && lunar === undefined
      ? null
      : readWhole((dayWords ?? lunar ?? '').replace(/^初/, ''));
  if ((dayWords !== undefined || lunar !== undefined) && (day === null || day < 1 || day > 31)) return null;
  if (isLunar)
    return part === '' && words.indexOf('闰') < 0 ? lunarReading(hasYear ? year : null, month, day) : null;
  if (month === null && relativeMonth === undefined && day === null) return partOfYear(part, year, context);
  return solar(hasYear ? year : null, { month, relativeMonth, day }, part, context);
}

function guessed(read: DateReading | null): DateReading | null {
  return read && { ...read, certain: false };
}

interface MonthAndDay {
  readonly month: number | null;
  readonly relativeMonth: string | undefined;
  readonly day: number | null;
}

function solar(
  year: YearReading | null,
  { month, relativeMonth, day }: MonthAndDay,
  part: string,
  context: DateContext,
): DateReading | null {
  const stated = statedParts(year?.stated ?? null, month, day);
  const resolved =
    relativeMonth !== undefined
      ? monthFrom(relativeMonth, context)
      : month === null
        ? monthOfDay(day ?? 1, context)
        : year
          ? year.value === null
            ? null
            : { year: year.value, month, certain: year.certain }
          : yearOfMonth(month, day, context);
  if (!resolved) return part === '' || withinMonth(part, 2000, 1) ? { ...OPEN, stated } : null;
  const at = { year: resolved.year, month: resolved.month, day };
  if (day !== null) {
    if (!exists({ ...at, day })) return null;
    return part === '' ? reading(isoParts(at), resolved.certain, stated) : null;
  }
  const within = withinMonth(part, at.year, at.month);
  if (!within) return null;
  return reading(within.value, resolved.certain && within.certain, within.states(stated));
}

function readYear(
  groups: Readonly<Record<string, string | undefined>>,
  context: DateContext,
): YearReading | null {
  const { year, bc, republic, reign, nth, relative } = groups;
  if (year !== undefined) {
    const count = readWhole(year);
    if (count === null) return null;
    if (bc) return { value: 1 - count, stated: 1 - count, certain: true, old: true };
    return yearOfNumber(count, year, groups['month'] !== undefined);
  }
  if (republic !== undefined) {
    const count = republic === '元' ? 1 : readWhole(republic);
    if (count === null || count < 1) return null;
    const value = REPUBLIC_FROM + count - 1;
    return { value, stated: value, certain: true, old: false };
  }
  if (reign !== undefined) {
    const count = nth === '元' ? 1 : readWhole(nth ?? '');
    const value = count === null ? null : reignYear(reign, count);
    return value === null ? null : { value, stated: value, certain: true, old: true };
  }
  return relativeYear(relative ?? '', context);
}

/**
 * Years of one to three digits: 92年 and 九二年 are 1992; a year of the Republic (113年, 三十年三月) where it fits: so
 * Taiwan dates. Both are guesses.
 */
function yearOfNumber(count: number, words: string, hasMonth: boolean): YearReading | null {
  if (count >= 1000) return { value: count, stated: count, certain: count < 2200, old: false };
  const guess = (value: number): YearReading => ({ value, stated: null, certain: false, old: false });
  if (count >= 90 && count <= 150 && words.length >= 3) return guess(REPUBLIC_FROM + count - 1);
  if (/^(?:\d\d|[〇零一二三四五六七八九]{2})$/.test(words))
    return guess(count < 20 ? 2000 + count : 1900 + count);
  if (count > 150) return { value: count, stated: count, certain: true, old: true };
  return hasMonth && count < 39 ? guess(REPUBLIC_FROM + count - 1) : null;
}

function relativeYear(word: string, { issue, anchor, from }: DateContext): YearReading {
  const years = YEARS_FROM_ISSUE[word];
  if (years !== undefined) {
    return { value: issue ? issue.year + years : null, stated: null, certain: issue !== null, old: false };
  }
  const base = (from ?? anchor)?.year ?? null;
  const next = word === '次' || word === '翌' ? 1 : 0;
  return { value: base === null ? null : base + next, stated: null, certain: false, old: false };
}

/** Where no year is said: that of the range's beginning, else that of the issue. */
function impliedYear({ issue, from, anchor }: DateContext): YearReading {
  const value = from?.year ?? issue?.year ?? anchor?.year ?? null;
  return { value, stated: null, certain: from !== undefined || issue !== null, old: false };
}

interface MonthReading {
  readonly year: number;
  readonly month: number;
  readonly certain: boolean;
}

function monthFrom(word: string, { issue, anchor, from }: DateContext): MonthReading | null {
  const months = MONTHS_FROM_ISSUE[word];
  if (months !== undefined) {
    return issue && { ...addMonths(issue.year, issue.month, months), certain: true };
  }
  const base = from ?? anchor;
  return base && base.month !== null ? { year: base.year, month: base.month, certain: false } : null;
}

/** A date without a year is surely of the issue's year where it is past, or at most this many days ahead. */
const SURELY_THIS_YEAR = 183;

/** The year of a month without one: the issue's, but at New Year the nearer one. */
function yearOfMonth(
  month: number,
  day: number | null,
  { issue, anchor, from }: DateContext,
): MonthReading | null {
  if (from)
    return { year: from.year + (from.month !== null && month < from.month ? 1 : 0), month, certain: true };
  if (!issue) return anchor && { year: anchor.year, month, certain: false };
  const ahead = (year: number) =>
    dayNumber({ year, month, day: Math.min(day ?? 15, daysInMonth(year, month)) }) - dayNumber(issue);
  const near = [issue.year - 1, issue.year + 1].find(year => Math.abs(ahead(year)) <= 45);
  const year = Math.abs(ahead(issue.year)) > 300 && near !== undefined ? near : issue.year;
  return { year, month, certain: year === issue.year && ahead(year) <= SURELY_THIS_YEAR };
}

/** The month of a day without one: the issue's, unless that were far ahead. */
function monthOfDay(day: number, { issue, anchor, from }: DateContext): MonthReading | null {
  if (from && from.month !== null) {
    const back = from.day !== null && day < from.day;
    return { ...addMonths(from.year, from.month, back ? 1 : 0), certain: !back };
  }
  if (!issue)
    return anchor && anchor.month !== null
      ? { year: anchor.year, month: anchor.month, certain: false }
      : null;
  const ahead = day - issue.day;
  const { year, month } = addMonths(issue.year, issue.month, ahead > 20 ? -1 : 0);
  return { year, month, certain: ahead <= 7 && ahead >= -20 };
}
