import type { NormalFormKind } from '../../document/tagset';
import { foldText } from '../../lexicon/fold';
import { readableText } from '../../suggesters/readableText';
import { readDate } from './dateForm';
import { contextOf, type DateReading } from './dateReading';
import { type AmountReading, readMoney } from './moneyForm';
import { readPercent } from './percentForm';
import { readTime } from './timeForm';

/** What words come to. */
export type NormalReading =
  | {
      readonly kind: 'value';
      readonly value: string;
      /** Whether the words leave no choice; false for a guess that a person should look at. */
      readonly certain: boolean;
    }
  /** It hangs on the day of issue, which is not known. */
  | { readonly kind: 'needsIssueDate' }
  /** They name nothing that a calendar, a clock or a ledger could hold: 近日, 下午. */
  | { readonly kind: 'none' };

export interface NormalContext {
  /** `YYYY-MM-DD` or null. */
  readonly issueDate: string | null;
  /** Normal form of the date before in the same block, from which 次日 and 同年 are reckoned; null where there is none. */
  readonly before?: string | null;
}

const NONE: NormalReading = { kind: 'none' };

/**
 * The normal form of words: dates as ISO 8601 (with EDTF's seasons and open digits; `lunar:` marks the old
 * calendar), clock times `15:30`, amounts `1500000000 CNY` (ISO 4217), percentages `3.5%`; ranges with `/` between.
 */
export function normalFormOf(
  kind: NormalFormKind,
  text: string,
  { issueDate, before = null }: NormalContext,
): NormalReading {
  const words = plainWords(text);
  if (kind !== 'date') {
    const read = readAmount(kind, words, text);
    return read ? { kind: 'value', value: read.value, certain: read.certain } : NONE;
  }
  const read = readDate(words, contextOf(issueDate, before));
  if (!read) return NONE;
  if (read.value !== null) return { kind: 'value', value: read.value, certain: read.certain };
  // Where the day of issue is known and does not help, the words mean from another date.
  return issueDate === null && hangsOnIssue(words) ? { kind: 'needsIssueDate' } : NONE;
}

/** Whether another normal form is at odds with the words: 2月23日 can be 2022-02-23 and 2023-02-23, but not 2023-02-24. */
export function fitsWords(kind: NormalFormKind, text: string, normal: string): boolean {
  const words = plainWords(text);
  if (kind === 'date') {
    const read = readDate(words, contextOf(null, null));
    return read === null || fitsDate(read, normal);
  }
  const read = readAmount(kind, words, text);
  if (!read?.exact || read.value === normal) return true;
  if (kind === 'time') return !read.certain && halfDay(read.value) === halfDay(normal);
  if (kind !== 'money') return false;
  const [amount, unit] = read.value.split(' ');
  // 元 alone does not say whose, nor does a number.
  return normal.split(' ')[0] === amount && unit === 'CNY' && !/人民币|RMB/.test(words);
}

/** A time with its hours counted to 12: 七点 can be 07:00 and 19:00. */
function halfDay(time: string): string {
  return time.replace(/(?<=^|\/)\d{2}/g, hour => String(Number(hour) % 12));
}

function readAmount(
  kind: Exclude<NormalFormKind, 'date'>,
  words: string,
  text: string,
): AmountReading | null {
  switch (kind) {
    case 'time':
      return readTime(words);
    case 'money':
      return readMoney(words, foldText(text) !== text && /[萬億圓幣]/.test(text));
    case 'percentage':
      return readPercent(words);
  }
}

/** An issue date far from any other, to see whether one would help. */
const ANY_ISSUE = '2000-06-15';

function hangsOnIssue(words: string): boolean {
  return readDate(words, contextOf(ANY_ISSUE, null))?.value != null;
}

function fitsDate({ stated }: DateReading, normal: string): boolean {
  if (stated === null) return true;
  const isLunar = stated.startsWith('lunar:');
  // Whoever converted a lunar date knows more than its words say.
  if (isLunar !== normal.startsWith('lunar:')) return isLunar;
  const patterns = bare(stated).split('/');
  const parts = bare(normal).split('/');
  const ends: readonly (readonly [string | undefined, string | undefined])[] = [
    [patterns[0], parts[0]],
    [patterns.at(-1), parts.at(-1)],
  ];
  return ends.every(([pattern = '', part = '']) => part === '' || part === '..' || matches(pattern, part));
}

const bare = (form: string): string =>
  form.replace('lunar:', '').replace(/^--/, '????-').replace(/[~%]/g, '');

/** `part` may say more than the pattern, never otherwise; `X` stands for a digit left open in either. */
function matches(pattern: string, part: string): boolean {
  const digits = pattern
    .replace(/\?/g, '[\\dX?]')
    .replace(/X/g, '[\\dX]')
    .replace(/\[\\d\[\\dX\]\?\]/g, '[\\dX?]');
  return new RegExp(`^${digits}(?:-\\d{2})*\\??$`).test(part);
}

/** Without white space, in simplified characters and half width. */
function plainWords(text: string): string {
  return readableText(text).replace(/\s+/gu, '');
}
