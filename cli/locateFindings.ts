import { blockLength } from '../shared/document/block';
import type { KanwuDocument } from '../shared/document/document';
import type { Finding } from '../shared/findings/finding';

/** A finding with its place in the decoded source, which is what an unedited document's working text is. */
export interface LocatedFinding {
  readonly finding: Finding;
  /** UTF-16 offsets; of a break, from the end of the one text to the start of the other. */
  readonly start: number;
  readonly end: number;
  /** Counted from 1; columns in UTF-16 code units, as editors count them. */
  readonly line: number;
  readonly column: number;
  /** A few characters on either side. */
  readonly before: string;
  readonly after: string;
  /** What stands there, and what is proposed instead; null where only a person can say. Empty for a break. */
  readonly text: string;
  readonly suggestion: string | null;
}

/** Characters shown on either side, in UTF-16 code units. */
const CONTEXT = 12;

/** Locates findings of a document as it was opened. O(length + findings log lines). */
export function locateFindings(document: KanwuDocument, findings: readonly Finding[]): LocatedFinding[] {
  const places = new Map<string, { readonly start: number; readonly text: string }>();
  let at = document.lead.text.length;
  for (const block of document.blocks) {
    places.set(block.id, { start: at + block.marker.text.length, text: block.body.text });
    at += blockLength(block);
  }
  const lines = lineStarts(document.source.text);
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
    const line = lastAtOrBefore(lines, place.start);
    return [{ finding, ...place, line: line + 1, column: place.start - (lines[line] ?? 0) + 1 }];
  });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|\n|\r/g)) starts.push(found.index + found[0].length);
  return starts;
}

function lastAtOrBefore(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Never half a surrogate pair. */
function endOf(text: string): string {
  return text.slice(-CONTEXT).replace(/^[\udc00-\udfff]/, '');
}

function startOf(text: string): string {
  return text.slice(0, CONTEXT).replace(/[\ud800-\udbff]$/, '');
}
