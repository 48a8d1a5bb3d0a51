import { expect, it, vi } from 'vitest';
import { StagedExport } from '../../../electron/files/stagedExport';
import { Cancelled } from '../../../renderer/app/timeSlices';
import type { Workspace } from '../../../renderer/app/workspace';
import { stageLarge } from '../../../renderer/export/stageLarge';
import type { StagedPart } from '../../../shared/ipc/contract';

const REQUEST = { documentId: 'd1', suggestedName: 'a.ann', formatName: 'brat' };
const FILE = { extension: '.ann', encoding: 'utf-8', bom: false } as const;

it('puts what the page handed over in parts together again, text and bytes', async () => {
  const staged = new StagedExport();
  const stageExport = vi.fn(async (part: StagedPart) => staged.add(part));
  const workspace = { kanwu: { stageExport } } as unknown as Workspace;
  const text = Array.from({ length: 90 }, (_, n) => `${n}𠮷`.repeat(10_000));
  const bytes = Array.from({ length: 40 }, (_, n) => new Uint8Array(60_000).fill(n));
  const parts = [['small'], text, bytes];
  const files = parts.map(list => ({ extension: '.ann', encoding: 'utf-8' as const, parts: list }));
  expect(await stageLarge(workspace, 'd1', files)).toEqual(new Set([1, 2]));
  for (const [{ part }] of stageExport.mock.calls) expect(part.length).toBeLessThan(1.2 * 2 ** 20);

  const request = { ...REQUEST, files: ['small', null, null].map(contents => ({ ...FILE, contents })) };
  const { files: whole } = staged.filled(request);
  expect(whole[0]?.contents).toBe('small');
  expect(whole[1]?.contents === text.join('')).toBe(true);
  expect(Buffer.compare(Buffer.from(whole[2]?.contents ?? ''), Buffer.concat(bytes))).toBe(0);
  // Once: what was staged is no part of the next export.
  expect(staged.filled(request).files[1]?.contents).toBe('');
});

it('drops what was staged for an export that was given up', () => {
  const staged = new StagedExport();
  const part = { documentId: 'd1', file: 0 };
  staged.add({ ...part, part: 'old', begin: true });
  staged.add({ ...part, part: 'a', begin: true });
  staged.add({ ...part, part: 'b', begin: false });
  const request = { ...REQUEST, files: [{ ...FILE, contents: null }] };
  expect(staged.filled(request).files[0]?.contents).toBe('ab');
});

it('keeps nothing of an export that is cancelled while it is handed over', async () => {
  const staged = new StagedExport();
  const stop = new AbortController();
  const stageExport = vi.fn(async (part: StagedPart) => {
    staged.add(part);
    if (stageExport.mock.calls.length === 2) stop.abort();
  });
  const workspace = { kanwu: { stageExport } } as unknown as Workspace;
  const files = [
    { extension: '.ann', encoding: 'utf-8' as const, parts: Array(5).fill('a'.repeat(2 ** 20)) },
  ];
  await expect(stageLarge(workspace, 'd1', files, stop.signal)).rejects.toBeInstanceOf(Cancelled);
  expect(stageExport).toHaveBeenCalledTimes(3);
  expect(staged.length).toBe(0);
});
