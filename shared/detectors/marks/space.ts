import type { TextBlock } from '../../document/textBlock';
import type { Detector } from '../../findings/detector';
import type { TextFinding } from '../../findings/finding';
import type { Lexicon } from '../../lexicon/lexicon';
import {
  inRanges,
  isCjkMark,
  isDigit,
  isHan,
  isLatin,
  isProse,
  isSpace,
  machineRanges,
} from './characterClass';

interface SpaceSurvey {
  /** Share of the gaps between Han and digits or Latin that have a space, 0–1; null where there are too few. */
  readonly spacedNumbers: number | null;
  /** Share of Chinese commas and full stops that are followed by a space, 0–1. */
  readonly spacedMarks: number;
}

/** In such passages the space between names is a separator: bylines, lists of names, captions, signatures. */
const NAMES_BEFORE =
  /(?:记者|通讯员|作者|编辑|责编|摄影|实习生|特约|见习|文|图|摄|主任|局长|主席|电话|联系人)[:：]?\s?[^，。；！？,;!?]{0,30}$/;
/** Two characters set apart to fill the width of three: 张 三, 目 录, 第 一 章. */
const SET_APART = /^[\p{Script=Han}]\s[\p{Script=Han}]$/u;
const CLOSED_BEFORE = /[（(《“「『〔【]$/;
const CLOSES = /^[，。、；：！？）》”」』〕】…]/;

/** Spaces that stand inside Chinese text and part what belongs together. */
export function space(lexicon: Lexicon): Detector<SpaceSurvey> {
  return {
    kinds: ['space'],
    reach: 0,
    survey,
    detect(blocks, knowledge, from, to) {
      const findings: TextFinding[] = [];
      for (let index = from; index < to; index++) {
        const block = blocks[index];
        if (block && mayHold(block))
          for (const finding of inBlock(block, knowledge, lexicon)) findings.push(finding);
      }
      return findings;
    },
  };
}

function mayHold(block: TextBlock): boolean {
  return block.kind !== 'code' && block.kind !== 'table' && block.kind !== 'image' && /\s/.test(block.text);
}

function survey(blocks: readonly TextBlock[]): SpaceSurvey {
  let tight = 0;
  let spaced = 0;
  let marks = 0;
  let spacedMarks = 0;
  for (const { text, kind } of blocks) {
    if (kind === 'code') continue;
    for (let at = 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const before = text.charCodeAt(at - 1);
      if (isSpace(code)) {
        if (isPairOfScripts(before, text.charCodeAt(at + 1))) spaced++;
        else if (isSentenceMark(before)) spacedMarks++;
      } else if (isPairOfScripts(before, code)) tight++;
      if (isSentenceMark(code)) marks++;
    }
  }
  return {
    spacedNumbers: tight + spaced < 8 ? null : spaced / (tight + spaced),
    spacedMarks: marks === 0 ? 0 : spacedMarks / marks,
  };
}

function isPairOfScripts(a: number, b: number): boolean {
  return (isHan(a) && (isDigit(b) || isLatin(b))) || (isHan(b) && (isDigit(a) || isLatin(a)));
}

function isSentenceMark(code: number): boolean {
  return code === 0xff0c || code === 0x3002 || code === 0x2c;
}

function inBlock(block: TextBlock, knowledge: SpaceSurvey, lexicon: Lexicon): TextFinding[] {
  const { text } = block;
  const runs: [number, number][] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isSpace(text.charCodeAt(at))) continue;
    let end = at + 1;
    while (end < text.length && isSpace(text.charCodeAt(end))) end++;
    if (at > 0 && end < text.length) runs.push([at, end]);
    at = end;
  }
  const machine = machineRanges(text);
  const found: TextFinding[] = [];
  const density = runs.length / text.length;
  for (const [start, end] of runs) {
    if (inRanges(machine, start)) continue;
    const judged = judge(text, start, end, density, block, knowledge, lexicon);
    if (judged) found.push({ kind: 'space', block: block.id, start, end, replacement: '', ...judged });
  }
  return found;
}

type Judged = Pick<TextFinding, 'confidence' | 'reason'>;

