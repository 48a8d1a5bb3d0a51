import type { TextBlock } from '../../document/textBlock';
import type { Detector } from '../../findings/detector';
import type { TextFinding } from '../../findings/finding';
import { endsSentence, inRanges, isDigit, isHan, isLatin, machineRanges } from './characterClass';

// Source of the rule: GB/T 15834—2011, marks of Chinese text are full-width. A newspaper scan set half-width throughout keeps its
// own convention, though: what is reported are the deviations from what the document itself does.
const HALF = ',.;:?!()';
const FULL = '，。；：？！（）';
/** Marks judged together, for they are seldom enough for a convention of their own. */
const GROUP: Readonly<Record<string, number>> = {
  ',': 0,
  '.': 1,
  ';': 2,
  ':': 3,
  '?': 4,
  '!': 4,
  '(': 5,
  ')': 5,
};
const GROUPS = 6;
/** Occurrences from which a mark's own convention counts; below, that of all marks together. */
const ENOUGH = 8;

interface WidthSurvey {
  /** Half- and full-width occurrences beside Han, per group of marks. */
  readonly half: readonly number[];
  readonly full: readonly number[];
  /** Full-width full stops of the ．form beside Han. */
  readonly dots: number;
}

/** Half-width marks in a full-width text, and the reverse. */
export const width: Detector<WidthSurvey> = {
  kinds: ['width'],
  reach: 0,
  survey(blocks) {
    const half = new Array<number>(GROUPS).fill(0);
    const full = new Array<number>(GROUPS).fill(0);
    let dots = 0;
    for (const block of blocks) {
      if (block.kind === 'code') continue;
      visit(block, (at, mark, isHalf) => {
        if (mark === '．') dots++;
        else {
          const group = GROUP[mark] ?? 0;
          const counts = isHalf ? half : full;
          counts[group] = (counts[group] ?? 0) + 1;
        }
        return at;
      });
    }
    return { half, full, dots };
  },
  detect(blocks, survey, from, to) {
    const findings: TextFinding[] = [];
    for (let index = from; index < to; index++) {
      const block = blocks[index];
      if (block && block.kind !== 'code')
        for (const finding of inBlock(block, survey)) findings.push(finding);
    }
    return findings;
  },
};

/** Calls `see` for each mark in Chinese context with its half-width form; `see` returns where to go on from. */
function visit(block: TextBlock, see: (at: number, mark: string, isHalf: boolean) => number): void {
  const { text } = block;
  const machine = machineRanges(text);
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '．') {
      if (isHan(text.charCodeAt(at - 1))) at = see(at, char, false);
      continue;
    }
    const half = HALF.indexOf(char);
    const full = half < 0 ? FULL.indexOf(char) : -1;
    if (half < 0 && full < 0) continue;
    if (half >= 0 ? !halfInChinese(text, at) || inRanges(machine, at) : !besideHan(text, at)) continue;
    at = see(at, HALF.charAt(half < 0 ? full : half), half >= 0);
  }
}

function besideHan(text: string, at: number): boolean {
  return chinese(text, at - 1) || chinese(text, at + 1);
}

function chinese(text: string, at: number): boolean {
  return (
    isHan(text.charCodeAt(at)) ||
    (at >= 0 && at < text.length && '”’》」』）】〉“‘《「『（【〈、。…'.includes(text.charAt(at)))
  );
}

/** True where a half-width mark stands where Chinese text would have the full-width one. */
function halfInChinese(text: string, at: number): boolean {
  const mark = text.charAt(at);
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at + 1);
  if (mark === '(' || mark === ')') return chinese(text, at - 1) || chinese(text, at + 1);
  if (mark === '.' || mark === ':') {
    // 1.标题, 图3.说明, v2.0, 10:30 and 3:2 keep theirs.
    if (!chinese(text, at - 1)) return false;
    // Ellipses typed as dots, and initials before a name.
    if (mark === '.' && (text.charAt(at + 1) === '.' || text.charAt(at - 1) === '.')) return false;
    return mark === ':' ? text.charAt(at + 1) !== '/' : !isDigit(right) && !isLatin(right);
  }
  if (chinese(text, at - 1)) return true;
  // 12%,达到 and 2020,其中: the left neighbour is no Han, but the clause is.
  return (
    chinese(text, at + 1) &&
    !(isLatin(left) && /[A-Za-z]{3,}\s[A-Za-z]+$/.test(text.slice(Math.max(0, at - 24), at)))
  );
}

