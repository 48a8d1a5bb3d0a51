import { addDays, addMonths, type Day, isoDay, isoWeek, isoYear, weekday } from './calendar';
import { type DateContext, type DateReading, isoParts, OPEN, reading, spanReading } from './dateReading';
import { readWhole } from './numerals';

/** Days from the day of issue. */
const DAYS: readonly (readonly [RegExp, number])[] = [
  [/^大前[天日]$/, -3],
  [/^前[天日晚夜]$/, -2],
  [/^昨[天日晚夜晨早]?$/, -1],
  [/^(?:[今本][天日晚夜晨早朝]?|即日)$/, 0],
  [/^明[天日晚夜晨早]$/, 1],
  [/^后[天日]$/, 2],
  [/^大后[天日]$/, 3],
];

/** Days from the date named before. */
const FROM_ANCHOR: readonly (readonly [RegExp, number])[] = [
  [/^(?:前一|头一?)[天日晚夜]$/, -1],
  [/^(?:[当同那][天日晚夜]|同一天|那一天)$/, 0],
  [/^(?:[次翌][日晨]|第二天|后一天)$/, 1],
];

/** Reads 昨日, 上周三, 三天后 and their like; null for words of another kind. */
export function readRelative(words: string, { issue, anchor }: DateContext): DateReading | null {
  for (const [pattern, days] of DAYS) {
    // 前日 is also "some days ago".
    if (pattern.test(words)) return fromIssue(issue, days, words !== '前日' && words !== '即日');
  }
  for (const [pattern, days] of FROM_ANCHOR) {
    if (!pattern.test(words)) continue;
    const from = anchor && day(anchor);
    return from ? reading(isoDay(addDays(from, days)), false, null) : OPEN;
  }
  return week(words, issue) ?? ago(words, issue);
}

function day({ year, month, day }: NonNullable<DateContext['anchor']>): Day | null {
  return month === null || day === null ? null : { year, month, day };
}

function fromIssue(issue: Day | null, days: number, certain: boolean): DateReading {
  return issue ? reading(isoDay(addDays(issue, days)), certain, null) : OPEN;
}

const WEEKS: Readonly<Record<string, number>> = { 上: -1, 本: 0, 这: 0, 下: 1 };

function week(words: string, issue: Day | null): DateReading | null {
  const found = /^([上下本这]?)[个一]?(?:周|星期|礼拜)([一二三四五六日天末]?)$/.exec(words);
  const [, which = '', on = ''] = found ?? [];
  if (!found || (which === '' && on === '')) return null;
  if (!issue) return OPEN;
  const monday = addDays(issue, 1 - weekday(issue) + 7 * (WEEKS[which] ?? 0));
  const certain = which !== '';
  if (on === '') return reading(isoWeek(monday), certain, null);
  if (on !== '末')
    return reading(isoDay(addDays(monday, '一二三四五六日'.indexOf(on === '天' ? '日' : on))), certain, null);
  return spanReading(addDays(monday, 5), addDays(monday, 6), certain, null);
}

/** 三年前, 两个月后, 十天之前: about that long from the day of issue. */
function ago(words: string, issue: Day | null): DateReading | null {
  const found = /^(.+?)个?(年|月|天|日|周|星期)(?:以|之)?([前后])$/.exec(words);
  const [, number = '', unit = '', side = ''] = found ?? [];
  const count = found ? readWhole(number) : null;
  if (count === null) return null;
  if (!issue) return OPEN;
  const by = side === '前' ? -count : count;
  if (unit === '年') return reading(isoYear(issue.year + by), false, null);
  if (unit === '月') {
    return reading(isoParts({ ...addMonths(issue.year, issue.month, by), day: null }), false, null);
  }
  return reading(isoDay(addDays(issue, by * (unit === '天' || unit === '日' ? 1 : 7))), false, null);
}
