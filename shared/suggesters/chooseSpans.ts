/** A span with the confidence it got. */
export interface JudgedSpan {
  /** Of any tagset. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

const crosses = (a: JudgedSpan, b: JudgedSpan): boolean =>
  (a.start < b.start && b.start < a.end && a.end < b.end) ||
  (b.start < a.start && a.start < b.end && b.end < a.end);
const covers = (a: JudgedSpan, b: JudgedSpan): boolean => a.start <= b.start && b.end <= a.end;
/** Of these one never lies in another of its own type. */
const NEVER_IN_ITSELF: ReadonlySet<string> = new Set(['PER', 'DATE', 'TIME', 'MONEY', 'PERCENT']);
const isDoubled = (a: JudgedSpan, b: JudgedSpan): boolean =>
  a.type === b.type && NEVER_IN_ITSELF.has(a.type) && (covers(a, b) || covers(b, a));
const isSame = (a: JudgedSpan, b: JudgedSpan): boolean => a.start === b.start && a.end === b.end;

/**
 * Of the spans of one block those that can stand together, the more confident first: none crosses another (nesting is
 * fine, but for a person or date in another) and none covers the same text as another. In order of start, outer before inner.
 */
export function chooseSpans<Span extends JudgedSpan>(spans: readonly Span[]): Span[] {
  const ordered = [...spans].sort(
    (a, b) => b.confidence - a.confidence || a.start - b.start || b.end - a.end,
  );
  const chosen: Span[] = [];
  for (const span of ordered) {
    if (!chosen.some(other => isSame(span, other) || crosses(span, other) || isDoubled(span, other)))
      chosen.push(span);
  }
  return chosen.sort((a, b) => a.start - b.start || b.end - a.end);
}
