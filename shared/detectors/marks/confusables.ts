/**
 * How two characters come to be confused: in print, notoriously (己 and 已), by a reader's judgement or by measure;
 * in sound; or as two forms of one character.
 */
export type Likeness = 'glyph' | 'shape' | 'sound' | 'variant' | 'classic';
const KINDS: readonly Likeness[] = ['glyph', 'shape', 'sound', 'variant', 'classic'];

/** A character that another may stand for. */
export interface Confusable {
  /** UTF-16 code unit. */
  readonly code: number;
  readonly likeness: Likeness;
  /** Similarity of the printed pictures, 0 (below 80 %) to 9 (98 % and more). */
  readonly similarity: number;
}

/** For each printed character those it may stand for, each followed by one letter for likeness and similarity. */
export type ConfusableTable = Readonly<Record<string, string>>;

const FIRST = 0x30;

/** One entry of a `ConfusableTable`. */
export function writeConfusable({ code, likeness, similarity }: Confusable): string {
  return String.fromCharCode(code, FIRST + KINDS.indexOf(likeness) * 10 + similarity);
}

/** The table by code unit of the printed character; undefined where there is nothing to confuse it with. */
export function readConfusables(table: ConfusableTable): readonly (readonly Confusable[] | undefined)[] {
  const lists = new Array<readonly Confusable[] | undefined>(0x10000).fill(undefined);
  for (const [char, entries] of Object.entries(table)) {
    const list: Confusable[] = [];
    for (let at = 0; at + 1 < entries.length; at += 2) {
      const value = entries.charCodeAt(at + 1) - FIRST;
      const likeness = KINDS[Math.floor(value / 10)] ?? 'glyph';
      list.push({ code: entries.charCodeAt(at), likeness, similarity: value % 10 });
    }
    lists[char.charCodeAt(0)] = list;
  }
  return lists;
}
