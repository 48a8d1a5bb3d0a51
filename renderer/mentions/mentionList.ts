import type { PlacedMention } from '../../shared/edits/tagging';

/** `order` is that of the text; the others group what is alike. */
export type MentionOrder = 'order' | 'type' | 'entity' | 'text';

/** A row that heads others: what they have in common, and how many they are. */
export interface ListHead {
  /** Type, id of an entity, or empty for mentions without one. */
  readonly key: string;
  readonly count: number;
}

export interface MentionList {
  /** Rows, heads among them. */
  readonly count: number;
  /** Mentions in them. */
  readonly mentions: number;
  /** The mention of a row; null for a head. */
  readonly at: (row: number) => PlacedMention | null;
  /** The mentions of rows `from` to `to`, both included. O(rows): quicker than asking for each. */
  readonly between: (from: number, to: number) => Iterable<PlacedMention>;
  readonly head: (row: number) => ListHead | null;
  /** The row of a mention, -1 where the filter leaves it out. */
  readonly rowOf: (index: number, id: string) => number;
}

/** Blocks between two chances to pause: a millisecond or two of work. */
export const STRIDE = 500;