function judge(
  text: string,
  start: number,
  end: number,
  density: number,
  block: TextBlock,
  knowledge: SpaceSurvey,
  lexicon: Lexicon,
): Judged | null {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  const context = text.slice(Math.max(0, start - 36), start);
  // Wide gaps are columns, indents or signatures, and an ideographic space is typed on purpose.
  if (end - start > 2 || text.slice(start, end).includes('\u3000')) return null;
  if (isHan(before) && isHan(after)) {
    if (density > 0.12 || NAMES_BEFORE.test(context)) return null;
    const prose = isProse(text) && block.kind !== 'heading';
    const word = wordAcross(text, start, end, lexicon);
    const alone =
      SET_APART.test(text.slice(start - 1, end + 1)) &&
      !isHan(text.charCodeAt(start - 2)) &&
      !isHan(text.charCodeAt(end + 1));
    if (alone && !prose) return null;
    if (word)
      return { confidence: prose ? 0.93 : isTitle(text, start, end) ? 0.35 : 0.62, reason: inWord(word) };
    if (!prose || density > 0.03) return null;
    // After the first words of a block, or inside parentheses, the space sets a label or a name apart.
    const inside = /[，。；！？,;!?][^，。；！？,;!?()（）]*$/.test(context);
    return { confidence: inside && sameClause(text, start, end) ? 0.6 : 0.35, reason: BETWEEN_HAN };
  }
  const mark = text.charAt(end);
  if (isDigit(before) && isDigit(after) && end - start === 1) {
    // 7 312 groups thousands; 14.3 6 and 9 7 group nothing. Beside further spaced figures it is a row of numbers.
    const run = /^\d+/.exec(text.slice(end, end + 12))?.[0].length ?? 0;
    const figure =
      /[^\d\s.,:：-]\d{1,2}(?:\.\d)?$/.test(context) && /^\d[^\d\s:：.-]/.test(text.slice(end, end + 2));
    return run === 1 && figure && isProse(text) ? { confidence: 0.55, reason: IN_NUMBER } : null;
  }
  if ((isHan(before) || isDigit(before)) && CLOSES.test(mark)) {
    return { confidence: 0.75, reason: besideMark(mark) };
  }
  const opener = text.charAt(start - 1);
  if (CLOSED_BEFORE.test(opener) && isHan(after)) return { confidence: 0.75, reason: besideMark(opener) };
  if (isCjkMark(opener) && '，。；：、'.includes(opener) && isHan(after) && knowledge.spacedMarks < 0.05) {
    return isProse(text) && block.kind !== 'heading'
      ? { confidence: 0.55, reason: besideMark(opener) }
      : null;
  }
  if (isPairOfScripts(before, after) && knowledge.spacedNumbers !== null && knowledge.spacedNumbers < 0.04) {
    return isProse(text) && block.kind !== 'heading' && (isDigit(before) || isDigit(after)) && density < 0.03
      ? { confidence: 0.5, reason: NUMBERS }
      : null;
  }
  return null;
}

/** True for 舞动身心 健康同行: two phrases of a title, whose meeting ends may happen to make a word. */
function isTitle(text: string, start: number, end: number): boolean {
  return hanBefore(text, start).length >= 3 && hanAfter(text, end).length >= 3;
}

/** The word of two to four characters that the space cuts in two, if one does that no better cut explains. */
function wordAcross(text: string, start: number, end: number, lexicon: Lexicon): string | null {
  const left = hanBefore(text, start);
  const right = hanAfter(text, end);
  const joined = left + right;
  const cut = lexicon.segment(joined).find(word => word.start < left.length && word.end > left.length);
  return cut ? joined.slice(cut.start, cut.end) : null;
}

function hanBefore(text: string, at: number): string {
  let from = at;
  while (from > 0 && at - from < 6 && isHan(text.charCodeAt(from - 1))) from--;
  return text.slice(from, at);
}

function hanAfter(text: string, at: number): string {
  let to = at;
  while (to < text.length && to - at < 6 && isHan(text.charCodeAt(to))) to++;
  return text.slice(at, to);
}

/** True where no other space stands within the clause: a lone gap in running text parts nothing on purpose. */
function sameClause(text: string, start: number, end: number): boolean {
  const left =
    text
      .slice(Math.max(0, start - 20), start)
      .split(/[，。；！？：,;!?:]/)
      .at(-1) ?? '';
  const right = text.slice(end, end + 20).split(/[，。；！？：,;!?:]/)[0] ?? '';
  return left.length >= 2 && right.length >= 2 && !/\s/.test(left) && !/\s/.test(right);
}

function inWord(word: string): Judged['reason'] {
  return { zh: `词语“${word}”中间多了空格`, en: `A space splits the word “${word}”` };
}
const BETWEEN_HAN: Judged['reason'] = { zh: '汉字之间多了空格', en: 'A stray space between Han characters' };
const IN_NUMBER: Judged['reason'] = { zh: '数字中间多了空格', en: 'A space splits a number' };
const NUMBERS: Judged['reason'] = {
  zh: '本文数字与汉字之间不空格，只有此处空了',
  en: 'Nowhere else does this text put a space between digits and Han',
};
function besideMark(mark: string): Judged['reason'] {
  return { zh: `标点“${mark}”旁不空格`, en: `No space belongs beside ${mark}` };
}
