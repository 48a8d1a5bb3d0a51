import type { LabelScores } from './likelyLabels';

/**
 * What the transitions add when a mention of one type is put where all is O, in steps of the scores: from O into its first (or only)
 * character, out of its last to O, and from one of its characters to the next.
 */
export interface TypeGains {
  readonly intoFirst: number;
  readonly intoOnly: number;
  readonly outOfLast: number;
  readonly outOfOnly: number;
  readonly firstInner: number;
  readonly firstLast: number;
  readonly innerInner: number;
  readonly innerLast: number;
}

/** The gains of each type, from the weights of label after label, rounded up. */
export function transitionGains(weights: Float64Array, labels: number, step: number): TypeGains[] {
  const weight = (from: number, to: number): number => (weights[from * labels + to] ?? 0) / step;
  const types = Array.from({ length: (labels - 1) / 4 }, (_, type) => 4 * type + 1);
  const into = (label: number): number => Math.ceil(weight(0, label) - weight(0, 0));
  const outOf = (label: number): number => Math.ceil(weight(label, 0) - weight(0, 0));
  const within = (from: number, to: number): number => Math.ceil(weight(from, to) - weight(0, 0));
  return types.map(first => ({
    intoFirst: into(first),
    intoOnly: into(first + 3),
    outOfLast: outOf(first + 2),
    outOfOnly: outOf(first + 3),
    firstInner: within(first, first + 1),
    firstLast: within(first, first + 2),
    innerInner: within(first + 1, first + 1),
    innerLast: within(first + 1, first + 2),
  }));
}

/** Less likely than anything. */
const NEVER = -1_000_000;
let firsts = new Int32Array(0);
let inners = new Int32Array(0);

/**
 * Writes to `plausible` for each character which labels may lie in a mention that is more than `least` likely (in steps of the
 * scores: a log-odds): bit `n` for label `n`, 0 where O is all that can be. A mention is never likelier, against O in its place, than what it
 * gains between two Os – but for one right beside another, which the transitions may make some three times as likely, so that
 * `least` must lie well below what is asked for. The best mention through each label is found by maximum sums from the left and
 * from the right. O(open characters × labels).
 */
export function markPlausible(
  { scores, offset, stride }: LabelScores,
  open: Uint8Array,
  length: number,
  gains: readonly TypeGains[],
  least: number,
  plausible: Int32Array,
): void {
  if (firsts.length < length) {
    firsts = new Int32Array(2 * length);
    inners = new Int32Array(2 * length);
  }
  plausible.fill(0, 0, length);
  for (let type = 0; type < gains.length; type++) {
    const gain = gains[type];
    if (gain) markType(scores, offset, stride, type, open, length, gain, least, plausible);
  }
}

function markType(
  scores: Int32Array,
  offset: number,
  stride: number,
  type: number,
  open: Uint8Array,
  length: number,
  gain: TypeGains,
  least: number,
  plausible: Int32Array,
): void {
  for (let from = 0; ; ) {
    while (from < length && open[from] !== 1) from++;
    if (from >= length) return;
    let to = from + 1;
    while (to < length && open[to] === 1) to++;
    if (isAnyPlausible(scores, offset, stride, 4 * type + 1, from, to, length, gain, least))
      markRun(scores, offset, stride, 4 * type + 1, from, to, length, gain, least, plausible);
    from = to;
  }
}

/** The maximum sums from the left, and whether any mention that ends in the run reaches `least`. */
function isAnyPlausible(
  scores: Int32Array,
  offset: number,
  stride: number,
  label: number,
  from: number,
  to: number,
  length: number,
  { intoFirst, intoOnly, outOfLast, outOfOnly, firstInner, firstLast, innerInner, innerLast }: TypeGains,
  least: number,
): boolean {
  let first = NEVER;
  let inner = NEVER;
  let most = NEVER;
  for (let i = from, at = from * stride + offset; i < to; i++, at += stride) {
    const outside = scores[at] ?? 0;
    const out = i === length - 1;
    const last = Math.max(first + firstLast, inner + innerLast) + (scores[at + label + 2] ?? 0) - outside;
    const only = (scores[at + label + 3] ?? 0) - outside + (i === 0 ? 0 : intoOnly);
    most = Math.max(most, out ? last : last + outOfLast, out ? only : only + outOfOnly);
    inner = Math.max(first + firstInner, inner + innerInner) + (scores[at + label + 1] ?? 0) - outside;
    first = (scores[at + label] ?? 0) - outside + (i === 0 ? 0 : intoFirst);
    firsts[i] = first;
    inners[i] = inner;
  }
  return most > least;
}

/** Goes on from the right, where the sums from the left are. */
function markRun(
  scores: Int32Array,
  offset: number,
  stride: number,
  label: number,
  from: number,
  to: number,
  length: number,
  { intoOnly, outOfLast, outOfOnly, firstInner, firstLast, innerInner, innerLast }: TypeGains,
  least: number,
  plausible: Int32Array,
): void {
  let innerOn = NEVER;
  let lastOn = NEVER;
  for (let i = to - 1, at = offset + i * stride; i >= from; i--, at -= stride) {
    const outside = scores[at] ?? 0;
    const isTextEnd = i === length - 1;
    const afterFirst = Math.max(firstInner + innerOn, firstLast + lastOn);
    const afterInner = Math.max(innerInner + innerOn, innerLast + lastOn);
    lastOn = (scores[at + label + 2] ?? 0) - outside + (isTextEnd ? 0 : outOfLast);
    const only =
      (scores[at + label + 3] ?? 0) - outside + (i === 0 ? 0 : intoOnly) + (isTextEnd ? 0 : outOfOnly);
    let bits = only > least ? 8 : 0;
    if ((firsts[i] ?? 0) + afterFirst > least) bits |= 1;
    if ((inners[i] ?? 0) + afterInner > least) bits |= 2;
    if (i > from) {
      const before = Math.max((firsts[i - 1] ?? 0) + firstLast, (inners[i - 1] ?? 0) + innerLast);
      if (before + lastOn > least) bits |= 4;
    }
    if (bits !== 0) plausible[i] = (plausible[i] ?? 0) | (bits << label);
    innerOn = afterInner + (scores[at + label + 1] ?? 0) - outside;
  }
}
