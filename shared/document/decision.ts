import type { FindingKind } from '../findings/finding';

/** What is decided: a kind of finding, or a suggested mention. */
export type DecisionKind = FindingKind | 'suggestion';

/** The editor's answer to a finding or a suggestion. */
export interface Decision {
  readonly kind: DecisionKind;
  readonly answer: 'accepted' | 'dismissed';
  /** Where in the source the finding stood, UTF-16 code units. */
  readonly at: number;
  /** The text found, for a break the words on either side with `⏎` between them. */
  readonly quote: string;
  readonly who: string;
  /** ISO 8601, UTC. */
  readonly when: string;
}

/** By fingerprint (see `findings/fingerprint.ts`). */
export type Decisions = ReadonlyMap<string, Decision>;
