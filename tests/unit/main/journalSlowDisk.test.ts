import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A disk that never ends a sync until it is let. */
const disk = vi.hoisted(() => ({ free: () => {}, freed: Promise.resolve() as Promise<unknown>, syncs: 0 }));

vi.mock('node:fs/promises', async importOriginal => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  return {
    ...real,
    async open(...args: Parameters<typeof real.open>) {
      const handle = await real.open(...args);
      for (const name of ['sync', 'datasync']) {
        const method = Reflect.get(handle, name).bind(handle);
        Reflect.set(handle, name, async () => {
          disk.syncs++;
          await disk.freed;
          return method();
        });
      }
      return handle;
    },
  };
});

const { JournalFolder } = await import('../../../electron/files/journalFolder');
const { Journals } = await import('../../../electron/files/journals');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanwu-slow-'));
  disk.syncs = 0;
  disk.freed = new Promise<void>(resolve => {
    disk.free = resolve;
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = {
  sourcePath: '/texts/page.txt',
  annotationPath: '/texts/page.kanwu.json',
  sha256: 'a'.repeat(64),
  encoding: 'utf-8',
  annotationHash: null,
} as const;
const SOURCE = { name: 'page.txt', text: '正文。\n', encoding: 'utf-8', bom: false, newline: '\n' } as const;
const BASE = { source: { ...SOURCE, sha256: TEXT.sha256 }, annotations: null };
const step = (n: number) => `{"t":"step","label":"${n}"}`;

describe('a journal on a disk that does not end a sync', () => {
  it('has the first change, and what comes while a sync is under way; all is synced when it is closed', async () => {
    const journals = new Journals(new JournalFolder(folder));
    await journals.attach('a', TEXT, BASE, false);
    expect(await journals.append('a', [step(1)])).toMatchObject({ kind: 'written' });
    const saving = journals.saving('a', 1, 'h', '/p');
    await vi.waitFor(() => expect(disk.syncs).toBe(1));
    expect(await journals.append('a', [step(2)])).toMatchObject({ kind: 'written' });
    const [id = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, id, 'records'), 'utf8')).toContain(step(2));
    expect(readdirSync(join(folder, id)).sort()).toEqual(['base.json.gz', 'records']);
    disk.free();
    await saving;
    // The text it begins with, the names of both files, the records.
    expect(disk.syncs).toBe(4);
    await journals.release('a', 'clean');
    expect(disk.syncs).toBe(5);
  });
});
