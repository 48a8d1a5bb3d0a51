import { type KanwuDocument, workingText } from '../shared/document/document';
import type { Finding } from '../shared/findings/finding';
import { blockPlaces, type LineColumn, lineCounter } from './sourcePlaces';

/** A finding with its place in the working text; of a document as it was opened that is the decoded source. */
export interface LocatedFinding extends LineColumn {
  readonly finding: Finding;
  /** UTF-16 offsets; of a break, from the end of the one text to the start of the other. */
  readonly start: number;
  readonly end: number;
  /** A few characters on either side. */
  readonly before: string;
  readonly after: string;
  /** What stands there, and what is proposed instead; null where only a person can say. Empty for a break. */
  readonly text: string;
  readonly suggestion: string | null;
}

/** Characters shown on either side, in UTF-16 code units. */
const CONTEXT = 12;

/** Locates findings of a document. O(length + findings log lines). */
export function locateFindings(document: KanwuDocument, findings: readonly Finding[]): LocatedFinding[] {
  const places = blockPlaces(document);
  const lineColumn = lineCounter(workingText(document));
  return findings.flatMap(finding => {
    const block = places.get(finding.block);
    const next = finding.kind === 'break' ? places.get(finding.next) : block;
    if (!block || !next) return [];
    const place =
      finding.kind === 'break'
        ? {
            start: block.start + block.text.length,
            end: next.start,
            before: endOf(block.text),
            after: startOf(next.text),
            text: '',
            suggestion: finding.glue,
          }
        : {
            start: block.start + finding.start,
            end: block.start + finding.end,
            before: endOf(block.text.slice(0, finding.start)),
            after: startOf(block.text.slice(finding.end)),
            text: block.text.slice(finding.start, finding.end),
            suggestion: finding.replacement,
          };
    return [{ finding, ...place, ...lineColumn(place.start) }];
  });
}

/** Never half a surrogate pair. */
function endOf(text: string): string {
  return text.slice(-CONTEXT).replace(/^[\udc00-\udfff]/, '');
}

function startOf(text: string): string {
  return text.slice(0, CONTEXT).replace(/[\ud800-\udbff]$/, '');
}
