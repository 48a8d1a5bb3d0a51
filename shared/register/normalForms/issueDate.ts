import type { KanwuDocument } from '../../document/document';
import { readableText } from '../../suggesters/readableText';
import { exists, isoDay } from './calendar';
import { REPUBLIC_FROM } from './eras';
import { readWhole } from './numerals';

const DATELINE = /^[晨午晚]?(?:电|讯)/;

export interface GuessedIssueDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The words it was read from. */
  readonly words: string;
}

/** Blocks in which a masthead or dateline stands. */
const LOOKED_AT = 40;

const DIGITS = '[\\d〇零一二三四五六七八九十]';
const DAY = new RegExp(
  `(?:(中华民国|民国)(元|(?:${DIGITS}|百){1,6})|(${DIGITS}{4}))年(${DIGITS}{1,3})月(${DIGITS}{1,3})[日号]|(20\\d{2}|19\\d{2})[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)`,
  'gu',
);

/**
 * The day of issue as a text gives it: the first whole date of its first blocks in a masthead (a line with little beside it);
 * else one in the file's name; else one in a dateline (2023年2月24日电). Null where there is none. A guess, to be offered and
 * never set by itself.
 */
export function guessIssueDate({ blocks, source }: KanwuDocument): GuessedIssueDate | null {
  let first: GuessedIssueDate | null = null;
  for (const block of blocks.slice(0, LOOKED_AT)) {
    const text = readableText(block.body.text);
    for (const found of text.matchAll(DAY)) {
      const date = dayOf(found);
      if (!date) continue;
      const guess = { date, words: block.body.text.slice(found.index, found.index + found[0].length) };
      const around = text.replace(found[0], '');
      // A masthead: little beside the date but a weekday, a number of the issue, the paper's name.
      if (around.length <= 40 && !/[。！？,，]/.test(around)) return guess;
      if (DATELINE.test(text.slice(found.index + found[0].length))) first ??= guess;
    }
  }
  return fromName(source.name) ?? first;
}

/** 20230224 or 2023-02-24 in the file's name. */
function fromName(name: string): GuessedIssueDate | null {
  const found = /(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  if (!found) return null;
  const day = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  return exists(day) ? { date: isoDay(day), words: found[0] } : null;
}

function dayOf(found: RegExpMatchArray): string | null {
  const [
    ,
    republic,
    republicYear = '',
    year = '',
    month = '',
    date = '',
    isoYearWords,
    isoMonthWords,
    isoDayWords,
  ] = found;
  const count = readWhole(isoYearWords ?? (republicYear === '元' ? '1' : republicYear || year));
  const whole = {
    year: republic && count !== null ? REPUBLIC_FROM + count - 1 : (count ?? 0),
    month: readWhole(isoMonthWords ?? month) ?? 0,
    day: readWhole(isoDayWords ?? date) ?? 0,
  };
  return whole.year > 1000 && exists(whole) ? isoDay(whole) : null;
}
