/** A day of the Gregorian calendar; months and days count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MS = 86_400_000;

const utc = ({ year, month, day }: Day): number => new Date(0).setUTCFullYear(year, month - 1, day);

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Math.round(utc(day) / MS);
}

export function dayOf(number: number): Day {
  const date = new Date(number * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayOf(dayNumber({ year, month: month + 1, day: 1 }) - 1).day;
}

export function exists({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days);
}

export function addMonths(year: number, month: number, by: number): { year: number; month: number } {
  const months = year * 12 + month - 1 + by;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The week of a day, `2023-W08` (ISO 8601). */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - weekday(day));
  const first = dayNumber({ year: thursday.year, month: 1, day: 1 });
  const week = Math.floor((dayNumber(thursday) - first) / 7) + 1;
  return `${isoYear(thursday.year)}-W${two(week)}`;
}

/** Four digits; years before 1 as ISO 8601 counts them (0 is 1 BC). */
export function isoYear(year: number): string {
  return `${year < 0 ? '-' : ''}${Math.abs(year).toString().padStart(4, '0')}`;
}

export function isoMonth(year: number, month: number): string {
  return `${isoYear(year)}-${two(month)}`;
}

export function isoDay({ year, month, day }: Day): string {
  return `${isoMonth(year, month)}-${two(day)}`;
}

/** Reads `YYYY-MM-DD`; null for anything else and for days that never were. */
export function parseDay(text: string): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return null;
  const day = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  return exists(day) ? day : null;
}

export function two(n: number): string {
  return n.toString().padStart(2, '0');
}
