import type { Finding } from '../../shared/findings/finding';
import type { FindingsStore } from '../findings/findingsStore';

/** Whether two reports are about the same place: an edit nearby has it looked at again and reported anew. */
function samePlace(a: Finding, b: Finding): boolean {
  if (a.kind !== b.kind || a.block !== b.block) return false;
  if (a.kind === 'break') return b.kind === 'break' && a.next === b.next;
  return b.kind !== 'break' && a.start === b.start && a.end === b.end;
}

/** Keeps the current finding current when its place was only looked at again. Until the function returned is called. */
export function keepCurrent(findings: FindingsStore): () => void {
  let last: Finding | null = null;
  return findings.subscribe(() => {
    const { current, open } = findings.getState();
    if (current) {
      last = current;
      return;
    }
    const was = last;
    const again = was && open.find(({ finding }) => samePlace(finding, was));
    if (again) findings.setCurrent(again.finding);
  });
}
