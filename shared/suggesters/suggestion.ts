import type { Reason } from '../findings/finding';

/** The types of mention that suggesters know, in the order in which tables list them. */
export const SUGGESTED_TYPES = [
  'PER',
  'ORG',
  'LOC',
  'DATE',
  'TIME',
  'MONEY',
  'PERCENT',
  'WORK',
  'EVENT',
] as const;
export type SuggestedType = (typeof SUGGESTED_TYPES)[number];

/** A mention the program proposes; nothing is tagged until the editor accepts it. */
export interface Suggestion {
  /** One of SUGGESTED_TYPES, or whatever type a known name was accepted with. */
  readonly type: string;
  /** Id of the block it lies in. */
  readonly block: string;
  /** UTF-16 offsets into the block's text, `start < end`. */
  readonly start: number;
  readonly end: number;
  /** `block.text.slice(start, end)`. */
  readonly text: string;
  /** 0–1, calibrated: of all suggestions made with 0.9, nine in ten are right. */
  readonly confidence: number;
  readonly reason: Reason;
  /** What the gazetteer that lists the name knows it by. */
  readonly identifier?: string;
}
