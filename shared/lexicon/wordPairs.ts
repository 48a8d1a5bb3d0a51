/**
 * The words of two code units and what longer words begin with them: spares the segmentation nearly all look-ups that would
 * fail, and gives those of two, which are most, at once.
 */
export interface WordPairs {
  /** Where the pair stands, to be asked about with the functions below; -1 where no word begins with it. */
  find(first: number, second: number): number;
  /** The same for every two neighbours of `codes`, `codes[i]` and `codes[i + 1]` at `i`; -1 for the last. `into` has room for one more. */
  findAll(codes: Uint16Array, length: number, into: Int32Array): void;
  /** Bit n is set where some word of n code units starts with the pair; 0 for -1. */
  lengthsAt(place: number): number;
  /** Index of the word that the pair is, or -1. */
  wordAt(place: number): number;
  /** What `settle` gave for the word that the pair is. */
  scoreAt(place: number): number;
  /** To be called for every word of two or more code units, in the order of their indexes: the first of two equal ones counts. */
  add(first: number, second: number, length: number, index: number): void;
  /** Takes over a number for every word: it lies where the word is found, so that it need not be fetched from elsewhere. */
  settle(scores: Float32Array): void;
}

/** Key, lengths, 1 + index of the word, and its score: a cache line has four entries. */
const ENTRY = 4;

/**
 * Open addressing, at most three quarters full: a smaller table waits less for memory than a longer search costs. `words` tells how many
 * words are to come; of a Chinese lexicon every second begins with a pair of its own.
 */
export function createWordPairs(words: number): WordPairs {
  let mask = 1023;
  while (4 * words > 6 * mask) mask = 2 * mask + 1;
  let table = new Int32Array(ENTRY * (mask + 1));
  let scores = new Float32Array(table.buffer);
  let count = 0;

  const placeOf = (key: number): number => {
    let place = mix(mix(0, key >>> 16), key & 0xffff) & mask;
    while (table[place * ENTRY] !== 0 && table[place * ENTRY] !== key) place = (place + 1) & mask;
    return place * ENTRY;
  };

  const grow = (): void => {
    const before = table;
    mask = 2 * mask + 1;
    table = new Int32Array(before.length * 2);
    scores = new Float32Array(table.buffer);
    for (let from = 0; from < before.length; from += ENTRY) {
      const key = before[from] ?? 0;
      if (key === 0) continue;
      const to = placeOf(key);
      for (let k = 0; k < ENTRY; k++) table[to + k] = before[from + k] ?? 0;
    }
  };

  return {
    find(first, second) {
      const place = placeOf((first << 16) | second);
      return table[place] === 0 ? -1 : place;
    },
    findAll(codes, length, into) {
      // First the memory of all, which comes together where nothing depends on it; then the answers.
      let key = codes[0] ?? 0;
      let touched = 0;
      for (let i = 0; i + 1 < length; i++) {
        key = (key << 16) | (codes[i + 1] ?? 0);
        const place = (mix(mix(0, key >>> 16), key & 0xffff) & mask) * ENTRY;
        touched |= table[place] ?? 0;
        into[i] = place;
      }
      // Kept, or the first loop would be dropped as one without effect.
      into[length] = touched;
      key = codes[0] ?? 0;
      for (let i = 0; i + 1 < length; i++) {
        key = (key << 16) | (codes[i + 1] ?? 0);
        let place = into[i] ?? 0;
        while (table[place] !== 0 && table[place] !== key)
          place = (place + ENTRY) & (ENTRY * mask + ENTRY - 1);
        into[i] = table[place] === 0 ? -1 : place;
      }
      if (length > 0) into[length - 1] = -1;
    },
    lengthsAt: place => (place < 0 ? 0 : (table[place + 1] ?? 0)),
    wordAt: place => (place < 0 ? -1 : (table[place + 2] ?? 0) - 1),
    scoreAt: place => scores[place + 3] ?? 0,
    settle(given) {
      for (let place = 0; place < table.length; place += ENTRY) {
        const word = table[place + 2] ?? 0;
        if (word > 0) scores[place + 3] = given[word - 1] ?? 0;
      }
    },
    add(first, second, length, index) {
      const key = (first << 16) | second;
      let place = placeOf(key);
      if (table[place] === 0) {
        if (4 * ++count > 3 * mask) {
          grow();
          place = placeOf(key);
        }
        table[place] = key;
      }
      table[place + 1] = (table[place + 1] ?? 0) | (1 << length);
      if (length === 2 && table[place + 2] === 0) table[place + 2] = index + 1;
    },
  };
}

/** One step of a multiplicative hash; the high bits are folded down because slots are taken from the low ones. */
export function mix(hash: number, code: number): number {
  const product = Math.imul(hash ^ code, 0x9e3779b1);
  return product ^ (product >>> 15);
}
