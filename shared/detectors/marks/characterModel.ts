import { foldCode } from '../../lexicon/fold';

/** Counts of neighbouring characters, as `tools/marks/learnCharacters.ts` writes them. */
export interface CharacterCounts {
  /** What the counts were made from, and how. */
  readonly origin: unknown;
  /** All counted characters, most frequent first, and beside each the level of its count (see `levelCount`). */
  readonly characters: string;
  readonly levels: string;
  /** For each of `characters`, those that follow it: groups of falling level, parted by `|`, from `TOP_LEVEL` on. */
  readonly followers: readonly string[];
}

/** Levels are powers of two, so that a count takes no more room than its order of magnitude. */
export const TOP_LEVEL = 20;

const LEVEL_COUNTS = Float64Array.from({ length: TOP_LEVEL + 1 }, (_, level) => 2 ** level * 1.4);

/** Count that stands for a level, 0 to `TOP_LEVEL`. */
export function levelCount(level: number): number {
  return LEVEL_COUNTS[level] ?? 0;
}

/** A character bigram model: how probable one character is after another, and by itself. */
export interface CharacterModel {
  /** Natural logarithm of the probability of `code` after `before`; both as `characterClass` gives them. */
  after(before: number, code: number): number;
  /** Natural logarithm of the probability of `code` anywhere. */
  alone(code: number): number;
}

const HALF_MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
/** White space, Latin letters and digits count as one character each. */
const RUNS: readonly (readonly [RegExp, number])[] = [
  [/[\s\0]+/g, 0x20],
  [/\p{Script=Latin}+/gu, 0x41],
  [/\p{Nd}+/gu, 0x30],
];
const classes = buildClasses();

function buildClasses(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => foldCode(code));
  for (const [half, full] of Object.entries(HALF_MARKS))
    table[half.charCodeAt(0)] = foldCode(full.charCodeAt(0));
  // All code units as one text, which an expression goes over once: testing each by itself takes 20 times as long.
  const all = Array.from(table, (_, code) => String.fromCharCode(code)).join('');
  for (const [runs, value] of RUNS) {
    for (const { index, 0: run } of all.matchAll(runs)) table.fill(value, index, index + run.length);
  }
  return table;
}

/** The class under which a code unit is counted: simplified Han, one class each for digits, Latin and white space. */
export function modelClass(code: number): number {
  return classes[code] ?? 0x20;
}

/** Makes a model of the counts. About 30 ms and 2 MB for 80,000 pairs. */
export function readCharacterModel({ characters, levels, followers }: CharacterCounts): CharacterModel {
  const counts = new Float64Array(0x10000);
  let total = 0;
  for (let at = 0; at < characters.length; at++) {
    const count = levelCount(levels.charCodeAt(at) - 0x30);
    counts[characters.charCodeAt(at)] = count;
    total += count;
  }
  const alone = new Float32Array(0x10000);
  for (let code = 0; code < alone.length; code++) alone[code] = Math.log(((counts[code] ?? 0) + 0.3) / total);

  // At most half full, so that a look-up seldom goes past its first slot.
  const pairs = followers.reduce((sum, groups) => sum + groups.length, 0);
  const bits = Math.max(10, Math.ceil(Math.log2(2 * pairs + 1)));
  const mask = (1 << bits) - 1;
  const keys = new Uint32Array(1 << bits);
  const values = new Float32Array(1 << bits);
  // One bit per hash of a seen pair: most pairs asked for were never seen, and the bits fit the processor's cache.
  const seenBits = new Uint8Array(1 << 17);
  const bitOf = (key: number): number => Math.imul(key, 0x85ebca6b) >>> 12;
  const slot = (key: number): number => {
    let place = (Math.imul(key, 0x9e3779b1) >>> (32 - bits)) & mask;
    while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
    return place;
  };
  // Witten–Bell: the weight of what was seen grows with how often its first character was.
  const rest = new Float32Array(0x10000).fill(0);
  followers.forEach((groups, index) => {
    const before = characters.charCodeAt(index);
    const seen = groups.replaceAll('|', '').length;
    const weight = (counts[before] ?? 0) / ((counts[before] ?? 0) + 3 * seen + 5);
    rest[before] = Math.log(1 - weight);
    let level = TOP_LEVEL;
    for (let at = 0; at < groups.length; at++) {
      const code = groups.charCodeAt(at);
      if (code === 0x7c) {
        level--;
        continue;
      }
      const key = ((before << 16) | code) >>> 0;
      const place = slot(key);
      keys[place] = key;
      const bit = bitOf(key);
      seenBits[bit >>> 3] = (seenBits[bit >>> 3] ?? 0) | (1 << (bit & 7));
      const ratio = levelCount(level) / Math.max(counts[before] ?? 1, 1);
      values[place] = Math.log(weight * Math.min(1, ratio) + (1 - weight) * Math.exp(alone[code] ?? -20));
    }
  });
  return {
    alone: code => alone[code] ?? -20,
    after(before, code) {
      const key = ((before << 16) | code) >>> 0;
      const bit = bitOf(key);
      if (((seenBits[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0)
        return (rest[before] ?? 0) + (alone[code] ?? -20);
      const place = slot(key);
      return keys[place] === key ? (values[place] ?? -20) : (rest[before] ?? 0) + (alone[code] ?? -20);
    },
  };
}
