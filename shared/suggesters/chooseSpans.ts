/** A span with the confidence it got. */
export interface JudgedSpan {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

const crosses = (a: JudgedSpan, b: JudgedSpan): boolean =>
  (a.start < b.start && b.start < a.end && a.end < b.end) ||
  (b.start < a.start && a.start < b.end && b.end < a.end);
const isSame = (a: JudgedSpan, b: JudgedSpan): boolean => a.start === b.start && a.end === b.end;

/**
 * Of the spans of one block those that can stand together, the more confident first: none crosses another (nesting is
 * fine) and none covers the same text as another. In order of start, outer before inner.
 */
export function chooseSpans<Span extends JudgedSpan>(spans: readonly Span[]): Span[] {
  const ordered = [...spans].sort(
    (a, b) => b.confidence - a.confidence || a.start - b.start || b.end - a.end,
  );
  const chosen: Span[] = [];
  for (const span of ordered) {
    if (!chosen.some(other => isSame(span, other) || crosses(span, other))) chosen.push(span);
  }
  return chosen.sort((a, b) => a.start - b.start || b.end - a.end);
}
