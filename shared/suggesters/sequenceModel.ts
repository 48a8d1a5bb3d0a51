import { characterFeatures, FEATURES_PER_CHARACTER } from './characterFeatures';
import { type Gate, openCharacters } from './gate';
import { linksOf } from './labelLinks';
import {
  createLattice,
  fillLattice,
  type Lattice,
  likelySpans,
  powersOf,
  sumLabellings,
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
/** A label e⁷ times less likely than another by itself is not worth summing over. */
const MARGIN = 7;

/** Takes a few ms for 300,000 features. */
export function createSequenceModel(weights: SequenceWeights, gate: Gate): SequenceModel {
  const { pairs } = weights;
  const table = hashTable(weights);
  const mask = table.length / 2 - 1;
  const entries = new Int32Array(FEATURES_PER_CHARACTER);
  const factors = weights.transitions.map(row => transitionFactors(row, Math.sqrt(row.length)));
  const links = factors.map(row => linksOf(Math.sqrt(row.length), row));
  const powers = powersOf(WEIGHT_STEP);
  let room = 0;
  let open = new Uint8Array(0);
  let features = new Int32Array(0);
  let scores = new Int32Array(0);
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
        lattices = TAGGERS.map(tagger => createLattice(room, labelCount(tagger)));
      }
      openCharacters(columns, gate, open);
      characterFeatures(columns, open, features);
      fillScores(n);
      let offset = 0;
      return TAGGERS.map((tagger, t) => {
        const lattice = lattices[t];
        const transitions = factors[t];
        if (!lattice || !transitions) return [];
        const count = labelCount(tagger);
        fillLattice(lattice, scores, open, n, LABEL_TOTAL, offset, MARGIN, WEIGHT_STEP, powers);
        offset += count;
        sumLabellings(lattice, n, transitions, links[t]);
        return likelySpans(lattice, n, transitions, least);
      });
    },
  };

  function fillScores(n: number): void {
    scores.fill(0, 0, n * LABEL_TOTAL);
    for (let i = 0, k = 0; i < n; i++) {
      if (!open[i]) {
        k += FEATURES_PER_CHARACTER;
        continue;
      }
      // All look-ups first: they wait for memory, and so they wait together.
      for (let f = 0; f < FEATURES_PER_CHARACTER; f++) {
        const hash = features[k++] ?? 0;
        let slot = hash & mask;
        let entry = table[2 * slot + 1] ?? 0;
        while (entry !== 0 && table[2 * slot] !== hash) {
          slot = (slot + 1) & mask;
          entry = table[2 * slot + 1] ?? 0;
        }
        entries[f] = entry;
      }
      const base = i * LABEL_TOTAL;
      for (let f = 0; f < FEATURES_PER_CHARACTER; f++) {
        const entry = entries[f] ?? 0;
        const from = entry >>> 6;
        for (let p = from, to = from + (entry & 63); p < to; p++) {
          const pair = pairs[p] ?? 0;
          const cell = base + (pair >> 8);
          scores[cell] = (scores[cell] ?? 0) + ((pair << 24) >> 24);
        }
      }
    }
  }
}

/**
 * Where to find the weights of a hash: at `2 × slot` the hash, beside it 64 × its first weight + their number, 0 where the
 * slot is free. Open addressing, at most half full. Both in one place, since memory is what a look-up costs.
 */
function hashTable({ hashes, rows }: SequenceWeights): Int32Array {
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const table = new Int32Array(2 * size);
  for (let f = 0; f < hashes.length; f++) {
    const hash = hashes[f] ?? 0;
    let slot = hash & (size - 1);
    while (table[2 * slot + 1] !== 0) slot = (slot + 1) & (size - 1);
    const from = rows[f] ?? 0;
    table[2 * slot] = hash;
    table[2 * slot + 1] = from * 64 + ((rows[f + 1] ?? 0) - from);
  }
  return table;
}
