import type { SuggestedType } from './suggestion';

interface Span {
  readonly type: SuggestedType;
  readonly start: number;
  readonly end: number;
}

/** How many characters beside a span are looked at. */
const BESIDE = 6;

/**
 * Whether a span of `text` (as `readableText` gives it) is no mention whatever else speaks for it, by what the annotated pages
 * hold to be a date, a time and an amount:
 *
 * - a range is two dates (3月2日 and 3月5日), also of years (1885 and 1951), and what returns is named without 每 (周五);
 * - a part of the day without a clock time is a time only next to its date (昨天下午, not 下午 alone); `afterDate` says so; 许
 *   (about) is no part of the time, nor 多 of a share (四成多);
 * - 块, 分 and 角 count money only where something is paid or priced: not 城砖三百块, 一分没少, 报纸一角.
 *
 * O(length of the span).
 */
export function isRuledOut(text: string, { type, start, end }: Span, afterDate: boolean): boolean {
  if (type === 'TIME') return text[end - 1] === '许' || (!afterDate && !CLOCK.test(text.slice(start, end)));
  if (type === 'DATE') {
    const date = text.slice(start, end);
    return (
      date === '往年' || date.startsWith('每') || WITH_DAY_PART.test(date) || rangeIn(date) !== undefined
    );
  }
  if (type === 'PERCENT') return /[多余强弱]$/.test(text.slice(start, end));
  if (type !== 'MONEY') return false;
  const amount = text.slice(start, end);
  const last = amount.at(-1) ?? '';
  if (last === '块') return !PAID_BEFORE.test(before(text, start)) || COUNTED_AFTER.test(after(text, end));
  if (SMALLEST.test(amount))
    return NOTHING_BEFORE.test(before(text, start)) || NOTHING_AFTER.test(after(text, end));
  return false;
}

const CLOCK = /[时点:]/;
/** 3月2日夜间 is a date and a time; 3月2日晚 is a date. */
export const WITH_DAY_PART =
  /(?<=.[日天周号])(?:清晨|凌晨|早晨|早上|上午|中午|下午|傍晚|晚上|夜间|夜里|深夜)$/;

const DATE_UNIT = '(?:[年月日号曰旬底初末天季间代度朝]|(?:周|星期|礼拜)[一二三四五六日天])';
const RANGE = new RegExp(
  `^(?!.*赛季)(?<first>.*?(?:${DATE_UNIT}|(?<!\\d)[12]\\d{3}|民国|嘉庆|道光|咸丰|同治|光绪)) ?(?:至|到|—+|-|~) ?(?<second>(?:.*${DATE_UNIT}|[12]\\d{3}))$`,
);

/** The two dates of a range, as offsets in it; undefined where the text is one date (1—4月 is one: its 1 alone is none). */
export function rangeIn(
  date: string,
): { readonly firstEnd: number; readonly secondStart: number } | undefined {
  const { first, second } = RANGE.exec(date)?.groups ?? {};
  if (first === undefined || second === undefined) return undefined;
  return { firstEnd: first.length, secondStart: date.length - second.length };
}

const before = (text: string, at: number): string => text.slice(Math.max(0, at - BESIDE), at).trimEnd();
const after = (text: string, at: number): string => text.slice(at, at + BESIDE);

const PAID_BEFORE =
  /(?:^|[,。;:!?、"'(]|[这给他她我你卖到过是了花价钱高低多少收欠付退省赔奖罚要得值补借加贵赚涨降掏拿出取交只才共约薪租费挣租元]|[一每][斤条个只袋碗件张份天月年亩人棵头匹斗吨尺盒瓶杯把]|[菜汤饭面饼])$/;
const COUNTED_AFTER = /^[\u4e00-\u9fff](?<![的就到一左上出多吧也还呢啊都以买给起了寄往塞])/;
const SMALLEST = /^一[分毛角]钱?$/;
const NOTHING_BEFORE = /(?:[没不未无][\u4e00-\u9fff]{0,2}|[那的坏分少多差报屋墙街城院山湖园店厂桌海])$/;
const NOTHING_AFTER = /^(?:也|都|工钱|收入)*[没不未无]/;
