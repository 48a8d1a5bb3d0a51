import { soak, soakText } from '../torture/soak';
import { expect, test } from './support/launch';

test('editing on and on does not pile up memory (the short form of `npm run test:torture soak`)', async ({
  kanwu,
}) => {
  const samples = await soak(kanwu, soakText(60_000), 9, 3);
  const [first, ...later] = samples.map(({ heap }) => heap);
  expect(later.length).toBeGreaterThan(1);
  // What is done stays in the history: some kilobytes a round.
  expect(Math.max(...later)).toBeLessThan((first ?? 0) * 1.25);
  expect(samples.at(-1)?.rounds).toBeGreaterThan(3);
});
