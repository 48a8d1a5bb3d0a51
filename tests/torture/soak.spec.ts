import { expect, test } from '../e2e/support/launch';
import { soak, soakText } from './soak';

const MINUTES = Number(process.env['KANWU_SOAK_MINUTES'] ?? 60);

test(`${MINUTES} minutes of editing a million characters: memory within 10 %, keys as quick at the end as at the start`, async ({
  kanwu,
}) => {
  test.setTimeout((MINUTES + 40) * 60_000);
  const every = Math.max(20, (MINUTES * 60) / 12);
  const samples = await soak(kanwu, soakText(1_000_000), MINUTES * 60, every, {
    fill: true,
    onSample: sample => console.log(`soak: ${JSON.stringify(sample)}`),
  });
  console.table(samples);
  const [first, ...later] = samples;
  const last = later[later.length - 1];
  if (!first || !last) throw new Error('too few samples');
  expect(Math.max(...later.map(({ heap }) => heap))).toBeLessThan(first.heap * 1.1);
  // A frame is 17 ms: the percentile steps by that much.
  expect(last.keyToPaint).toBeLessThan(first.keyToPaint * 1.25 + 17);
});
