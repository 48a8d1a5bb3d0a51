import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OpenDocuments } from '../../../electron/files/documents';
import { FileWatch } from '../../../electron/files/fileWatch';
import { JournalFolder } from '../../../electron/files/journalFolder';
import { Journals } from '../../../electron/files/journals';
import { openFile } from '../../../electron/files/openFile';
import { keepThroughSleep } from '../../../electron/keepThroughSleep';
import type { FilesChanged } from '../../../shared/ipc/contract';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanwu-sleep-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A document that is open and not watched, as on a network drive. */
async function asleep() {
  const source = join(folder, 'page.txt');
  writeFileSync(source, '第一段。\n');
  const documents = new OpenDocuments();
  const reply = await openFile(source, documents);
  if (reply.kind !== 'opened') throw new Error('not opened');
  const { documentId } = reply.document;
  documents.setCurrent(documentId);
  const told: FilesChanged['source'][] = [];
  const watch = new FileWatch(documents, change => told.push(change.source));
  const journals = new Journals(new JournalFolder(join(folder, 'journals')));
  const power = new EventEmitter();
  keepThroughSleep(power, journals, watch);
  return { source, journals, power, told, documentId };
}

describe('a computer that sleeps', () => {
  it.each(['resume', 'unlock-screen'])('looks at the open files at "%s"', async event => {
    const { source, power, told } = await asleep();
    writeFileSync(source, '第一段，在别处改过。\n');
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(told).toEqual([]);
    power.emit(event);
    await expect.poll(() => told).toEqual(['changed']);
  });

  it('has the journal on its disk before, without waiting for the next sync', async () => {
    const { journals, power, documentId } = await asleep();
    const handle = await open(join(folder, 'page.txt'));
    const datasync = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'datasync');
    await handle.close();
    const base = { source: null, annotations: '{}' };
    const text = { sourcePath: null, annotationPath: join(folder, 'page.kanwu.json'), annotationHash: null };
    await journals.attach(documentId, { ...text, sha256: 'a'.repeat(64), encoding: 'utf-8' }, base, true);
    await journals.append(documentId, ['{"t":"undo"}']);
    expect(datasync).not.toHaveBeenCalled();
    power.emit('suspend');
    await expect.poll(() => datasync.mock.calls.length, { timeout: 800 }).toBe(1);
    await journals.release(documentId, null);
    datasync.mockRestore();
  });
});
