import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotationPathsFor } from '../../../electron/files/annotationNames';
import { Backups, VERSIONS_KEPT } from '../../../electron/files/backups';
import { OpenDocuments } from '../../../electron/files/documents';
import { FileLocks } from '../../../electron/files/fileLocks';
import { FileWatch } from '../../../electron/files/fileWatch';
import { openFile } from '../../../electron/files/openFile';
import { saveFile } from '../../../electron/files/saveFile';
import type { FilesChanged } from '../../../shared/ipc/contract';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanwu-keeping-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('earlier versions', () => {
  const MINUTE = 60_000;
  /** Writes a version as of so many minutes past noon. */
  const write = (path: string, contents: string, minute: number) => {
    writeFileSync(path, contents);
    const at = new Date(Date.UTC(2026, 0, 1, 12) + minute * MINUTE);
    utimesSync(path, at, at);
  };

  it('are the last five that were replaced, each with its time and size', async () => {
    const backups = new Backups(join(folder, 'backups'));
    const path = join(folder, 'a.kanwu.json');
    await backups.keep(path, false);
    for (let n = 0; n < 8; n++) {
      write(path, `版本 ${n}`, n);
      await backups.keep(path, false);
      // The same once more is no other version.
      await backups.keep(path, false);
    }
    const list = await backups.list(path);
    expect(list).toHaveLength(VERSIONS_KEPT);
    expect(list[0]).toMatchObject({ at: '2026-01-01T12:07:00.000Z', size: 8 });
    expect(await backups.read(path, list[1]?.id ?? '')).toMatchObject({ kind: 'read', text: '版本 6' });
  });

  it('of what is saved by itself are ten minutes apart, also when the clock is set back', async () => {
    const backups = new Backups(join(folder, 'backups'));
    const path = join(folder, 'a.kanwu.json');
    for (const minute of [0, 1, 2, 11, 12, -60]) {
      write(path, `版本 ${minute}`, minute);
      await backups.keep(path, true);
    }
    expect((await backups.list(path)).map(({ at }) => at.slice(11, 16))).toEqual(['12:11', '12:00', '11:00']);
  });

  it('take no more than their limit together', async () => {
    const backups = new Backups(join(folder, 'backups'), 100);
    const path = join(folder, 'a.kanwu.json');
    for (let n = 0; n < 4; n++) {
      write(path, `${n}`.repeat(50), n);
      await backups.keep(path, false);
    }
    expect(await backups.size()).toBeLessThanOrEqual(100);
    expect(await backups.list(path)).not.toEqual([]);
  });
});

describe('the watch over the files', () => {
  async function watched() {
    const source = join(folder, 'page.txt');
    const annotations = join(folder, 'page.kanwu.json');
    writeFileSync(source, '第一段。\n');
    writeFileSync(annotations, '{}');
    const documents = new OpenDocuments();
    const reply = await openFile(source, documents);
    if (reply.kind !== 'opened') throw new Error('not opened');
    documents.setCurrent(reply.document.documentId);
    const told: Omit<FilesChanged, 'documentId'>[] = [];
    const watch = new FileWatch(documents, ({ annotations: a, source: s }) =>
      told.push({ annotations: a, source: s }),
    );
    return { source, annotations, documents, watch, told, id: reply.document.documentId };
  }

  it('tells once that another program wrote or removed a file, and not of a touch', async () => {
    const { source, annotations, watch, told } = await watched();
    await watch.check();
    utimesSync(source, new Date(0), new Date(0));
    await watch.check();
    expect(told).toEqual([]);
    writeFileSync(source, '第一段，改过。\n');
    await watch.check();
    await watch.check();
    rmSync(annotations);
    await watch.check();
    expect(told).toEqual([
      { annotations: null, source: 'changed' },
      { annotations: 'gone', source: 'changed' },
    ]);
  });

  it('notices by itself, and not what is written by a save of ours', async () => {
    const { annotations, documents, watch, told, id } = await watched();
    watch.start();
    await watch.during(async () => {
      await saveFile(annotations, '{"a":1}');
      await watch.accept(id);
    });
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(told).toEqual([]);
    writeFileSync(annotations, '{"a":22}');
    await expect.poll(() => told, { timeout: 5000 }).toEqual([{ annotations: 'changed', source: null }]);
    await watch.accept(id);
    await watch.check();
    expect(told).toHaveLength(1);
    expect(documents.get(id).annotationSeen?.size).toBe(8);
    watch.stop();
  });
});

describe('locks', () => {
  const PATH = '/texts/page.kanwu.json';

  it('tell the second program who has the file, until that has ended', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    const locks = new FileLocks(folder);
    expect(await locks.take(PATH)).toBeNull();
    expect(await locks.take(PATH)).toBeNull();
    const [name = ''] = readdirSync(folder);
    const own = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const theirs = { ...own, pid: other.pid, started: null };
    writeFileSync(join(folder, name), JSON.stringify(theirs));
    expect(await locks.take(PATH)).toEqual(theirs);
    await locks.releaseAll();
    expect(readdirSync(folder)).toEqual([name]);
    await locks.takeOver(PATH);
    await locks.releaseAll();
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, name), JSON.stringify(theirs));
    other.kill('SIGKILL');
    await new Promise(resolve => other.once('exit', resolve));
    expect(await locks.take(PATH)).toBeNull();
  });

  it('of a number that is another process’s by now, or half written, count for nothing', async () => {
    const locks = new FileLocks(folder);
    await locks.take(PATH);
    const [name = ''] = readdirSync(folder);
    const stale = { pid: process.ppid, started: '1', since: '2026-01-01T00:00:00Z' };
    writeFileSync(join(folder, name), JSON.stringify(stale));
    if (process.platform === 'linux') expect(await locks.take(PATH)).toBeNull();
    writeFileSync(join(folder, name), '{"pid": 1');
    expect(await locks.take(PATH)).toBeNull();
  });
});

describe('names as long as a file system allows', () => {
  it('leave room for those of annotation files and temporary ones', async () => {
    const source = join(folder, `${'名'.repeat(83)}.txt`);
    writeFileSync(source, '正文。\n');
    const [preferred, other] = annotationPathsFor(source);
    await saveFile(preferred, '{}');
    await saveFile(other, '{}');
    const documents = new OpenDocuments();
    expect((await openFile(source, documents)).kind).toBe('opened');
    expect(readdirSync(folder).every(name => Buffer.byteLength(name) <= 255)).toBe(true);
  });

  it('may hold any character but the separator', async () => {
    const path = join(folder, '“引号” \'"`$(x);&|<>?*:\t 𠮷\u202e.kanwu.json');
    await saveFile(path, '{}');
    const backups = new Backups(join(folder, 'backups'));
    await backups.keep(path, false);
    expect(await backups.list(path)).toHaveLength(1);
  });
});
