import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256Of } from '../../../renderer/import/sha256Of';

const byNode = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

it('hashes what Node hashes', async () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(texts, async text => {
      expect(await sha256Of(text)).toBe(byNode(text));
    }),
  );
});

it('cuts no character between two slices', async () => {
  for (const lead of ['', '中']) {
    const text = lead + '𠮷'.repeat(300_000);
    expect(await sha256Of(text)).toBe(byNode(text));
  }
});
