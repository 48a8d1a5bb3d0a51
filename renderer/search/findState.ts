import type { Match } from '../../shared/search/match';
import { EMPTY_QUERY, type SearchQuery } from '../../shared/search/searchPattern';
import type { Found } from './searchRun';

/** What the find bar shows. */
export interface FindState {
  readonly shown: boolean;
  /** Whether the row for replacing is shown. */
  readonly replacing: boolean;
  readonly query: SearchQuery;
  readonly replacement: string;
  readonly found: Found;
  /** The match the editor is at, and its place in the list; null and -1 before the first. */
  readonly current: Match | null;
  readonly position: number;
  /** What the engine says of an expression that is none. */
  readonly problem: string | null;
  /** The last step went round this end of the text. */
  readonly wrapped: 'end' | 'start' | null;
}

export const NOTHING_FOUND: Found = { matches: [], state: 'done', capped: false };

export const CLOSED: FindState = {
  shown: false,
  replacing: false,
  query: EMPTY_QUERY,
  replacement: '',
  found: NOTHING_FOUND,
  current: null,
  position: -1,
  problem: null,
  wrapped: null,
};
