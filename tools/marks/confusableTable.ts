import { isHan } from '../../shared/detectors/marks/characterClass';
import {
  type Confusable,
  type ConfusableTable,
  type Likeness,
  writeConfusable,
} from '../../shared/detectors/marks/confusables';
import { foldText } from '../../shared/lexicon/fold';
import { CLASSIC_SETS, SHAPE_SETS, SOUND_SETS, VARIANTS } from './confusions';

/** What `glyphs.ts` measured: per character and part of its picture, the nearest others and their correlation in %. */
export type Glyphs = Readonly<
  Record<string, Readonly<Record<string, readonly (readonly [string, number])[]>>>
>;

/** How alike a part of the picture must be, and what that is worth of the likeness of the whole, in %. */
const PARTS: Readonly<Record<string, { least: number; most: number; worth: number }>> = {
  whole: { least: 82, most: 9, worth: 0 },
  right: { least: 94, most: 4, worth: -8 },
  left: { least: 96, most: 3, worth: -12 },
  bottom: { least: 95, most: 3, worth: -9 },
};

/**
 * Which characters a printed one may stand for: the sets written by hand, the pairs marked in pages (both ways), and
 * the nearest in print among the characters that `isCommon`.
 */
export function confusableTable(
  glyphs: Glyphs,
  markedPairs: Iterable<readonly [string, string]>,
  isCommon: (char: string) => boolean,
): ConfusableTable {
  const table = new Map<string, Map<string, { likeness: Likeness; percent: number }>>();
  const add = (wrong: string, right: string, likeness: Likeness, percent: number): void => {
    if (
      wrong === right ||
      !isHan(wrong.charCodeAt(0)) ||
      !isHan(right.charCodeAt(0)) ||
      wrong.length * right.length !== 1
    )
      return;
    const list = table.get(wrong) ?? new Map<string, { likeness: Likeness; percent: number }>();
    const old = list.get(right);
    // A person's judgement stands above the measure, but keeps the measured similarity.
    list.set(right, {
      likeness: old && old.likeness !== 'glyph' ? old.likeness : likeness,
      percent: Math.max(percent, old?.percent ?? 0),
    });
    table.set(wrong, list);
  };
  const measured = new Map<string, number>();
  for (const [char, parts] of Object.entries(glyphs)) {
    for (const [part, list] of Object.entries(parts)) {
      const rule = PARTS[part];
      if (!rule) continue;
      for (const [other, percent] of list) {
        const key = char + other;
        measured.set(key, Math.max(measured.get(key) ?? 0, percent + rule.worth));
      }
    }
  }
  const percentOf = (a: string, b: string): number =>
    Math.max(measured.get(a + b) ?? 0, measured.get(b + a) ?? 0, 70);
  for (const [sets, likeness] of [
    [CLASSIC_SETS, 'classic'],
    [SHAPE_SETS, 'shape'],
    [SOUND_SETS, 'sound'],
  ] as const) {
    for (const set of sets) for (const a of set) for (const b of set) add(a, b, likeness, percentOf(a, b));
  }
  for (const [wrong = '', right = ''] of VARIANTS.map(pair => [...pair]))
    add(wrong, right, 'variant', percentOf(wrong, right));
  for (const [wrong, right] of markedPairs) {
    if (foldText(wrong) === foldText(right)) continue;
    add(wrong, right, 'shape', percentOf(wrong, right));
    add(right, wrong, 'shape', percentOf(wrong, right));
  }
  for (const [char, parts] of Object.entries(glyphs)) {
    for (const [part, list] of Object.entries(parts)) {
      const rule = PARTS[part];
      if (!rule) continue;
      const near = list
        .filter(([other, percent]) => percent >= rule.least && isCommon(other))
        .slice(0, rule.most);
      for (const [other, percent] of near) add(char, other, 'glyph', percent + rule.worth);
    }
  }
  const result: Record<string, string> = {};
  for (const [char, list] of table) {
    result[char] = [...list]
      .map(
        ([other, { likeness, percent }]): Confusable => ({
          code: other.charCodeAt(0),
          likeness,
          similarity: Math.max(0, Math.min(9, Math.floor((percent - 78) / 2))),
        }),
      )
      .map(writeConfusable)
      .join('');
  }
  return result;
}
