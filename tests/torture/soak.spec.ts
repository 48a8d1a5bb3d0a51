import { join } from 'node:path';
import { expect, test } from '../e2e/support/launch';
import { heapAfresh, SOAK_FILE, soak, soakText } from './soak';

const MINUTES = Number(process.env['KANWU_SOAK_MINUTES'] ?? 60);

test(`${MINUTES} minutes of editing a million characters: memory within 10 % of what the document takes, keys as quick at the end as at the start`, async ({
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
  // What is typed, corrected and tagged in an hour is some kilobytes; a window on a loaded machine may collect late, so only
  // the end counts.
  expect(last.heap).toBeLessThan(first.heap * 1.1);
  const afresh = await heapAfresh(kanwu, join(kanwu.folder, SOAK_FILE));
  console.log(`soak: the same document and history in a window just started: ${afresh} MB`);
  expect(last.heap).toBeLessThan(afresh * 1.1);
  // A frame is 17 ms: the percentile steps by that much.
  expect(last.keyToPaint).toBeLessThan(first.keyToPaint * 1.25 + 17);
});
