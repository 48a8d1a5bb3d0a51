import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markPlausible, transitionGains } from '../../../shared/suggesters/plausibleLabels';

const TYPES = 2;
const LABELS = 1 + 4 * TYPES;
const LEAST = -100;

test('a label is plausible where some mention with it gains enough between two Os', () => {
  const step = fc.integer({ min: -150, max: 150 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.array(step, { minLength: 6 * LABELS, maxLength: 6 * LABELS }),
      fc.array(step, { minLength: LABELS * LABELS, maxLength: LABELS * LABELS }),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      (length, given, weights, opened) => {
        const scores = Int32Array.from(given);
        const transitions = Float64Array.from(weights);
        const open = Uint8Array.from(opened, Number);
        const plausible = new Int32Array(length);
        markPlausible(
          { scores, offset: 0, stride: LABELS, labels: LABELS },
          open,
          length,
          transitionGains(transitions, LABELS, 1),
          LEAST,
          plausible,
        );
        expect([...plausible]).toEqual(bySingleMentions(scores, transitions, open, length));
      },
    ),
    { numRuns: 300 },
  );
});

/** The same by trying every mention of the text. */
function bySingleMentions(
  scores: Int32Array,
  transitions: Float64Array,
  open: Uint8Array,
  length: number,
): number[] {
  const found = Array.from({ length }, () => 0);
  for (let type = 0; type < TYPES; type++) {
    for (let start = 0; start < length; start++) {
      for (let end = start + 1; end <= length && open[end - 1] === 1; end++) {
        const labels = Array.from({ length: end - start }, (_, k) => {
          const place = end - start === 1 ? 3 : k === 0 ? 0 : k === end - start - 1 ? 2 : 1;
          return 1 + 4 * type + place;
        });
        if (gainOf(labels, start, scores, transitions, length) <= LEAST) continue;
        labels.forEach((label, k) => {
          found[start + k] = (found[start + k] ?? 0) | (1 << label);
        });
      }
    }
  }
  return found;
}

function gainOf(
  labels: readonly number[],
  start: number,
  scores: Int32Array,
  transitions: Float64Array,
  length: number,
): number {
  const link = (from: number, to: number): number =>
    (transitions[from * LABELS + to] ?? 0) - (transitions[0] ?? 0);
  let gain = 0;
  labels.forEach((label, k) => {
    const at = (start + k) * LABELS;
    gain += (scores[at + label] ?? 0) - (scores[at] ?? 0);
    if (start + k > 0) gain += link(labels[k - 1] ?? 0, label);
  });
  if (start + labels.length < length) gain += link(labels.at(-1) ?? 0, 0);
  return gain;
}
