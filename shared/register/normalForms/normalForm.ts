import { foldText } from '../../lexicon/fold';
import { readableText } from '../../suggesters/readableText';
import { readDate } from './dateForm';
import { contextOf, type DateReading } from './dateReading';
import { type AmountReading, readMoney } from './moneyForm';
import { readPercent } from './percentForm';
import { readTime } from './timeForm';

/** Types of the standard tagset whose mentions have a normal form. */
export const NORMAL_FORM_TYPES = ['DATE', 'TIME', 'MONEY', 'PERCENT'] as const;
export type NormalFormType = (typeof NORMAL_FORM_TYPES)[number];

export function hasNormalForm(type: string): type is NormalFormType {
  return (NORMAL_FORM_TYPES as readonly string[]).includes(type);
}

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
 * The normal form of words of a type: dates as ISO 8601 (with EDTF's seasons and open digits; `lunar:` marks the old
 * calendar), clock times `15:30`, amounts `1500000000 CNY` (ISO 4217), percentages `3.5%`; ranges with `/` between.
 */
export function normalFormOf(
  type: string,
  text: string,
  { issueDate, before = null }: NormalContext,
): NormalReading {
  if (!hasNormalForm(type)) return NONE;
  const words = plainWords(text);
  if (type !== 'DATE') {
    const read = readAmount(type, words, text);
    return read ? { kind: 'value', value: read.value, certain: read.certain } : NONE;
  }
  const read = readDate(words, contextOf(issueDate, before));
  if (!read) return NONE;
  if (read.value !== null) return { kind: 'value', value: read.value, certain: read.certain };
  // Where the day of issue is known and does not help, the words mean from another date.
  return issueDate === null && hangsOnIssue(words) ? { kind: 'needsIssueDate' } : NONE;
}

/** Whether another normal form is at odds with the words: 2月23日 can be 2022-02-23 and 2023-02-23, but not 2023-02-24. */
export function fitsWords(type: string, text: string, normal: string): boolean {
  if (!hasNormalForm(type)) return true;
  const words = plainWords(text);
  if (type === 'DATE') {
    const read = readDate(words, contextOf(null, null));
    return read === null || fitsDate(read, normal);
  }
  const read = readAmount(type, words, text);
  if (!read?.exact || read.value === normal) return true;
  if (type === 'TIME') return !read.certain && halfDay(read.value) === halfDay(normal);
  if (type !== 'MONEY') return false;
  const [amount, unit] = read.value.split(' ');
  // 元 alone does not say whose, nor does a number.
  return normal.split(' ')[0] === amount && unit === 'CNY' && !/人民币|RMB/.test(words);
}

/** A time with its hours counted to 12: 七点 can be 07:00 and 19:00. */
function halfDay(time: string): string {
  return time.replace(/(?<=^|\/)\d{2}/g, hour => String(Number(hour) % 12));
}

function readAmount(
  type: Exclude<NormalFormType, 'DATE'>,
  words: string,
  text: string,
): AmountReading | null {
  switch (type) {
    case 'TIME':
      return readTime(words);
    case 'MONEY':
      return readMoney(words, foldText(text) !== text && /[萬億圓幣]/.test(text));
    case 'PERCENT':
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
