import type { TextBlock } from '../../shared/document/textBlock';
import type { Detector } from '../../shared/findings/detector';
import type { TextFinding } from '../../shared/findings/finding';
import type { MarkedError, Page } from './pages';

/** Everything the detectors report on a document, as text findings. */
export function detectAll(detectors: readonly Detector[], blocks: readonly TextBlock[]): TextFinding[] {
  return detectors.flatMap(detector =>
    detector
      .detect(blocks, detector.survey(blocks), 0, blocks.length)
      .filter((finding): finding is TextFinding => finding.kind !== 'break'),
  );
}

/** A finding beside the marked error it points at, if any. */
export interface Judged {
  readonly page: string;
  readonly finding: TextFinding;
  readonly text: string;
  readonly error: MarkedError | null;
  /** True where the proposed correction gives the text that the marked one gives. */
  readonly corrected: boolean;
}

/** Compares findings with a page's marked errors: a finding is right where its range meets a marked error. */
export function judge(page: Page, findings: readonly TextFinding[]): Judged[] {
  const indexes = new Map(page.blocks.map((block, index) => [block.id, index]));
  return findings.map(finding => {
    const index = indexes.get(finding.block) ?? -1;
    const text = page.blocks[index]?.text ?? '';
    const near = page.errors.filter(error => error.block === index && meets(error, finding));
    const exact = near.find(error => sameText(text, finding, error));
    return {
      page: page.name,
      finding,
      text,
      error: exact ?? near[0] ?? null,
      corrected: exact !== undefined,
    };
  });
}

function meets(error: MarkedError, finding: TextFinding): boolean {
  if (finding.kind === 'duplicate' || finding.kind === 'truncated') return false;
  // Which of the marks of a block is the one too many, nobody can tell from the missing partner.
  if (finding.kind === 'pairing' && PAIRED.test(error.wrong + error.right)) return true;
  const overlap = Math.min(error.end, finding.end) - Math.max(error.start, finding.start);
  return overlap > 0 || (overlap === 0 && error.start === error.end);
}

const PAIRED = /[“”‘’「」『』《》（）()"]/;

function sameText(text: string, finding: TextFinding, error: MarkedError): boolean {
  if (finding.replacement === null) return false;
  const mended = text.slice(0, finding.start) + finding.replacement + text.slice(finding.end);
  return mended === text.slice(0, error.start) + error.right + text.slice(error.end);
}
