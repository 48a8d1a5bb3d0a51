import { two } from './calendar';
import { readWhole } from './numerals';

export interface TimeReading {
  /** `15:30`, `15:30:20`, or two of them with `/` between. */
  readonly value: string;
  readonly certain: boolean;
  /** Whether the minute is said exactly, be the half of the day a guess. */
  readonly exact: boolean;
}

const PART =
  '(大?清早|一?大?早上?|清晨|早晨|凌晨|上午|中午|正午|晌午|午后|下午|傍晚|黄昏|晚上?|晚间|夜晚|夜间|夜里|深夜|前半夜|后半夜|半夜|午夜|夜)';
const HAN = '[〇零一二两三四五六七八九十]';
const CLOCK = new RegExp(
  `^${PART}?(?:(\\d{1,2}):(\\d{2})(?::(\\d{2}))?|(\\d{1,2}|${HAN}+)[时点](钟|整|半|[一二三1-3]刻|(?:\\d{1,2}|${HAN}+)分?)?(?:(\\d{1,2}|${HAN}+)秒)?)(许|多|过|左右|前后)?$`,
  'u',
);

/** Reads a clock time; null where the words name a part of the day only (下午, 清晨). `words` as for dates. */
export function readTime(words: string): TimeReading | null {
  const [left, right, ...more] = words.split(/[至到]|—+|-+|~+/);
  if (right === undefined) return clock(words, undefined);
  const from = more.length === 0 && left !== undefined ? clock(left, undefined) : null;
  if (!from) return null;
  const part = new RegExp(`^${PART}`, 'u').exec(left ?? '')?.[1];
  const to = clock(right, part);
  return (
    to && {
      value: `${from.value}/${to.value}`,
      certain: from.certain && to.certain,
      exact: from.exact && to.exact,
    }
  );
}

/** `implied`: the part of the day a range began in. */
function clock(words: string, implied: string | undefined): TimeReading | null {
  const found = CLOCK.exec(words);
  if (!found) return null;
  const [, part, digitalHour, digitalMinute, digitalSecond, hourWords, minuteWords, secondWords, about] =
    found;
  const hour = readWhole(digitalHour ?? hourWords ?? '');
  const minute = digitalMinute === undefined ? minutes(minuteWords) : Number(digitalMinute);
  const second =
    secondWords === undefined
      ? digitalSecond === undefined
        ? null
        : Number(digitalSecond)
      : readWhole(secondWords);
  if (hour === null || hour > 24 || minute === null || minute > 59 || (second !== null && second > 59))
    return null;
  const shown = toDayHour(hour, part ?? implied);
  // 七点 may be in the evening; 7时 and 7:00 are the clock's own way.
  const spoken = digitalHour === undefined && words.includes('点') && hour <= 12 && hour > 0;
  const value = `${two(shown)}:${two(minute)}${second === null ? '' : `:${two(second)}`}`;
  return {
    value,
    certain: about === undefined && (part !== undefined || !spoken),
    exact: about === undefined,
  };
}

function minutes(words: string | undefined): number | null {
  if (words === undefined || words === '钟' || words === '整') return 0;
  if (words === '半') return 30;
  if (words.endsWith('刻')) return (readWhole(words.slice(0, -1)) ?? 0) * 15;
  return readWhole(words.replace(/分$/, ''));
}

/** The hour from 0 to 23 that an hour of a part of the day is. */
function toDayHour(hour: number, part: string | undefined): number {
  if (hour > 12) return hour % 24;
  switch (part) {
    case '午后':
    case '下午':
    case '傍晚':
    case '黄昏':
      return hour < 12 ? hour + 12 : 12;
    case '中午':
    case '正午':
    case '晌午':
      return hour < 6 ? hour + 12 : hour;
    case '晚':
    case '晚上':
    case '晚间':
    case '夜':
    case '夜晚':
    case '夜间':
    case '夜里':
    case '深夜':
    case '前半夜':
    case '半夜':
    case '午夜':
      if (hour === 12) return 0;
      return hour >= 5 ? hour + 12 : hour;
    case '凌晨':
    case '后半夜':
      return hour === 12 ? 0 : hour;
    default:
      return hour;
  }
}
