import type { IdSource } from '../document/ids';
import type { CorrectionKind, Origin } from '../document/piece';

/** What an edit needs from outside, handed in so that edits stay pure functions of their arguments. */
export interface EditContext {
  readonly ids: IdSource;
  /** Name recorded with corrections, mentions and decisions. */
  readonly who: string;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

export function originOf(context: EditContext, kind: CorrectionKind, why?: string): Origin {
  const origin = { kind, who: context.who, when: context.now() };
  return why === undefined ? origin : { ...origin, why };
}
