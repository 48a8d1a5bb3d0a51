import { characterFeatures, FEATURES_PER_CHARACTER } from './characterFeatures';
import { type Gate, openCharacters } from './gate';
import {
  createLattice,
  fillLattice,
  type Lattice,
  likelySpans,
  sumLabellings,
  type TaggedSpan,
  transitionFactors,
} from './sequenceTagging';
import { LABEL_TOTAL, labelCount, TAGGERS } from './taggers';
import type { TextColumns } from './textColumns';

/** What training gives. Weights of feature `f` are at `rows[f] … rows[f + 1]`; a column is a label of one of the taggers. */
export interface SequenceWeights {
  /** Hash of each feature, ascending. */
  readonly hashes: Int32Array;
  readonly rows: Uint32Array;
  readonly columns: Uint8Array;
  readonly values: Float32Array;
  /** Per tagger, labels × labels. */
  readonly transitions: readonly Float64Array[];
}

export interface SequenceModel {
  /** Spans of each tagger, in the taggers' order, that are at least `least` probable. */
  spans(columns: TextColumns, least: number): TaggedSpan[][];
}

/** Longer texts are scored in pieces of this many characters, to bound memory; it must exceed any block worth tagging. */
const ROOM = 1024;
/** A label e⁻⁸ times less likely than another by itself is not worth summing over. */
const MARGIN = 8;

/** Takes a few ms for 300,000 features. */
export function createSequenceModel(weights: SequenceWeights, gate: Gate): SequenceModel {
  const { rows, columns: labels, values } = weights;
  const find = hashTable(weights.hashes);
  const factors = weights.transitions.map(row => transitionFactors(row, Math.sqrt(row.length)));
  let room = 0;
  let open = new Uint8Array(0);
  let features = new Int32Array(0);
  let scores = new Float64Array(0);
  let lattices: Lattice[] = [];

  return {
    spans(columns, least) {
      const n = columns.length;
      if (n === 0) return TAGGERS.map(() => []);
      if (n > room) {
        room = Math.max(ROOM, n);
        open = new Uint8Array(room);
        features = new Int32Array(room * FEATURES_PER_CHARACTER);
        scores = new Float64Array(room * LABEL_TOTAL);
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
        fillLattice(lattice, scores, open, n, LABEL_TOTAL, offset, MARGIN);
        offset += count;
        sumLabellings(lattice, n, transitions);
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
      const base = i * LABEL_TOTAL;
      for (const stop = k + FEATURES_PER_CHARACTER; k < stop; k++) {
        const row = find(features[k] ?? 0);
        if (row < 0) continue;
        const to = rows[row + 1] ?? 0;
        for (let p = rows[row] ?? 0; p < to; p++) {
          const cell = base + (labels[p] ?? 0);
          scores[cell] = (scores[cell] ?? 0) + (values[p] ?? 0);
        }
      }
    }
  }
}

/** Index of a hash in `hashes`, −1 where absent: open addressing, at most half full. */
function hashTable(hashes: Int32Array): (hash: number) => number {
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  for (let row = 0; row < hashes.length; row++) {
    let slot = (hashes[row] ?? 0) & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = row;
  }
  return hash => {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const row = slots[slot] ?? -1;
      if (row < 0 || hashes[row] === hash) return row;
    }
  };
}
