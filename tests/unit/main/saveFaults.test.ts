import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The call that fails, counted over all calls of the file system that change or sync something; and how. */
const fault = vi.hoisted(() => ({ at: -1, code: '', calls: 0, name: '' }));

vi.mock('node:fs/promises', async importOriginal => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  const strike = (name: string) => {
    if (fault.calls++ !== fault.at) return;
    fault.name = name;
    throw Object.assign(new Error(`${fault.code}: injected in ${name}`), { code: fault.code });
  };
  const METHODS = ['write', 'writeFile', 'sync', 'datasync', 'chmod', 'close', 'stat'];
  return {
    ...real,
    async open(...args: Parameters<typeof real.open>) {
      strike('open');
      const handle = await real.open(...args);
      for (const name of METHODS) {
        const method = Reflect.get(handle, name).bind(handle);
        Reflect.set(handle, name, async (...given: unknown[]) => {
          if (name !== 'close') {
            // A full disk takes some of it first.
            if (name === 'writeFile' && fault.calls === fault.at) await method('{"half": ');
            strike(name);
          }
          return method(...given);
        });
      }
      return handle;
    },
    async rename(...args: Parameters<typeof real.rename>) {
      strike('rename');
      return real.rename(...args);
    },
  };
});

const { OpenDocuments } = await import('../../../electron/files/documents');
const { openFile } = await import('../../../electron/files/openFile');
const { saveDocument } = await import('../../../electron/files/saveDocument');
const { JournalFolder } = await import('../../../electron/files/journalFolder');
const { Journals } = await import('../../../electron/files/journals');
const { Backups } = await import('../../../electron/files/backups');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanwu-faults-'));
  fault.at = -1;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const OLD = '{"old": "旧"}';
const NEW = `{"new": "${'新'.repeat(5000)}"}`;
const STEP = '{"t":"step","label":"x"}';
const QUESTIONS = {
  askWhere: async () => null,
  askAboutChange: async () => 'cancel' as const,
  askToReplace: async () => false,
};

/** Saves once with the call of this number failing; what came of it. */
async function saveWith(at: number, code: string) {
  const place = mkdtempSync(join(folder, 'run-'));
  const source = join(place, `${'名'.repeat(70)}.txt`);
  const annotations = source.replace('.txt', '.kanwu.json');
  writeFileSync(source, '正文。\n');
  writeFileSync(annotations, OLD);
  const documents = new OpenDocuments();
  const reply = await openFile(source, documents);
  if (reply.kind !== 'opened') throw new Error('not opened');
  const { documentId } = reply.document;
  const journals = new Journals(new JournalFolder(join(place, 'journals')));
  const text = {
    sourcePath: source,
    annotationPath: annotations,
    sha256: 'a'.repeat(64),
    encoding: 'utf-8',
    annotationHash: null,
  } as const;
  await journals.attach(documentId, text, { source: null, annotations: OLD }, false);
  await journals.append(documentId, [STEP, '{"t":"mark","n":1}']);
  const backups = new Backups(join(place, 'backups'));
  Object.assign(fault, { at, code, calls: 0, name: '' });
  const request = { documentId, text: NEW, ask: false, auto: false, mark: 1 };
  const saved = await saveDocument(request, documents, QUESTIONS, {
    async saving({ mark }, hash, path) {
      await backups.keep(path, false).catch(() => undefined);
      await journals.saving(documentId, mark, hash, path);
    },
    saved: (_request, hash) => journals.saved(documentId, hash),
  });
  fault.at = -1;
  await journals.append(documentId, [STEP]);
  const kept = await new JournalFolder(join(place, 'journals')).unsaved();
  return {
    saved,
    struck: fault.name,
    file: readFileSync(annotations, 'utf8'),
    others: readdirSync(place).filter(name => name.endsWith('.tmp')),
    steps: kept[0]?.records.filter(record => record === STEP).length,
  };
}

describe('a save with any one call to the file system failing', () => {
  for (const code of ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'ENOENT']) {
    it(`with ${code}: the old file as it was or the new one whole, the editor told, the journal sound`, async () => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const struck: string[] = [];
      for (let at = 0; ; at++) {
        const outcome = await saveWith(at, code);
        if (outcome.struck === '') break;
        struck.push(outcome.struck);
        const context = `call ${at} (${outcome.struck})`;
        expect([OLD, NEW], context).toContain(outcome.file);
        if (outcome.saved.kind === 'saved') expect(outcome.file, context).toBe(NEW);
        else
          expect(outcome.saved, context).toMatchObject({
            kind: 'failed',
            error: { file: expect.any(String) },
          });
        expect(outcome.others, context).toEqual([]);
        expect(outcome.steps, context).toBe(2);
      }
      // Of the backup, the journal and the file itself.
      expect(struck.length).toBeGreaterThan(10);
      expect(struck).toEqual(expect.arrayContaining(['open', 'writeFile', 'sync', 'datasync', 'rename']));
    });
  }
});
