import { type Day, isoDay, isoMonth, isoYear, parseDay, two } from './calendar';

/** What a date is reckoned from. */
export interface DateContext {
  /** The day the text appeared. */
  readonly issue: Day | null;
  /** The date named before in the same block (次日, 同年 … mean from there), as far as it is known. */
  readonly anchor: DateParts | null;
  /** The first date of the range this one ends: what it does not say it has from there. */
  readonly from?: DateParts;
}

/** As much of a date as is known. */
export interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** One date (or span of dates) as words say it. */
export interface DateReading {
  /** ISO 8601; null where it hangs on a day of issue that is not known. */
  readonly value: string | null;
  /** Whether the words leave no choice. */
  readonly certain: boolean;
  /** What the words themselves state, `?` for each digit that they leave open; null where they state nothing. */
  readonly stated: string | null;
}

/** A year as words give it: what they state, what it comes to, and how sure that is. */
export interface YearReading {
  readonly value: number | null;
  readonly stated: number | null;
  readonly certain: boolean;
  /** A year of the old calendar: a month beside it is a lunar one. */
  readonly old: boolean;
}

export function isoParts({ year, month, day }: DateParts): string {
  if (month === null) return isoYear(year);
  return day === null ? isoMonth(year, month) : isoDay({ year, month, day });
}

/** The pattern of what is stated: `????-02-23` for 2月23日. */
export function statedParts(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null && month === null && day === null) return null;
  const from = year === null ? '????' : isoYear(year);
  if (month === null && day === null) return from;
  const middle = `${from}-${month === null ? '??' : two(month)}`;
  return day === null ? middle : `${middle}-${two(day)}`;
}

/** The first date of a normal form in parts; null where it has none (lunar dates, decades). */
export function partsOf(normal: string): DateParts | null {
  const first = normal.split('/')[0] ?? '';
  const found = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(first);
  if (!found) return null;
  const [, year, month, day] = found;
  if (month !== undefined && Number(month) > 12) return { year: Number(year), month: null, day: null };
  return {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
}

export function contextOf(issueDate: string | null, before: string | null): DateContext {
  return {
    issue: issueDate === null ? null : parseDay(issueDate),
    anchor: before === null ? null : partsOf(before),
  };
}

/** A reading of one value that is as certain as its words. */
export function reading(value: string | null, certain: boolean, stated: string | null): DateReading {
  return { value, certain: certain && value !== null, stated };
}

/** A reading that hangs on the day of issue, or on a date named before. */
export const OPEN: DateReading = { value: null, certain: false, stated: null };

export function spanReading(
  from: DateParts,
  to: DateParts,
  certain: boolean,
  stated: string | null,
): DateReading {
  return reading(`${isoParts(from)}/${isoParts(to)}`, certain, stated);
}
