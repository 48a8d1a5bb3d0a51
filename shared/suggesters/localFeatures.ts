import type { Draft } from './spanEvidence';
import { SUGGESTED_TYPES } from './suggestion';
import type { TextColumns } from './textColumns';

/** All spans of a piece in order of start, for looking at those that overlap one. */
export interface Neighbours {
  readonly drafts: readonly Draft[];
  /** Length of the longest of them. */
  readonly longest: number;
  /** Where the last look began: looks go from left to right. */
  first: number;
}

const ORGANISATION = SUGGESTED_TYPES.indexOf('ORG');
export const LOCAL_FEATURES = 24;

/**
 * What the block says about one span: what overlaps it, the words, kinds and listed endings at its edges. `rows` has
 * LOCAL_FEATURES zeros from `at` on.
 */
export function fillLocalFeatures(
  draft: Draft,
  neighbours: Neighbours,
  columns: TextColumns,
  tag: string | undefined,
  rows: Float32Array,
  at: number,
): void {
  const { start, end } = draft;
  const n = columns.length;
  const read = (column: Int32Array, i: number): number => (i < 0 || i >= n ? 0 : (column[i] ?? 0));
  rows[at] = end - start;
  fillOverlaps(draft, neighbours, rows, at);
  rows[at + 7] = tagGrade(tag);
  rows[at + 8] = columns.wordStarts[columns.wordIndex[start] ?? 0] === start ? 1 : 0;
  rows[at + 9] = end === columns.length || columns.wordStarts[columns.wordIndex[end] ?? 0] === end ? 1 : 0;
  rows[at + 10] = read(columns.kind, start - 1);
  rows[at + 11] = read(columns.kind, end);
  rows[at + 12] = read(columns.kind, start);
  rows[at + 13] = read(columns.inside, start);
  rows[at + 14] = columns.blockKind;
  rows[at + 15] = read(columns.surname, start);
  let given = 0;
  for (let i = start + 1; i < end; i++) given += columns.givenName[i] ?? 0;
  rows[at + 16] = end - start > 1 ? given / (end - start - 1) : -1;
  rows[at + 17] = longestListed(read(columns.organisationEnds, end - 1), end - start);
  rows[at + 18] = longestListed(read(columns.placeEnds, end - 1), end - start);
  rows[at + 19] = read(columns.personWordNext, end) > 0 ? 1 : 0;
  rows[at + 20] = (read(columns.personWordEnds, start - 1) & 6) !== 0 ? 1 : 0;
  rows[at + 21] = read(columns.placeWord, start) & 7;
  rows[at + 22] = read(columns.rule, start) & 7;
  rows[at + 23] = read(columns.rule, end - 1) & 7;
}

/** The greatest size whose bit is set, no longer than `length`; 0 where none is. */
const longestListed = (sizes: number, length: number): number => {
  const fitting = sizes & ((2 << Math.min(length, 4)) - 1);
  return fitting === 0 ? 0 : 31 - Math.clz32(fitting);
};

function tagGrade(tag: string | undefined): number {
  if (tag === undefined) return 0;
  if (tag === 'ns') return 1;
  if (tag.startsWith('nr')) return 2;
  if (tag === 'nt') return 3;
  if (tag === 'nz') return 4;
  return tag === 't' ? 5 : 6;
}

/** Strongest of the spans that cross it, cover the same text, hold it (same type, organisation, other) and lie within it. */
function fillOverlaps(draft: Draft, neighbours: Neighbours, rows: Float32Array, at: number): void {
  const { start, end, type } = draft;
  const { drafts, longest } = neighbours;
  while ((drafts[neighbours.first]?.start ?? start) + longest <= start) {
    if (neighbours.first >= drafts.length) break;
    neighbours.first++;
  }
  for (let k = neighbours.first; k < drafts.length; k++) {
    const other = drafts[k];
    if (!other || other.start >= end) break;
    if (other.end <= start || other === draft) continue;
    const strength = Math.max(other.probability, other.inner);
    let cell = 1;
    if (other.start === start && other.end === end) {
      if (other.type === type) continue;
      cell = 2;
    } else if (other.start <= start && other.end >= end)
      cell = other.type === type ? 3 : other.type === ORGANISATION ? 4 : 5;
    else if (other.start >= start && other.end <= end) {
      if (other.type !== type) continue;
      cell = 6;
    }
    if (strength > (rows[at + cell] ?? 0)) rows[at + cell] = strength;
  }
}
