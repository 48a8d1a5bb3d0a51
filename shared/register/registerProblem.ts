import type { Block } from '../document/block';
import type { Mention } from '../document/mention';
import type { Message } from '../source/fileError';

export const PROBLEM_KINDS = [
  'unknownEntity',
  'mentionType',
  'nameTypes',
  'nameIdentifiers',
  'nameTwice',
  'sameIdentifier',
  'identifierForm',
  'unknownType',
  'noMentions',
  'normalFormForm',
  'normalFormOff',
  'noNormalForm',
  'noIssueDate',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** Something in the register, or in what mentions say of it, that does not agree. */
export interface RegisterProblem {
  readonly kind: ProblemKind;
  /** Put in words when somebody reads it: of 80,000 problems few are, and the sentences of all would fill memory. */
  readonly message: () => Message;
  /** The entities it is about, by id; empty where it is about a mention alone. */
  readonly entities: readonly string[];
  /** The mention to go to; null where only entities are meant. */
  readonly mention: MentionSpot | null;
}

/** Where a mention stood when the problem was found. */
export interface MentionSpot {
  readonly id: string;
  /** The block by id and by the index it had. */
  readonly block: string;
  readonly index: number;
  /** UTF-16 offsets in the block's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function spotOf(index: number, block: Block, { id, start, end }: Mention): MentionSpot {
  return { id, block: block.id, index, start, end, text: block.body.text.slice(start, end) };
}
