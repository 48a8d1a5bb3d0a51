/** What was found of the spurious breaks, and how much of what was found is right. */
export interface Scores {
  readonly gaps: number;
  readonly spurious: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly falseJoins: number;
}

interface Labelled {
  readonly y: 0 | 1;
}

/** Scores of joining wherever `confidence` reaches `threshold`. Precision is 1 where nothing is joined. */
export function scoresAt<Gap extends Labelled>(
  gaps: readonly Gap[],
  threshold: number,
  confidence: (gap: Gap) => number,
): Scores {
  let hits = 0;
  let falseJoins = 0;
  let spurious = 0;
  for (const gap of gaps) {
    spurious += gap.y;
    if (confidence(gap) < threshold) continue;
    if (gap.y === 1) hits++;
    else falseJoins++;
  }
  const precision = hits + falseJoins === 0 ? 1 : hits / (hits + falseJoins);
  const recall = spurious === 0 ? 1 : hits / spurious;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { gaps: gaps.length, spurious, precision, recall, f1, falseJoins };
}

/** Mean squared difference of confidence and truth; what was not reported counts as 0. */
export function brierScore(gaps: readonly (Labelled & { readonly confidence: number })[]): number {
  if (gaps.length === 0) return 0;
  return gaps.reduce((sum, { y, confidence }) => sum + (confidence - y) ** 2, 0) / gaps.length;
}

export interface ReliabilityRow {
  readonly from: number;
  readonly to: number;
  readonly findings: number;
  readonly meanConfidence: number;
  /** Share of the findings that are right. */
  readonly right: number;
}

const BANDS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001];

/** For bands of confidence: how sure the findings were and how many of them were right. */
export function reliability(gaps: readonly (Labelled & { readonly confidence: number })[]): ReliabilityRow[] {
  return BANDS.slice(0, -1).map((from, i) => {
    const to = BANDS[i + 1] ?? 1;
    const inside = gaps.filter(({ confidence }) => confidence >= from && confidence < to);
    const sum = (of: (gap: (typeof inside)[number]) => number) =>
      inside.reduce((total, gap) => total + of(gap), 0);
    const share = (total: number) => (inside.length === 0 ? 0 : total / inside.length);
    return {
      from,
      to: Math.min(1, to),
      findings: inside.length,
      meanConfidence: share(sum(({ confidence }) => confidence)),
      right: share(sum(({ y }) => y)),
    };
  });
}
