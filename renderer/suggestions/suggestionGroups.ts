import type { Block } from '../../shared/document/block';
import type { KanwuDocument } from '../../shared/document/document';
import type { KeptSuggestion } from './openSuggestions';

/** A suggestion and about where its block is. */
export interface PlacedSuggestion {
  readonly suggestion: KeptSuggestion;
  /** Index of its block when the list was made. */
  readonly near: number;
}

/** A name with the places it is suggested at, in document order. */
export interface NameGroup {
  readonly key: string;
  readonly type: string;
  readonly text: string;
  readonly places: readonly PlacedSuggestion[];
  /** Of the surest of its places. */
  readonly confidence: number;
}

export interface SuggestionList {
  /** In the order in which the names first come up. */
  readonly groups: readonly NameGroup[];
  /** Number of suggestions in all groups. */
  readonly total: number;
}

export const NO_SUGGESTIONS: SuggestionList = { groups: [], total: 0 };

/** Blocks between two yields. */
const SLICE = 500;

/** The open suggestions of a document by name, a slice at a time. O(blocks + suggestions). */
export function* suggestionsByName(
  document: KanwuDocument,
  openOf: (block: Block) => readonly KeptSuggestion[],
): Generator<void, SuggestionList> {
  const groups = new Map<string, Gathered>();
  let total = 0;
  for (const [near, block] of document.blocks.entries()) {
    if (near % SLICE === SLICE - 1) yield;
    for (const suggestion of openOf(block)) {
      const group = groups.get(suggestion.key);
      total++;
      if (group) {
        group.places.push({ suggestion, near });
        group.confidence = Math.max(group.confidence, suggestion.confidence);
      } else {
        const { key, type, text, confidence } = suggestion;
        groups.set(key, { key, type, text, places: [{ suggestion, near }], confidence });
      }
    }
  }
  return { total, groups: [...groups.values()] };
}

interface Gathered extends NameGroup {
  readonly places: PlacedSuggestion[];
  confidence: number;
}

/** The list without what is open no more among the names `keys`. O(names + places of those names). */
export function withoutDecided(
  { groups, total }: SuggestionList,
  keys: ReadonlySet<string>,
  isOpen: (placed: PlacedSuggestion) => boolean,
): SuggestionList {
  let gone = 0;
  const left = groups.flatMap(group => {
    if (!keys.has(group.key)) return group;
    const places = group.places.filter(isOpen);
    gone += group.places.length - places.length;
    if (places.length === group.places.length) return group;
    const confidence = Math.max(...places.map(({ suggestion }) => suggestion.confidence));
    return places.length === 0 ? [] : { ...group, places, confidence };
  });
  return gone === 0 ? { groups, total } : { groups: left, total: total - gone };
}

export type SuggestionOrder = 'text' | 'count' | 'confidence';

/** The names of some types (null: all) in an order; those alike in the order of the text. */
export function orderedGroups(
  groups: readonly NameGroup[],
  types: ReadonlySet<string> | null,
  order: SuggestionOrder,
): readonly NameGroup[] {
  if (order === 'text' && types === null) return groups;
  const last = lastOrdered;
  if (last && last.of === groups && last.types === types && last.order === order) return last.result;
  const result = order === 'text' ? ofTypes(groups, types) : ranked(ofTypes(groups, types), order);
  lastOrdered = { of: groups, types, order, result };
  return result;
}

/** The panel and the commands ask for the same list, and sorting a long one takes its time. */
let lastOrdered: {
  readonly of: readonly NameGroup[];
  readonly types: ReadonlySet<string> | null;
  readonly order: SuggestionOrder;
  readonly result: readonly NameGroup[];
} | null = null;

const ofTypes = (groups: readonly NameGroup[], types: ReadonlySet<string> | null): readonly NameGroup[] =>
  types ? groups.filter(({ type }) => types.has(type)) : groups;

function ranked(wanted: readonly NameGroup[], order: 'count' | 'confidence'): readonly NameGroup[] {
  const rank = order === 'count' ? (g: NameGroup) => g.places.length : (g: NameGroup) => g.confidence;
  return [...wanted].sort((a, b) => rank(b) - rank(a));
}

/** How many suggestions there are of each type. */
export function countsByType(groups: readonly NameGroup[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { type, places } of groups) counts.set(type, (counts.get(type) ?? 0) + places.length);
  return counts;
}
