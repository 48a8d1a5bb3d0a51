import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../../shared/document/textBlock';
import { blocksOf, readPages } from '../../../tools/marks/pages';
import { detectAll } from '../../../tools/marks/score';
import { detectors } from './detect';

const PIECES = [
  '他说',
  '明明年',
  '己经',
  '，',
  ',',
  '。',
  '“',
  '”',
  '（',
  ')',
  ' ',
  '　',
  '4O0',
  '10:30',
  '的',
  '文明实践',
  '出出汗',
  'Vue',
  '《',
  '》',
  '\uFFFD',
  '&amp;',
  'Ã©',
  '生产曰期',
  '。。',
  '"',
  '天天',
  '𠮷',
  '貓',
  '1,000',
  '在',
  '人',
  '入',
  '\u200B',
  '研究研究',
];
const line = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 24 })
  .map(parts => parts.join(''));
const text = fc.array(line, { minLength: 1, maxLength: 8 }).map(lines => lines.join('\n\n'));

describe('for any text', () => {
  it('findings lie within their block, and reasons are given in both languages', () => {
    fc.assert(
      fc.property(text, sample => {
        const blocks = blocksOf(sample);
        const lengths = new Map(blocks.map(block => [block.id, block.text.length]));
        for (const { block, start, end, confidence, reason } of detectAll(detectors, blocks)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(lengths.get(block) ?? -1);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(reason.zh !== '' && reason.en !== '').toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('detecting part of the blocks gives that part of the findings, every time the same', () => {
    fc.assert(
      fc.property(text, fc.nat(8), fc.nat(8), (sample, a, b) => {
        const blocks = blocksOf(sample);
        const [from, to] = [Math.min(a, b, blocks.length), Math.min(Math.max(a, b), blocks.length)];
        const ids = new Set(blocks.slice(from, to).map(block => block.id));
        for (const detector of detectors) {
          const survey = detector.survey(blocks);
          const whole = detector.detect(blocks, survey, 0, blocks.length);
          expect(detector.detect(blocks, survey, from, to)).toEqual(
            whole.filter(finding => ids.has(finding.block)),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a finding is gone once its correction is applied', () => {
    fc.assert(
      fc.property(text, sample => {
        const blocks = blocksOf(sample);
        for (const detector of detectors) {
          for (const finding of detector.detect(blocks, detector.survey(blocks), 0, blocks.length)) {
            if (finding.kind === 'break' || finding.replacement === null) continue;
            const mended = blocks.map(block => (block.id === finding.block ? apply(block, finding) : block));
            const again = detector.detect(mended, detector.survey(mended), 0, mended.length);
            const same = again.filter(
              other =>
                other.kind === finding.kind &&
                other.block === finding.block &&
                other.start === finding.start &&
                other.end === finding.end &&
                other.replacement === finding.replacement &&
                mended.find(block => block.id === other.block)?.text.slice(other.start, other.end) ===
                  blocks.find(block => block.id === finding.block)?.text.slice(finding.start, finding.end),
            );
            // A run such as 明明明明 may leave the next pair in the same place.
            expect(same.length === 0 || isRun(blocks, finding.block, finding.start, finding.end)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function apply(
  block: TextBlock,
  { start, end, replacement }: { start: number; end: number; replacement: string | null },
): TextBlock {
  return { ...block, text: block.text.slice(0, start) + replacement + block.text.slice(end) };
}

function isRun(blocks: readonly TextBlock[], id: string, start: number, end: number): boolean {
  const own = blocks.find(block => block.id === id)?.text ?? '';
  const unit = own.slice(start, end);
  return (
    own.startsWith(unit.slice(-1), end) || own.slice(end).startsWith(unit.slice(Math.ceil(unit.length / 2)))
  );
}

describe('size', () => {
  it('a block of a million characters and ten thousand blocks are done', () => {
    const sentence = '会议要求各部门密切配合，抓好落实，确保按期完成任务。';
    const big: TextBlock = {
      id: 'big',
      kind: 'paragraph',
      level: 0,
      marker: '',
      gap: '',
      text: sentence.repeat(40_000),
    };
    const many = Array.from(
      { length: 10_000 },
      (_, n): TextBlock => ({ ...big, id: `m${n}`, text: `“${n}${sentence}` }),
    );
    detectAll(detectors, [big]);
    detectAll(detectors, many);
    // Anything worse than linear would run into the test's own time limit.
  }, 60_000);
});

const dev = join('..', 'shared', 'corpus', 'dev');
describe.skipIf(!existsSync(dev))('on the marked dev pages (../shared/corpus/dev)', () => {
  it('what is shown by default is mostly right', () => {
    const pages = readPages(dev);
    let right = 0;
    let all = 0;
    for (const page of pages) {
      const indexes = new Map(page.blocks.map((block, index) => [block.id, index]));
      for (const { kind, block, start, end, confidence } of detectAll(detectors, page.blocks)) {
        if (confidence < 0.5 || kind === 'duplicate') continue;
        all++;
        if (
          page.errors.some(
            error => error.block === indexes.get(block) && error.start <= end && start <= error.end,
          )
        )
          right++;
      }
    }
    expect(right / all).toBeGreaterThan(0.8);
  });
});
