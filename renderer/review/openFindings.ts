import type { KanwuDocument } from '../../shared/document/document';
import type { Selection } from '../../shared/document/history';
import type { PlacedFinding } from '../../shared/edits/deciding';
import type { FindingKind } from '../../shared/findings/finding';

/** The findings of some kinds (null: all), in document order. */
export function ofKinds(
  open: readonly PlacedFinding[],
  kinds: ReadonlySet<FindingKind> | null,
): readonly PlacedFinding[] {
  return kinds ? open.filter(placed => kinds.has(placed.finding.kind)) : open;
}

/** Where a finding begins within its first block; a break at its end. */
export function startOf(document: KanwuDocument, { finding, first }: PlacedFinding): number {
  return finding.kind === 'break' ? (document.blocks[first]?.body.text.length ?? 0) : finding.start;
}

/** What is selected to show a finding: the caret at a break, the text found otherwise. */
export function selectionOf(document: KanwuDocument, placed: PlacedFinding): Selection {
  const { finding, first: index } = placed;
  const anchor = { index, offset: startOf(document, placed) };
  return { anchor, focus: finding.kind === 'break' ? anchor : { index, offset: finding.end } };
}

/**
 * Findings like this one: of the same kind, and of the same text and correction; breaks of the same reason, whatever
 * words it quotes.
 */
export function alike(document: KanwuDocument, a: PlacedFinding, b: PlacedFinding): boolean {
  if (a.finding.kind === 'break' || b.finding.kind === 'break') {
    return a.finding.kind === b.finding.kind && reasonPattern(a) === reasonPattern(b);
  }
  return (
    a.finding.kind === b.finding.kind &&
    a.finding.replacement === b.finding.replacement &&
    foundText(document, a) === foundText(document, b)
  );
}

function foundText(document: KanwuDocument, { finding, first }: PlacedFinding): string {
  if (finding.kind === 'break') return '';
  return document.blocks[first]?.body.text.slice(finding.start, finding.end) ?? '';
}

function reasonPattern({ finding }: PlacedFinding): string {
  return finding.reason.en.replace(/“[^”]*”/g, '“”').replace(/\d+/g, '0');
}
