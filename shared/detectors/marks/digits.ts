import type { TextBlock } from '../../document/textBlock';
import type { TextFinding } from '../../findings/finding';
import { inRanges, isDigit, machineRanges } from './characterClass';

/** Letters that recognition gives for a digit, and the digit. */
const DIGIT_FOR: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  b: '6',
  G: '6',
  B: '8',
  g: '9',
  q: '9',
};
/** O, l, I and the like are taken for digits anywhere in a number; the others need digits on both sides. */
const SURE = 'OolI';
const RUN = /[0-9OoQDlIiZzSsbGBgq|]+/g;
const NUMBER_BEFORE = /[\d一-龥（(:：.．,，\-－—~〇/+＋￥$第]$/;
const UNIT_AFTER =
  /^(?:[年月日时分秒元万亿千百米吨斤克里人个名户次场路号楼层室岁页份条件台辆套件只头亩度倍位家所项种期届%％‰℃:：]|\.\d|-\d|－\d|,\d|\d|厘|公|多|余|至|[，。；、）)]|$)/;
/** Digits in names of models, codes and formulas: 5G, 3D, 2B, A0, PM2.5, S0. */
const LETTER_BESIDE = /[A-Za-z]/;

/**
 * Letters that stand for digits in numbers: 4O0 for 400, 2O05年, 6l号. A run of digits and such letters is one
 * number unless further letters touch it (5G and 3D stay, and so do model and card numbers).
 */
export function digitFindings(block: TextBlock): TextFinding[] {
  const { text } = block;
  if (!MAY_HOLD.test(text)) return [];
  const machine = machineRanges(text);
  const found: TextFinding[] = [];
  for (const match of text.matchAll(RUN)) {
    const run = match[0];
    const start = match.index;
    const end = start + run.length;
    if (!/[^\d]/.test(run) || inRanges(machine, start)) continue;
    if (LETTER_BESIDE.test(text.charAt(start - 1)) || LETTER_BESIDE.test(text.charAt(end))) continue;
    const confidence = judge(run, text.slice(Math.max(0, start - 12), start), text.slice(end, end + 12));
    if (confidence === 0) continue;
    const replacement = [...run].map(char => DIGIT_FOR[char] ?? char).join('');
    found.push({
      kind: 'lookalike',
      block: block.id,
      start,
      end,
      replacement,
      confidence,
      reason: {
        zh: `数字“${replacement}”里混进了字母，认成了“${run}”`,
        en: `Letters were read for digits: “${run}” is the number ${replacement}`,
      },
    });
  }
  return found;
}

const MAY_HOLD = /\d[OoQDlIiZzSsbGBgq|]|[OoQDlIiZzSsbGBgq|]\d|[OolIZS]{2}|[:：.．-]\s?[OolIZS]/;

function judge(run: string, before: string, after: string): number {
  const digits = [...run].filter(char => isDigit(char.charCodeAt(0))).length;
  const letters = run.length - digits;
  const onlySure = [...run].every(char => isDigit(char.charCodeAt(0)) || SURE.includes(char));
  const inside = /^\d.*\d$/.test(run);
  if (digits === 0) {
    // 9:OO, 17.OO; a lone word of letters is none of our business.
    return onlySure && /\d[:：.．]$/.test(before) && run.length <= 2 ? 0.9 : 0;
  }
  // 3D打印, 5G, 2B铅笔, 8Q: one digit with one letter at its end is a name unless the letter can hardly be one.
  if (letters === digits && run.length === 2 && !onlySure) return 0;
  if (/^\d+[DGBbgq]$/.test(run)) return 0;
  // B7, S0, G30, D1: a letter first is a code, a train or a road.
  if (/^[A-Z]+[0-9]+$/.test(run) && !/^[OI]/.test(run)) return /\d[.．:：]$/.test(before) ? 0.9 : 0;
  if (!NUMBER_BEFORE.test(before) && before !== '' && !/\s$/.test(before)) return 0;
  if (onlySure) return inside ? 0.97 : UNIT_AFTER.test(after) || /\d[.．:：-]$/.test(before) ? 0.94 : 0.6;
  if (inside) return letters <= 2 ? 0.92 : 0.6;
  return /\d[.．:：-]$/.test(before) || (UNIT_AFTER.test(after) && digits >= 2) ? 0.85 : 0;
}
