import { describe, expect, it, vi } from 'vitest';
import { Staging } from '../../../electron/files/staging';
import { stageLarge, stageText } from '../../../renderer/app/stageLarge';
import { Cancelled } from '../../../renderer/app/timeSlices';
import { stageFiles } from '../../../renderer/export/stageFiles';
import type { KanwuApi, StagedPart } from '../../../shared/ipc/contract';

const REQUEST = { documentId: 'd1', suggestedName: 'a.ann', formatName: 'brat' };
const FILE = { extension: '.ann', encoding: 'utf-8', bom: false } as const;
const TEXT = Array.from({ length: 90 }, (_, n) => `${n}𠮷`.repeat(10_000));

/** Main, and the page that hands over to it. */
function program(onPart: (count: number) => void = () => {}) {
  const staging = new Staging();
  const stage = vi.fn(async (part: StagedPart) => {
    staging.add(part);
    onPart(stage.mock.calls.length);
    return null;
  });
  return { staging, stage, kanwu: { stage } as unknown as KanwuApi };
}

describe('what the page hands over in parts', () => {
  it('is put together again, text and bytes, for the export that names it', async () => {
    const { staging, stage, kanwu } = program();
    const bytes = Array.from({ length: 40 }, (_, n) => new Uint8Array(60_000).fill(n));
    const parts = [['small'], TEXT, bytes];
    const contents = await stageFiles(
      kanwu,
      parts.map(list => ({ ...FILE, parts: list })),
    );
    for (const [{ part }] of stage.mock.calls) expect(part?.length).toBeLessThan(2 ** 18);
    const request = { ...REQUEST, files: contents.map(one => ({ ...FILE, contents: one })) };
    const { files: whole } = staging.export(request);
    expect(whole[0]?.contents).toBe('small');
    expect(whole[1]?.contents === TEXT.join('')).toBe(true);
    expect(Buffer.compare(Buffer.from(whole[2]?.contents ?? ''), Buffer.concat(bytes))).toBe(0);
    expect(staging.length).toBe(0);
    // Once: what was staged is no part of the next export.
    expect(() => staging.export(request)).toThrow(RangeError);
  });

  it('is cut to messages, never within a character, and may be two texts at a time', async () => {
    const { staging, stage, kanwu } = program();
    const texts = ['𠮷'.repeat(400_000), `x${'𠮷'.repeat(400_000)}`];
    const staged = await Promise.all(texts.map(text => stageText(kanwu, [text])));
    expect(stage.mock.calls.length).toBeGreaterThan(6);
    for (const [{ part }] of stage.mock.calls) {
      expect(part?.length).toBeLessThanOrEqual(2 ** 16 + 1);
      expect(String(part)).not.toMatch(/^[\udc00-\udfff]/);
    }
    expect(staged.map((one, n) => staging.text(one) === texts[n])).toEqual([true, true]);
    expect(await stageText(kanwu, ['sh', 'ort'])).toBe('short');
    expect(staging.text('short')).toBe('short');
  });

  it('is never taken in part, nor bytes for text', async () => {
    const { staging, stage, kanwu } = program();
    const staged = await stageLarge(kanwu, TEXT);
    if (!staged) throw new Error('went in one message');
    const [[last]] = stage.mock.calls.slice(-1) as [[StagedPart]];
    staging.add(last);
    expect(() => staging.text(staged)).toThrow(RangeError);
    expect(() => staging.text({ staging: 99, length: 0 })).toThrow(RangeError);
    staging.add({ staging: 7, part: new Uint8Array(3) });
    expect(() => staging.text({ staging: 7, length: 3 })).toThrow(TypeError);
    expect(staging.length).toBe(0);
  });

  it('is dropped where it is given up, where the handing over fails, and with the page', async () => {
    const stop = new AbortController();
    const cancelled = program(count => count === 60 && stop.abort());
    const files = [TEXT, TEXT].map(parts => ({ ...FILE, parts }));
    await expect(stageFiles(cancelled.kanwu, files, stop.signal)).rejects.toBeInstanceOf(Cancelled);
    expect([cancelled.stage.mock.calls.length, cancelled.staging.length]).toEqual([62, 0]);

    const failing = program(count => {
      if (count === 3) throw new Error('lost');
    });
    await expect(stageText(failing.kanwu, TEXT)).rejects.toThrow('lost');
    expect(failing.staging.length).toBe(0);

    const { staging, kanwu } = program();
    await stageText(kanwu, TEXT);
    expect(staging.length).toBeGreaterThan(0);
    staging.clear();
    expect(staging.length).toBe(0);
  });
});
