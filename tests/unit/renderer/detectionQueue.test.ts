import { describe, expect, it, vi } from 'vitest';
import { DetectionQueue } from '../../../renderer/detection/detectionQueue';
import type { FromWorker } from '../../../renderer/detection/protocol';
import type { TextBlock } from '../../../shared/document/textBlock';
import type { Detector } from '../../../shared/findings/detector';
import type { TextFinding } from '../../../shared/findings/finding';

function block(n: number, text = `第${n}段`): TextBlock {
  return { id: `b${n}`, kind: 'paragraph', level: 0, marker: '', text, gap: '\n\n' };
}

/** Reports every block that holds 错, and how large the document was when it was surveyed. */
function detectorOf(kind: 'stutter' | 'duplicate', whole: boolean): Detector<number> {
  return {
    kinds: [kind],
    reach: 1,
    whole,
    survey: blocks => blocks.length,
    detect: (blocks, surveyed, from, to) =>
      blocks.slice(from, to).flatMap((b): TextFinding[] =>
        b.text.includes('错')
          ? [
              {
                kind,
                block: b.id,
                start: 0,
                end: 1,
                replacement: null,
                confidence: 0.9,
                reason: { en: `${surveyed}`, zh: '' },
              },
            ]
          : [],
      ),
  };
}

function started() {
  const posted: FromWorker[] = [];
  const queue = new DetectionQueue(message => posted.push(message));
  queue.start([detectorOf('stutter', false), detectorOf('duplicate', true)]);
  const last = () => posted[posted.length - 1];
  return {
    queue,
    posted,
    settled: () => vi.waitFor(() => expect(last()).toMatchObject({ type: 'progress', done: 1 })),
  };
}

/** What a window that took in all messages would show: kind and block. */
function shown(posted: readonly FromWorker[]): string[] {
  const found = new Map<string, string[]>();
  for (const message of posted) {
    if (message.type !== 'findings') continue;
    for (const id of message.ids) {
      for (const kind of message.kinds) found.delete(`${kind} ${id}`);
    }
    for (const { kind, block: id } of message.findings) found.set(`${kind} ${id}`, [id]);
  }
  return [...found.keys()].sort();
}

describe('the queue of detection', () => {
  it('answers for what is on screen before it has looked at a long document', async () => {
    const { queue, posted, settled } = started();
    const blocks = Array.from({ length: 2000 }, (_, n) => block(n, n % 500 === 7 ? '错' : '对'));
    queue.open(1, blocks, 500);
    const [first] = posted;
    expect(first).toMatchObject({ type: 'findings', ids: expect.arrayContaining(['b500', 'b507']) });
    expect(first?.type === 'findings' && first.findings.map(f => f.reason.en)).toEqual(['240']);
    await settled();
    expect(shown(posted)).toHaveLength(8);
  });

  it('looks again near an edit, and at the whole when editing pauses', async () => {
    vi.useFakeTimers();
    try {
      const { queue, posted } = started();
      queue.open(1, [block(0), block(1), block(2)], 0);
      await vi.runAllTimersAsync();
      expect(shown(posted)).toEqual([]);
      queue.change(1, [{ at: 1, removed: 1, inserted: [block(1, '错了')] }]);
      await vi.advanceTimersByTimeAsync(200);
      expect(shown(posted)).toEqual(['stutter b1']);
      await vi.runAllTimersAsync();
      expect(shown(posted)).toEqual(['duplicate b1', 'stutter b1']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('passes over changes of another document', async () => {
    const { queue, posted } = started();
    queue.open(1, [block(0)], 0);
    queue.change(0, [{ at: 0, removed: 1, inserted: [block(0, '错')] }]);
    await vi.waitFor(() => expect(posted.length).toBeGreaterThan(0));
    expect(shown(posted)).toEqual([]);
  });
});
