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

/** The open suggestions of a document by name. O(blocks + suggestions). */
export function suggestionsByName(
  document: KanwuDocument,
  openOf: (block: Block) => readonly KeptSuggestion[],
): SuggestionList {
  const groups = new Map<string, { places: PlacedSuggestion[]; confidence: number }>();
  let total = 0;
  document.blocks.forEach((block, near) => {
    for (const suggestion of openOf(block)) {
      const group = groups.get(suggestion.key);
      total++;
      if (group) {
        group.places.push({ suggestion, near });
        group.confidence = Math.max(group.confidence, suggestion.confidence);
      } else {
        groups.set(suggestion.key, { places: [{ suggestion, near }], confidence: suggestion.confidence });
      }
    }
  });
  return {
    total,
    groups: [...groups].flatMap(([key, { places, confidence }]) => {
      const first = places[0]?.suggestion;
      return first ? [{ key, type: first.type, text: first.text, places, confidence }] : [];
    }),
  };
}

export type SuggestionOrder = 'text' | 'count' | 'confidence';

/** The names of some types (null: all) in an order; those alike in the order of the text. */
export function orderedGroups(
  groups: readonly NameGroup[],
  types: ReadonlySet<string> | null,
  order: SuggestionOrder,
): readonly NameGroup[] {
  const wanted = types ? groups.filter(({ type }) => types.has(type)) : groups;
  if (order === 'text') return wanted;
  const rank = order === 'count' ? (g: NameGroup) => g.places.length : (g: NameGroup) => g.confidence;
  return [...wanted].sort((a, b) => rank(b) - rank(a));
}

/** How many suggestions there are of each type. */
export function countsByType(groups: readonly NameGroup[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { type, places } of groups) counts.set(type, (counts.get(type) ?? 0) + places.length);
  return counts;
}
