import { characterFeatures, FEATURES_PER_CHARACTER } from './characterFeatures';
import { type Gate, openCharacters } from './gate';
import { linksOf } from './labelLinks';
import { sumLikelyLabels } from './likelyLabels';
import { markPlausible, transitionGains } from './plausibleLabels';
import {
  createLattice,
  type Lattice,
  likelySpans,
  powersOf,
  type TaggedSpan,
  transitionFactors,
} from './sequenceTagging';
import { LABEL_TOTAL, labelCount, TAGGERS } from './taggers';
import type { TextColumns } from './textColumns';

/** Weights as they are used: whole numbers of `WEIGHT_STEP`. */
export interface SequenceWeights {
  /** Hash of each feature. */
  readonly hashes: Int32Array;
  /** Weights of feature `f` are at `rows[f] … rows[f + 1]`. */
  readonly rows: Uint32Array;
  /** A label of one of the taggers in the high byte, the steps of its weight in the low one (signed). */
  readonly pairs: Int16Array;
  /** Per tagger, labels × labels. */
  readonly transitions: readonly Float64Array[];
}

/** Weights are kept in these steps, from −127 to 127 of them. */
export const WEIGHT_STEP = 1 / 32;

export interface SequenceModel {
  /** Spans of each tagger, in the taggers' order, that are at least `least` probable. */
  spans(columns: TextColumns, least: number): TaggedSpan[][];
}

/** Characters that working memory is made for at first; it grows to the longest text given. */
const ROOM = 1024;
/**
 * Mentions of less than 0.3 % by themselves are not summed over (`LEAST` is 4.5 %), nor labels that what stands up to them makes less
 * probable than 10⁻⁴.
 */
const LIMITS = { mention: Math.log(3e-3) / WEIGHT_STEP, beam: 1e-4 };

/** Takes a few ms for 300,000 features. */
export function createSequenceModel(weights: SequenceWeights, gate: Gate): SequenceModel {
  const table = weightTable(weights);
  const factors = weights.transitions.map(row => transitionFactors(row, Math.sqrt(row.length)));
  const links = factors.map(row => linksOf(Math.sqrt(row.length), row));
  const gains = weights.transitions.map(row => transitionGains(row, Math.sqrt(row.length), WEIGHT_STEP));
  const powers = powersOf(WEIGHT_STEP);
  let room = 0;
  let open = new Uint8Array(0);
  let features = new Int32Array(0);
  let scores = new Int32Array(0);
  let plausible = new Int32Array(0);
  let lattices: Lattice[] = [];

  return {
    spans(columns, least) {
      const n = columns.length;
      if (n === 0) return TAGGERS.map(() => []);
      if (n > room) {
        room = Math.max(ROOM, n);
        open = new Uint8Array(room);
        features = new Int32Array(room * FEATURES_PER_CHARACTER);
        scores = new Int32Array(room * LABEL_TOTAL);
        plausible = new Int32Array(room);
        lattices = TAGGERS.map(tagger => createLattice(room, labelCount(tagger)));
      }
      openCharacters(columns, gate, open);
      characterFeatures(columns, open, features);
      fillScores(table, open, features, n, scores);
      let offset = 0;
      return TAGGERS.map((tagger, t) => {
        const lattice = lattices[t];
        const transitions = factors[t];
        const linked = links[t];
        const gain = gains[t];
        if (!lattice || !transitions || !linked || !gain) return [];
        const labels = labelCount(tagger);
        const columnsOf = { scores, offset, stride: LABEL_TOTAL, labels };
        offset += labels;
        markPlausible(columnsOf, open, n, gain, LIMITS.mention, plausible);
        const spans: TaggedSpan[] = [];
        for (let start = 0; ; ) {
          while (start < n && plausible[start] === 0) start++;
          if (start >= n) break;
          let end = start + 1;
          while (end < n && plausible[end] !== 0) end++;
          const run = { start, end, length: n };
          sumLikelyLabels(lattice, columnsOf, run, plausible, LIMITS, powers, transitions, linked);
          likelySpans(lattice, run, transitions, least, spans);
          start = end;
        }
        return spans;
      });
    },
  };
}

/** Pairs that are added in one step. */
const GROUP = 3;
const groupsOf = (count: number): number => Math.ceil(count / GROUP);

/** Working memory of `fillScores`: where each feature of a character has its weights, and how many groups. */
const entries = new Int32Array(FEATURES_PER_CHARACTER);
const groups = new Int32Array(FEATURES_PER_CHARACTER);
/** Where its groups stand: no row has more than there are labels. */
const places = new Int32Array(FEATURES_PER_CHARACTER * (groupsOf(LABEL_TOTAL) + 1));

