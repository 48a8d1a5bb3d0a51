import type { Block } from '../document/block';
import type { Decision } from '../document/decision';
import { runSourcePosition } from '../document/run';
import type { BreakFinding, Finding, TextFinding } from './finding';

/** Code units of context that must still be there for a decision to hold. */
const BREAK_CONTEXT = 8;
const TEXT_CONTEXT = 4;

/** What a decision on a finding is filed under, and what it says of the place. */
export interface Fingerprint {
  readonly key: string;
  readonly at: number;
  readonly quote: string;
}

/**
 * Identifies a finding by kind, place in the source and the text around it: the same after saving and reopening,
 * another as soon as the text there changes, so that a decided finding comes back exactly then.
 */
export function breakFingerprint(block: Block, next: Block): Fingerprint {
  const before = block.body.text.slice(-BREAK_CONTEXT);
  const after = next.body.text.slice(0, BREAK_CONTEXT);
  const at = block.gap.pieces[0]?.from ?? 0;
  const quote = `${before}⏎${after}`;
  return { key: `break@${at}:${quote}`, at, quote };
}

export function textFingerprint(block: Block, finding: TextFinding): Fingerprint {
  const { text } = block.body;
  const { start, end } = finding;
  const quote = text.slice(start, end);
  const at = runSourcePosition(block.body, start) ?? 0;
  const around = `${text.slice(Math.max(0, start - TEXT_CONTEXT), start)}[${quote}]${text.slice(end, end + TEXT_CONTEXT)}`;
  return { key: `${finding.kind}@${at}:${around}`, at, quote };
}

export function isBreak(finding: Finding): finding is BreakFinding {
  return finding.kind === 'break';
}

export function decisionOn(
  finding: Finding,
  print: Fingerprint,
  answer: Decision['answer'],
  who: string,
  when: string,
): Decision {
  return { kind: finding.kind, answer, at: print.at, quote: print.quote, who, when };
}
