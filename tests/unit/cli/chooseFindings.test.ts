import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseFindings } from '../../../cli/chooseFindings';
import { applyChange } from '../../../shared/document/change';
import { applyCorrections, corrections } from '../../../shared/document/corrections';
import { type KanwuDocument, workingText } from '../../../shared/document/document';
import { acceptAll } from '../../../shared/edits/deciding';
import type { BreakFinding, Finding, TextFinding } from '../../../shared/findings/finding';
import { contextFor, open, texts } from '../document/arbitraries';

const REASON = { en: 'why', zh: '因' };

function breakAt(document: KanwuDocument, index: number, confidence = 0.9, skip = 0): BreakFinding {
  const blocks = document.blocks.slice(index, index + 2 + skip);
  const [first, next] = [blocks[0], blocks[blocks.length - 1]];
  if (!first || !next || blocks.length < 2 + skip) throw new Error('no such blocks');
  return {
    kind: 'break',
    block: first.id,
    next: next.id,
    glue: '',
    dropHyphen: false,
    between: blocks.slice(1, -1).map(({ id }) => id),
    confidence,
    reason: REASON,
  };
}

function textAt(
  document: KanwuDocument,
  index: number,
  range: readonly [number, number],
  replacement: string | null,
  confidence = 0.9,
): TextFinding {
  const block = document.blocks[index]?.id ?? '';
  return { kind: 'space', block, start: range[0], end: range[1], replacement, confidence, reason: REASON };
}

function fixed(document: KanwuDocument, findings: readonly Finding[], least = 0.5): string {
  const chosen = chooseFindings(document, findings, least);
  return workingText(applyChange(document, acceptAll(document, chosen, contextFor(1000))));
}

describe('the findings chosen for one go', () => {
  const document = open('甲乙丙\n1\n丁戊己\n庚');

  it('are those sure enough that propose something', () => {
    const findings = [
      textAt(document, 0, [0, 1], 'A', 0.4),
      textAt(document, 0, [1, 2], null),
      breakAt(document, 2),
    ];
    expect(fixed(document, findings)).toBe('甲乙丙\n1\n丁戊己庚');
  });

  it('are corrections and joins of the same blocks together', () => {
    const findings = [
      textAt(document, 0, [2, 3], 'C'),
      breakAt(document, 0, 0.9, 1),
      textAt(document, 2, [0, 1], 'D'),
      breakAt(document, 2),
      textAt(document, 3, [0, 1], 'G'),
    ];
    expect(fixed(document, findings)).toBe('甲乙CD戊己G');
  });

  it('are not two about the same text: the surer counts, else the earlier', () => {
    const pair = (first: number, second: number) =>
      fixed(document, [textAt(document, 0, [0, 2], 'A', first), textAt(document, 0, [1, 3], 'B', second)]);
    expect([pair(0.9, 0.8), pair(0.8, 0.9), pair(0.9, 0.9)]).toEqual([
      'A丙\n1\n丁戊己\n庚',
      '甲B\n1\n丁戊己\n庚',
      'A丙\n1\n丁戊己\n庚',
    ]);
  });

  it('are not in a block that a join takes out', () => {
    const findings = [breakAt(document, 0, 0.9, 1), textAt(document, 1, [0, 1], 'x')];
    expect(fixed(document, findings)).toBe('甲乙丙丁戊己\n庚');
  });

  it('leave a sound document with just these corrections, whatever they are', () => {
    const marks = fc.array(
      fc.record({
        block: fc.nat(20),
        start: fc.nat(8),
        length: fc.nat(4),
        put: fc.constantFrom('', '，', 'ab'),
        sure: fc.constantFrom(0.4, 0.6, 0.9),
        skip: fc.nat(1),
        isBreak: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(texts, marks, (text, list) => {
        const opened = open(text);
        const count = opened.blocks.length;
        const findings = list.flatMap((mark): Finding[] => {
          const index = mark.block % count;
          const { length } = opened.blocks[index]?.body.text ?? '';
          if (mark.isBreak)
            return index + 1 + mark.skip < count ? [breakAt(opened, index, mark.sure, mark.skip)] : [];
          const start = Math.min(mark.start, length);
          const end = Math.min(start + mark.length, length);
          return [textAt(opened, index, [start, end], mark.put, mark.sure)];
        });
        const indexOf = (f: Finding) => opened.blocks.findIndex(({ id }) => id === f.block);
        const startOf = (f: Finding) => (f.kind === 'break' ? 1000 : f.start);
        findings.sort((a, b) => indexOf(a) - indexOf(b) || startOf(a) - startOf(b));
        const chosen = chooseFindings(opened, findings, 0.5);
        const result = applyChange(opened, acceptAll(opened, chosen, contextFor(1000)));
        expect(applyCorrections(text, corrections(result))).toBe(workingText(result));
        expect(result.decisions.size).toBeLessThanOrEqual(chosen.length);
      }),
      { numRuns: 2000 },
    );
  });
});
