/** Findings inside a block, in the order in which queues and reports list them. */
export const TEXT_FINDING_KINDS = [
  'stutter',
  'lookalike',
  'space',
  'width',
  'pairing',
  'truncated',
  'mojibake',
  'duplicate',
] as const;
/** Every kind of finding, in that order. */
export const FINDING_KINDS = ['break', ...TEXT_FINDING_KINDS] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Why a finding was made, in plain words an editor understands, in both languages of the program. */
export interface Reason {
  readonly en: string;
  readonly zh: string;
}

interface FindingBase {
  /** 0–1, calibrated: of all findings reported with 0.9, nine in ten are right. */
  readonly confidence: number;
  readonly reason: Reason;
}

/** The separator after block `block` splits a sentence. */
export interface BreakFinding extends FindingBase {
  readonly kind: 'break';
  /** Id of the block before the break. */
  readonly block: string;
  /** Id of the block that continues the sentence; the next block unless something stands between. */
  readonly next: string;
  /** What a join puts between the halves: nothing between Han, a space between Latin words. */
  readonly glue: '' | ' ';
  /** True where the first half ends in a line-end hyphen that the join drops. */
  readonly dropHyphen: boolean;
  /** Ids of blocks between the halves (page number, running head) that a join takes out. Mostly empty. */
  readonly between: readonly string[];
}

/** Something inside one block. */
export interface TextFinding extends FindingBase {
  readonly kind: (typeof TEXT_FINDING_KINDS)[number];
  readonly block: string;
  /** UTF-16 offsets into the block's text, `start < end` (equal only where something is missing). */
  readonly start: number;
  readonly end: number;
  /** The proposed correction of `[start, end)`; null where only a person can say. */
  readonly replacement: string | null;
}

export type Finding = BreakFinding | TextFinding;
