import { isoYear, two } from './calendar';
import { type DateReading, OPEN, reading, type YearReading } from './dateReading';

/**
 * A date of the old calendar, marked as such and not converted: `lunar:2023-01-08` for 二〇二三年正月初八, `lunar:--01-08`
 * where no year is said.
 */
export function lunarReading(
  year: YearReading | null,
  month: number | null,
  day: number | null,
): DateReading {
  if (month === null && day === null) return OPEN;
  if (month === null || (day !== null && day > 30)) return { ...OPEN };
  if (year && year.value === null) return OPEN;
  const value = `lunar:${year?.value == null ? '-' : isoYear(year.value)}-${two(month)}${day === null ? '' : `-${two(day)}`}`;
  return reading(value, year?.certain ?? true, value);
}
