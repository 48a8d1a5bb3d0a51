/** Slots for 3 M different pairs and triples, 20 MB; what a longer document adds after that is not counted. */
const MOST_SLOTS = 1 << 22;
const FULLEST = 0.75;

/**
 * How often pairs and triples of characters occur inside the document's blocks. Breaks don't count (they part the
 * pair), so a pair that stands across a break and elsewhere too speaks for a word the dictionary lacks, mostly a
 * name. Counts stop at 255. Keys are 32-bit hashes: two different triples share one about once in 4,000,000,000 /
 * (size of the document) lookups.
 */
export interface CharacterCounts {
  readonly characters: number;
  single(code: number): number;
  pair(first: number, second: number): number;
  triple(first: number, second: number, third: number): number;
}

/** An empty table for a document of about `characters` code units, and the function that counts a text into it. */
export function countCharacters(characters: number): CharacterCounts & { add(text: string): void } {
  let slots = 1 << 10;
  while (slots < characters * 3 && slots < MOST_SLOTS) slots *= 2;
  const mask = slots - 1;
  const keys = new Int32Array(slots);
  const counts = new Uint8Array(slots);
  const singles = new Uint32Array(0x10000);
  let used = 0;

  const slotOf = (key: number): number => {
    let slot = (key ^ (key >>> 15)) & mask;
    while (counts[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  const increment = (key: number): void => {
    const slot = slotOf(key);
    const count = counts[slot] ?? 0;
    if (count === 0) {
      if (used > slots * FULLEST) return;
      used++;
      keys[slot] = key;
    }
    if (count < 255) counts[slot] = count + 1;
  };

  return {
    characters,
    add(text) {
      let first = 0;
      let second = 0;
      for (let i = 0; i < text.length; i++) {
        const third = text.charCodeAt(i);
        singles[third] = (singles[third] ?? 0) + 1;
        if (i > 0) increment(hash(0, second, third));
        if (i > 1) increment(hash(first, second, third));
        first = second;
        second = third;
      }
    },
    single: code => singles[code] ?? 0,
    pair: (first, second) => counts[slotOf(hash(0, first, second))] ?? 0,
    triple: (first, second, third) => counts[slotOf(hash(first, second, third))] ?? 0,
  };
}

function hash(first: number, second: number, third: number): number {
  let value = Math.imul(first, 0x85ebca6b) ^ second;
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35) ^ third;
  value = Math.imul(value ^ (value >>> 16), 0x9e3779b1);
  return value ^ (value >>> 15);
}
