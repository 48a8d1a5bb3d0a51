import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tortureOperations } from '../../torture/operations';
import { flatMentions, Reference } from '../../torture/reference';
import { open } from '../document/arbitraries';

const sample = readFileSync(join(import.meta.dirname, '../../../samples/linjiang-evening-news.txt'), 'utf8');

describe('random operations (the short form of `npm run test:torture`)', () => {
  it.each([11, 12])('never leave what the reference model says, seed %i', seed => {
    const report = tortureOperations(sample.slice(0, 1200), 1500, seed);
    expect(report.divergence).toBeNull();
    expect(Object.keys(report.counts).length).toBeGreaterThan(14);
  });

  it('would be noticed to go wrong: the reference tells another text and other mentions apart', () => {
    const document = open('中国银行。\n第二行。');
    const reference = new Reference(document);
    expect(reference.compare(document)).toBeNull();
    reference.splice([{ from: 0, to: 1, text: '' }]);
    expect(reference.compare(document)).toMatch(/^text: differs at 0/);
    const tagged = new Reference(document);
    tagged.mentions = [{ id: 'm1', type: 'ORG', start: 0, end: 4, continues: undefined }];
    expect(tagged.compare(document)).toMatch(/^mentions: expected ORG@0-4; found/);
    expect(flatMentions(document)).toEqual([]);
  });
});
