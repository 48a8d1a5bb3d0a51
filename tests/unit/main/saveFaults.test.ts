import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The calls of the file system that change or sync something. */
const CALLS = vi.hoisted(() => ['open', 'rename', 'write', 'writeFile', 'sync', 'datasync', 'chmod', 'stat']);

/**
 * The call that fails, counted over those of its name, for file and journal are written side by side in no fixed
 * order; and how.
 */
const fault = vi.hoisted(() => ({ name: '', at: -1, code: '', calls: 0, struck: false }));

vi.mock('node:fs/promises', async importOriginal => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  const strike = async (name: string, first?: () => Promise<unknown>) => {
    if (name !== fault.name || fault.calls++ !== fault.at) return;
    fault.struck = true;
    await first?.();
    throw Object.assign(new Error(`${fault.code}: injected in ${name}`), { code: fault.code });
  };
  const METHODS = CALLS.filter(name => name !== 'open' && name !== 'rename');
  return {
    ...real,
    async open(...args: Parameters<typeof real.open>) {
      await strike('open');
      const handle = await real.open(...args);
      for (const name of METHODS) {
        const method = Reflect.get(handle, name).bind(handle);
        Reflect.set(handle, name, async (...given: unknown[]) => {
          // A full disk takes some of it first.
          if (name === 'writeFile') await strike(name, () => method('{"half": '));
          else await strike(name);
          return method(...given);
        });
      }
      return handle;
    },
    async rename(...args: Parameters<typeof real.rename>) {
      await strike('rename');
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
  fault.name = '';
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

/** Saves once with this call failing; what came of it. */
async function saveWith(name: string, at: number, code: string) {
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
  Object.assign(fault, { name, at, code, calls: 0, struck: false });
  const request = { documentId, text: NEW, ask: false, auto: false, mark: 1 };
  const saved = await saveDocument(request, documents, QUESTIONS, {
    async saving({ mark }, hash, path) {
      await backups.keep(path, false).catch(() => undefined);
      await journals.saving(documentId, mark, hash, path);
    },
    saved: (_request, hash) => journals.saved(documentId, hash),
  });
  fault.name = '';
  await journals.append(documentId, [STEP]);
  const kept = await new JournalFolder(join(place, 'journals')).unsaved();
  return {
    saved,
    struck: fault.struck,
    file: readFileSync(annotations, 'utf8'),
    others: readdirSync(place).filter(name => name.endsWith('.tmp')),
    steps: kept[0]?.records.filter(record => record === STEP).length,
  };
}

describe('a save with any one call to the file system failing', () => {
  for (const code of ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'ENOENT']) {
    it(`with ${code}: the old file as it was or the new one whole, the editor told, the journal sound`, async () => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      for (const name of CALLS) {
        for (let at = 0; ; at++) {
          const outcome = await saveWith(name, at, code);
          if (!outcome.struck) {
            // Of the backup, the journal or the file itself: none of them is done without it.
            expect(at, name).toBeGreaterThan(0);
            break;
          }
          const context = `${name} ${at + 1}`;
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
      }
    });
  }
});
