import type { TextBlock } from '../document/textBlock';
import type { Detector } from '../findings/detector';
import { FINDING_KINDS, type Finding } from '../findings/finding';
import type { Lexicon } from '../lexicon/lexicon';
import { breakDetector } from './breaks';
import { MARK_DETECTORS } from './marks';

/**
 * What makes each detector, in the order of `FINDING_KINDS`: some take 30 ms to make, and who waits for findings can have those of the
 * first before the next is made.
 */
export const DETECTORS: readonly ((lexicon: Lexicon) => Detector)[] = [breakDetector, ...MARK_DETECTORS];

/** Every detector, in the order of `FINDING_KINDS`. */
export function allDetectors(lexicon: Lexicon): readonly Detector[] {
  return DETECTORS.map(make => make(lexicon));
}

/** All findings of these detectors over the whole text, in document order. */
export function detectAll(blocks: readonly TextBlock[], detectors: readonly Detector[]): Finding[] {
  const findings: Finding[] = [];
  for (const detector of detectors) {
    const survey = detector.survey(blocks);
    for (const finding of detector.detect(blocks, survey, 0, blocks.length)) findings.push(finding);
  }
  return inDocumentOrder(findings, blocks);
}

/** By block, then by place in it (a break comes at its end), then as `FINDING_KINDS` lists the kinds. O(n log n). */
export function inDocumentOrder(findings: readonly Finding[], blocks: readonly TextBlock[]): Finding[] {
  const indices = new Map(blocks.map((block, index) => [block.id, index]));
  const indexOf = (finding: Finding) => indices.get(finding.block) ?? -1;
  return [...findings].sort(
    (a, b) =>
      indexOf(a) - indexOf(b) ||
      compareStarts(a, b) ||
      FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind),
  );
}

function compareStarts(a: Finding, b: Finding): number {
  if (a.kind === 'break' || b.kind === 'break')
    return Number(a.kind === 'break') - Number(b.kind === 'break');
  return a.start - b.start || a.end - b.end;
}
