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

async function started() {
  const posted: FromWorker[] = [];
  const queue = new DetectionQueue(message => posted.push(message));
  await queue.start([() => detectorOf('stutter', false), () => detectorOf('duplicate', true)]);
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

/** What the findings of a message say. */
function reasons(message: FromWorker | undefined): string[] {
  return message?.type === 'findings' ? message.findings.map(({ reason }) => reason.en) : [];
}

describe('the queue of detection', () => {
  it('answers for what is on screen before it has read a long document', async () => {
    const { queue, posted, settled } = await started();
    const blocks = Array.from({ length: 2000 }, (_, n) => block(n, n % 500 === 7 ? '错' : '对'));
    queue.begin(1, blocks.slice(0, 240));
    const [first] = posted;
    expect(first).toMatchObject({ type: 'findings', ids: expect.arrayContaining(['b0', 'b7']) });
    expect(reasons(first)).toEqual(['240']);
    queue.open(1, blocks);
    await settled();
    expect(shown(posted)).toHaveLength(8);
    expect(new Set(posted.slice(1).flatMap(reasons))).toEqual(new Set(['2000']));
  });

  it('does not count a short document twice', async () => {
    const surveyed = vi.fn();
    const queue = new DetectionQueue(() => undefined);
    await queue.start([
      () => ({ ...detectorOf('stutter', false), survey: blocks => surveyed(blocks.map(b => b.text)) }),
    ]);
    surveyed.mockClear();
    queue.begin(1, [block(0), block(1)]);
    queue.open(1, [block(0), block(1)]);
    expect(surveyed).toHaveBeenCalledTimes(1);
    // Another text of the same length is another document.
    queue.begin(2, [block(0), block(1)]);
    queue.open(2, [block(0), block(1, '错了')]);
    await vi.waitFor(() => expect(surveyed).toHaveBeenLastCalledWith(['第0段', '错了']));
    expect(surveyed).toHaveBeenCalledTimes(3);
  });

  it('lets the first detector answer while the others are still being made', async () => {
    const posted: FromWorker[] = [];
    const queue = new DetectionQueue(message => posted.push(message));
    const blocks = [block(0, '错'), block(1), block(2, '错')];
    const late = vi.fn(() => detectorOf('duplicate', true));
    const starting = queue.start([() => detectorOf('stutter', false), late]);
    queue.begin(1, blocks);
    expect(late).not.toHaveBeenCalled();
    expect(shown(posted)).toEqual(['stutter b0', 'stutter b2']);
    queue.open(1, blocks);
    await starting;
    await vi.waitFor(() => expect(posted.at(-1)).toMatchObject({ type: 'progress', done: 1 }));
    expect(shown(posted)).toEqual(['duplicate b0', 'duplicate b2', 'stutter b0', 'stutter b2']);
  });

  it('says nothing of the beginning once it has been edited', async () => {
    const posted: FromWorker[] = [];
    const queue = new DetectionQueue(message => posted.push(message));
    const starting = queue.start([() => detectorOf('duplicate', true), () => detectorOf('stutter', false)]);
    queue.begin(1, [block(0, '错')]);
    queue.open(1, [block(0, '错')]);
    queue.change(1, [{ at: 0, removed: 1, inserted: [block(0, '对')] }]);
    await starting;
    await vi.waitFor(() => expect(posted.at(-1)).toMatchObject({ type: 'progress', done: 1 }));
    expect(posted.flatMap(reasons)).toEqual([]);
  });

  it('looks again near an edit, and at the whole when editing pauses', async () => {
    const { queue, posted } = await started();
    vi.useFakeTimers();
    try {
      queue.open(1, [block(0), block(1), block(2)]);
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
    const { queue, posted } = await started();
    queue.open(1, [block(0)]);
    queue.change(0, [{ at: 0, removed: 1, inserted: [block(0, '错')] }]);
    await vi.waitFor(() => expect(posted.length).toBeGreaterThan(0));
    expect(shown(posted)).toEqual([]);
  });
});