function inBlock(block: TextBlock, survey: WidthSurvey): TextFinding[] {
  const { text } = block;
  const found: TextFinding[] = [];
  visit(block, (at, mark, isHalf) => {
    if (mark === '．') {
      // A list number keeps it: 一．概况.
      if (survey.dots > 4 || /^.{0,3}$/.test(text.slice(0, at))) return at;
      const inside = isHan(text.charCodeAt(at + 1)) && !endsSentence(text);
      found.push({
        kind: 'width',
        block: block.id,
        start: at,
        end: at + 1,
        replacement: '。',
        confidence: inside ? 0.4 : 0.8,
        reason: DOT,
      });
      return at;
    }
    const group = GROUP[mark] ?? 0;
    const confidence = deviation(survey, group, isHalf);
    if (confidence < 0.3) return at;
    const replacement = isHalf ? FULL.charAt(HALF.indexOf(mark)) : mark;
    if (mark === '(') {
      const pair = pairFrom(text, at, isHalf);
      if (pair) {
        found.push({
          kind: 'width',
          block: block.id,
          start: at,
          end: pair.end,
          replacement: pair.text,
          confidence,
          reason: reasonFor(text.charAt(at), isHalf),
        });
        // What stands between the parentheses is part of this finding.
        return pair.end - 1;
      }
      if (pair === undefined) return at;
    } else if (mark === ')' && matchingMissing(text, at, isHalf)) return at;
    // In a name such as 约翰.史密斯 a dot stands for ·, which only a person can tell from a full stop.
    const doubtful = mark === '.' && isHan(text.charCodeAt(at + 1)) ? 0.6 : 1;
    found.push({
      kind: 'width',
      block: block.id,
      start: at,
      end: at + 1,
      replacement,
      confidence: confidence * doubtful,
      reason: reasonFor(text.charAt(at), isHalf),
    });
    return at;
  });
  return found;
}

/** How surely a mark of this width breaks the document's convention, 0–1. */
function deviation(survey: WidthSurvey, group: number, isHalf: boolean): number {
  const own = [survey.half[group] ?? 0, survey.full[group] ?? 0] as const;
  const ownTotal = own[0] + own[1];
  const all = [sum(survey.half), sum(survey.full)] as const;
  const [half, full] = ownTotal >= ENOUGH ? own : all;
  const total = half + full;
  if (total < 4) return 0;
  const share = (isHalf ? half : full) / total;
  // Where the mark itself is rare, its own few occurrences must at least not all be of this width.
  const alone = ownTotal < ENOUGH && (isHalf ? own[1] : own[0]) === 0 && ownTotal > 2;
  const certainty =
    share <= 0.08 ? 0.9 : share <= 0.15 ? 0.72 : share <= 0.25 ? 0.45 : share <= 0.35 ? 0.35 : 0;
  return certainty * (alone ? 0.5 : ownTotal < ENOUGH ? 0.85 : 1);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0);
}

/** Longest text between parentheses that one finding takes along. UTF-16 code units. */
const LONGEST_PAIR = 80;

/**
 * The parenthesis at `at` with its partner and what stands between, converted: both or none. Null where the partner
 * has the other width already (then the one alone is to be converted), undefined where there is none in reach.
 */
function pairFrom(
  text: string,
  at: number,
  isHalf: boolean,
): { end: number; text: string } | null | undefined {
  const [open, close, other] = isHalf ? ['(', ')', '）'] : ['（', '）', ')'];
  let depth = 0;
  for (let next = at; next < text.length && next - at <= LONGEST_PAIR; next++) {
    const char = text.charAt(next);
    if (char === open) depth++;
    else if (char === other && depth === 1) return null;
    else if (char === close && --depth === 0) {
      const inner = text.slice(at + 1, next);
      return { end: next + 1, text: isHalf ? `（${inner}）` : `(${inner})` };
    }
  }
  return undefined;
}

/** True where a closing parenthesis has no opening one of the other width before it to go with. */
function matchingMissing(text: string, at: number, isHalf: boolean): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_PAIR), at);
  const other = isHalf ? '（' : '(';
  const same = isHalf ? '(' : '（';
  return before.lastIndexOf(other) <= before.lastIndexOf(same);
}

const DOT: TextFinding['reason'] = {
  zh: '“．”似为句号“。”之误',
  en: '“．” seems to stand for the full stop “。”',
};

function reasonFor(mark: string, isHalf: boolean): TextFinding['reason'] {
  return isHalf
    ? {
        zh: `本文用全角标点，此处的“${mark}”是半角`,
        en: `This text uses full-width marks; “${mark}” here is half-width`,
      }
    : {
        zh: `本文用半角标点，此处的“${mark}”是全角`,
        en: `This text uses half-width marks; “${mark}” here is full-width`,
      };
}
