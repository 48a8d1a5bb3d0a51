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

/** A table made ready for looking up: the entries of code unit `c` are those from `starts[c]` to `starts[c + 1]`. */
export interface ConfusableIndex {
  readonly starts: Uint32Array;
  readonly entries: readonly Confusable[];
}

/** Parses a table. About 20 ms for 60,000 entries. */
export function readConfusables(table: ConfusableTable): ConfusableIndex {
  const starts = new Uint32Array(0x10001);
  const entries: Confusable[] = [];
  const wrongs = Object.keys(table).sort((a, b) => a.charCodeAt(0) - b.charCodeAt(0));
  let next = 0;
  for (const wrong of wrongs) {
    const code = wrong.charCodeAt(0);
    while (next <= code) starts[next++] = entries.length;
    const list = table[wrong] ?? '';
    for (let at = 0; at + 1 < list.length; at += 2) {
      const value = list.charCodeAt(at + 1) - FIRST;
      const likeness = KINDS[Math.floor(value / 10)] ?? 'glyph';
      entries.push({ code: list.charCodeAt(at), likeness, similarity: value % 10 });
    }
  }
  while (next < starts.length) starts[next++] = entries.length;
  return { starts, entries };
}
