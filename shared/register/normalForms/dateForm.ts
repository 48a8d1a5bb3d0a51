import { isoYear } from './calendar';
import { readPoint } from './datePoint';
import { type DateContext, type DateReading, OPEN, partsOf, reading } from './dateReading';
import { DYNASTY, eraSpan, REIGN } from './eras';
import { readWhole } from './numerals';
import { readRelative } from './relativeDate';

/** What says when on a day, and adds nothing to the date. */
const TIME_OF_DAY =
  /(?<=[日号天]|\d)(?:清晨|凌晨|早晨|早上|上午|中午|下午|傍晚|晚上|晚间|夜间|夜里|深夜|[晚夜晨早])$/;
const ABOUT = /(?:左右|前后|前夕|许)$/;
const PADDING = /(?:期?间|之间|[当那]天|起|(?<=[\d年])赛季)$/;
const DASH = /[至到]|—+|-+|~+/g;

/**
 * Reads a date; `words` as `readableText` gives them, without white space. Null where they are no date that a calendar could
 * hold (近日, 每周三).
 */
export function readDate(words: string, context: DateContext): DateReading | null {
  const about = ABOUT.test(words);
  // 昨（24）日: the number says it best.
  const plain = words.replace(ABOUT, '').replace(/^[昨今明前]\((\d{1,2})\)日/, '$1日');
  const trimmed = plain.replace(PADDING, '') || plain;
  const found = one(trimmed, context) ?? range(trimmed, context);
  return found && about ? { ...found, certain: false } : found;
}

function one(words: string, context: DateContext): DateReading | null {
  const dated = words.replace(TIME_OF_DAY, '');
  return (
    readRelative(words, context) ??
    numeric(dated) ??
    decade(words, context) ??
    readPoint(dated, context) ??
    era(words)
  );
}

/** 2024-04-12, 2024/4/12, 2024.4.12, 1934.11, 1909, 一九八九. */
function numeric(words: string): DateReading | null {
  if (/^[一二][〇零一二三四五六七八九]{3}$/.test(words))
    return readPoint(`${words}年`, { issue: null, anchor: null });
  const found = /^(1\d{3}|20\d{2})(?:[-./](1[0-2]|0?[1-9])(?:[-./]([12]\d|3[01]|0?[1-9]))?)?$/.exec(words);
  if (!found) return null;
  const value = found
    .slice(1)
    .flatMap(part => part?.padStart(2, '0') ?? [])
    .join('-');
  return reading(value, true, value);
}

/** 上世纪八十年代 is 198X, 19世纪 18XX (EDTF level 1). */
function decade(words: string, { issue }: DateContext): DateReading | null {
  const found =
    /^(?:(上|本|.{1,3}?)个?世纪)?(?:((?:19|20)?[1-9]0|[一二三四五六七八九]十)年代)?(初|末|初期|中期|后期|末期)?$/.exec(
      words,
    );
  const [, centuryWords, tens, edge] = found ?? [];
  if (!found || (centuryWords === undefined && tens === undefined)) return null;
  if (tens !== undefined && tens.length === 4)
    return reading(`${tens.slice(0, 3)}X`, edge === undefined, `${tens.slice(0, 3)}X`);
  const ours = issue ? Math.floor(issue.year / 100) + 1 : null;
  const century =
    centuryWords === undefined
      ? 20
      : centuryWords === '上'
        ? ours && ours - 1
        : centuryWords === '本'
          ? ours
          : readWhole(centuryWords);
  const open = tens === undefined ? 'XX' : `${(readWhole(tens) ?? 0) / 10}X`;
  if (century === null) return { ...OPEN, stated: `??${open}` };
  const value = `${isoYear((century - 1) * 100).slice(0, 2)}${open}`;
  return reading(value, edge === undefined, centuryWords === undefined ? `??${open}` : value);
}

const ERA = new RegExp(
  `^(?:(?:${DYNASTY})[朝代]?(?:(${REIGN})|)|(${REIGN}))(?:年|时期|时代)?(初|末|初年|末年|中期|中)?$`,
  'u',
);

/** Dynasties and reigns as a whole, first year to last. */
function era(words: string): DateReading | null {
  const found = ERA.exec(words);
  if (!found) return null;
  const dynasty = new RegExp(`^${DYNASTY}`, 'u').exec(words)?.[0];
  const span = eraSpan(found[1] ?? found[2] ?? dynasty ?? '');
  return span && reading(`${isoYear(span[0])}/${isoYear(span[1])}`, false, null);
}

/** Two dates with a dash or 至 between them; what one of them leaves out it has from the other. */
function range(words: string, context: DateContext): DateReading | null {
  for (const { 0: dash, index } of words.matchAll(DASH)) {
    const left = words.slice(0, index);
    const right = words.slice(index + dash.length);
    if (left === '' || right === '') continue;
    const from = one(left, context) ?? one(left + unitOf(left, right), context);
    if (!from) continue;
    const parts = from.value === null ? null : partsOf(from.value);
    const to = one(right, parts ? { ...context, from: parts } : context) ?? one(`${right}年`, context);
    if (to) return joined(from, to);
  }
  return null;
}

/** 1至5月, 5—10日, 1905—2005年: the unit stands once. */
function unitOf(left: string, right: string): string {
  if (/[年月日号]$/.test(left)) return '';
  return /^[\d〇零一二三四五六七八九十]+([年月日号])/.exec(right)?.[1] ?? '';
}

function joined(from: DateReading, to: DateReading): DateReading | null {
  const stated = `${first(from.stated ?? '????')}/${last(to.stated ?? '????')}`;
  const states = /\d/.test(stated) ? stated : null;
  if (from.value === null || to.value === null) return { ...OPEN, stated: states };
  if (/^lunar/.test(from.value) !== /^lunar/.test(to.value)) return null;
  const [start, end] = [first(from.value), last(to.value)];
  return reading(`${start}/${end}`, from.certain && to.certain && start <= end, states);
}

const first = (form: string): string => form.split('/')[0] ?? form;
const last = (form: string): string => form.split('/').at(-1) ?? form;
