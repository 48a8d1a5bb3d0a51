import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BULK_CONFIDENCE } from '../../../shared/detectors/breaks';
import { blocksOf, findBreaks } from './findBreaks';

const folder = join(import.meta.dirname, '../../../../shared/samples');
const sample = join(folder, 'zhengzhou-daily.txt');

describe.skipIf(!existsSync(sample))('the sample (../shared/samples)', () => {
  const text = existsSync(sample) ? readFileSync(sample, 'utf8') : '';

  it('has its nine breaks found, all fit for bulk acceptance, and nothing else', () => {
    const findings = findBreaks(text);
    expect(findings.map(({ confidence }) => confidence >= BULK_CONFIDENCE)).toEqual(Array(9).fill(true));
    const blocks = blocksOf(text);
    const joined = blocks.map(({ id, marker, text: own, gap }) => {
      const isFirst = findings.some(({ block }) => block === id);
      return marker + own + (isFirst ? '' : gap);
    });
    expect(joined.join('')).toBe(
      readFileSync(join(folder, 'zhengzhou-daily.joined.txt'), 'utf8').trimStart(),
    );
  });

  it('has at most two false joins in bulk once its heading marks are gone', () => {
    const plain = text.replaceAll(/^#+ */gm, '');
    const marked = new Set(findBreaks(text).map(({ block }) => block));
    const bulk = findBreaks(plain).filter(({ confidence }) => confidence >= BULK_CONFIDENCE);
    expect(bulk.filter(({ block }) => !marked.has(block)).length).toBeLessThanOrEqual(2);
  });
});