/**
 * Sums for each open character the weights of its features, label by label; the others keep what they had, and are not to be read.
 */
function fillScores(
  { table, pairs }: WeightTable,
  open: Uint8Array,
  features: Int32Array,
  n: number,
  scores: Int32Array,
): void {
  const mask = table.length - 1;
  for (let i = 0; i < n; i++) {
    if (open[i] !== 1) continue;
    const first = i * FEATURES_PER_CHARACTER;
    // All look-ups first, without a branch: they wait for memory, and so they wait together.
    for (let f = 0; f < FEATURES_PER_CHARACTER; f++)
      entries[f] = table[(features[first + f] ?? 0) & mask] ?? 0;
    for (let f = 0; f < FEATURES_PER_CHARACTER; f++) {
      const hash = features[first + f] ?? 0;
      let slot = hash;
      let entry = entries[f] ?? 0;
      while (entry !== 0 && (entry ^ hash) >>> OFFSET_BITS !== 0) entry = table[++slot & mask] ?? 0;
      entries[f] = entry & MOST_OFFSET;
    }
    // The same for the first group of each row, where its size stands: a loop that waited for it would wait row by row.
    for (let f = 0; f < FEATURES_PER_CHARACTER; f++) groups[f] = pairs[entries[f] ?? 0] ?? 0;
    const base = i * LABEL_TOTAL;
    for (let cell = base; cell < base + LABEL_TOTAL; cell++) scores[cell] = 0;
    // Then where all groups stand, nearly always without a branch: how many a row has is as good as random.
    let count = 0;
    for (let f = 0; f < FEATURES_PER_CHARACTER; f++) {
      const size = groups[f] ?? 0;
      const first = (entries[f] ?? 0) + 1;
      places[count] = first;
      count += -size >>> 31;
      places[count] = first + GROUP;
      count += (1 - size) >>> 31;
      for (let group = 2; group < size; group++) places[count++] = first + group * GROUP;
    }
    for (let g = 0; g < count; g++) {
      const p = places[g] ?? 0;
      const a = pairs[p] ?? 0;
      const b = pairs[p + 1] ?? 0;
      const c = pairs[p + 2] ?? 0;
      const cellA = base + (a >> 8);
      scores[cellA] = (scores[cellA] ?? 0) + ((a << 24) >> 24);
      const cellB = base + (b >> 8);
      scores[cellB] = (scores[cellB] ?? 0) + ((b << 24) >> 24);
      const cellC = base + (c >> 8);
      scores[cellC] = (scores[cellC] ?? 0) + ((c << 24) >> 24);
    }
  }
}

const OFFSET_BITS = 20;
const MOST_OFFSET = (1 << OFFSET_BITS) - 1;

/** See `weightTable`. */
interface WeightTable {
  readonly table: Int32Array;
  readonly pairs: Int16Array;
}

/**
 * Where to find the weights of a hash: in `table` at `slot` their offset in `pairs`, under the high bits of the hash; 0 where
 * the slot is free. Open addressing, at most three quarters full. In `pairs` the number of groups, then groups of three
 * pairs, the last filled up with weights of 0, so that a row is read in few steps; offset 0 has none. Memory
 * is what a look-up costs, so it is kept small, and features with many weights, which are the frequent ones, lie together.
 * Of 4,096 entries of others that a search meets one is taken for what is sought.
 * @throws Error where there are more weights than 20 bits can point at
 */
function weightTable({ hashes, rows, pairs: unordered }: SequenceWeights): WeightTable {
  let size = 1024;
  while (3 * size < 4 * hashes.length) size *= 2;
  const table = new Int32Array(size);
  const countOf = (f: number): number => (rows[f + 1] ?? 0) - (rows[f] ?? 0);
  let room = 1;
  for (let f = 0; f < hashes.length; f++) room += 1 + GROUP * groupsOf(countOf(f));
  if (room > MOST_OFFSET) throw new Error('The suggestion model is too large.');
  const pairs = new Int16Array(room);
  let offset = 1;
  for (const f of Uint32Array.from(hashes, (_, f) => f).sort((a, b) => countOf(b) - countOf(a) || a - b)) {
    const hash = hashes[f] ?? 0;
    let slot = hash & (size - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
    table[slot] = (hash & ~MOST_OFFSET) | offset;
    pairs[offset] = groupsOf(countOf(f));
    pairs.set(unordered.subarray(rows[f], rows[f + 1]), offset + 1);
    offset += 1 + GROUP * groupsOf(countOf(f));
  }
  return { table, pairs };
}
