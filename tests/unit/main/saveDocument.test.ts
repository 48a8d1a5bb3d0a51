import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OpenDocuments } from '../../../electron/files/documents';
import { exportFiles } from '../../../electron/files/exportFiles';
import { openFile } from '../../../electron/files/openFile';
import { saveDocument } from '../../../electron/files/saveDocument';
import type { SaveQuestions } from '../../../electron/files/saveQuestions';
import type { FileToWrite, WriteReply } from '../../../shared/ipc/contract';

let folder = '';
let documents = new OpenDocuments();
/** What was asked, in order. */
let asked: string[] = [];
/** The answers to come. */
let answers: (string | boolean | null)[] = [];

const questions: SaveQuestions = {
  askWhere: async path => answer(`where ${path.slice(folder.length + 1)}`) as string | null,
  askAboutChange: async name => answer(`changed ${name}`) as 'overwrite' | 'elsewhere' | 'cancel',
  askToReplace: async name => answer(`replace ${name}`) as boolean,
};

function answer(question: string): string | boolean | null {
  asked.push(question);
  return answers.shift() ?? null;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanwu-save-'));
  documents = new OpenDocuments();
  asked = [];
  answers = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open(
  name = 'page.txt',
  contents: string | null = '第一段。\n',
  options = {},
): Promise<string> {
  const path = join(folder, name);
  if (contents !== null) writeFileSync(path, contents);
  const reply = await openFile(path, documents, options);
  if (reply.kind !== 'opened') throw new Error(JSON.stringify(reply));
  return reply.document.documentId;
}

function save(documentId: string, text: string, ask = false): Promise<WriteReply> {
  return saveDocument({ documentId, text, ask, auto: false, mark: null }, documents, questions);
}

const TEXT_FILE: FileToWrite = { extension: '.txt', contents: '正文', encoding: 'utf-8', bom: false };

function exportAs(
  documentId: string,
  change: Partial<FileToWrite> = {},
  ...others: readonly FileToWrite[]
): Promise<WriteReply> {
  const files = [{ ...TEXT_FILE, ...change }, ...others];
  const request = { documentId, suggestedName: 'page.corrected.txt', formatName: 'Plain text', files };
  return exportFiles(request, documents, questions);
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('saving', () => {
  it('goes beside the source without asking, again and again', async () => {
    const id = await open();
    expect(await save(id, '{"a":1}')).toMatchObject({ kind: 'saved', name: 'page.kanwu.json' });
    await save(id, '{"a":2}');
    expect(asked).toEqual([]);
    expect(read('page.kanwu.json')).toBe('{"a":2}');
    expect(read('page.txt')).toBe('第一段。\n');
  });

  it('"save as" asks once; afterwards the new place is the place', async () => {
    const id = await open();
    answers = [join(folder, 'elsewhere.kanwu.json')];
    await save(id, 'one', true);
    await save(id, 'two');
    expect(asked).toEqual(['where page.kanwu.json']);
    expect(read('elsewhere.kanwu.json')).toBe('two');
    expect(readdirSync(folder)).not.toContain('page.kanwu.json');
  });

  it('a cancelled dialog writes nothing', async () => {
    expect(await save(await open(), 'x', true)).toEqual({ kind: 'cancelled' });
    expect(readdirSync(folder)).toEqual(['page.txt']);
  });

  it('completes the name, and asks before it replaces what that names', async () => {
    const id = await open();
    writeFileSync(join(folder, 'other.kanwu.json'), 'old');
    answers = [join(folder, 'other'), false];
    expect(await save(id, 'x', true)).toEqual({ kind: 'cancelled' });
    expect(read('other.kanwu.json')).toBe('old');
    answers = [join(folder, 'other.json'), true];
    expect(await save(id, 'x', true)).toMatchObject({ kind: 'saved', name: 'other.kanwu.json' });
    expect(asked.filter(question => question.startsWith('replace'))).toHaveLength(2);
  });

  it('asks before overwriting what another program wrote meanwhile', async () => {
    const id = await open();
    await save(id, 'mine');
    writeFileSync(join(folder, 'page.kanwu.json'), 'theirs, longer');
    answers = ['cancel'];
    expect(await save(id, 'mine again')).toEqual({ kind: 'cancelled' });
    expect(read('page.kanwu.json')).toBe('theirs, longer');
    answers = ['overwrite'];
    expect(await save(id, 'mine again')).toMatchObject({ kind: 'saved' });
    utimesSync(join(folder, 'page.kanwu.json'), new Date(0), new Date(0));
    answers = ['elsewhere', join(folder, 'b.kanwu.json')];
    expect(await save(id, 'third')).toMatchObject({ name: 'b.kanwu.json' });
    expect(read('page.kanwu.json')).toBe('mine again');
  });

  it('an annotation file deleted meanwhile is written again', async () => {
    const id = await open();
    await save(id, 'one');
    rmSync(join(folder, 'page.kanwu.json'));
    expect(await save(id, 'two')).toMatchObject({ kind: 'saved' });
    expect(read('page.kanwu.json')).toBe('two');
  });

  it('a folder deleted meanwhile is an error that says so', async () => {
    mkdirSync(join(folder, 'sub'));
    const id = await open('sub/page.txt');
    rmSync(join(folder, 'sub'), { recursive: true });
    const reply = await save(id, 'x');
    expect(reply).toMatchObject({
      kind: 'failed',
      error: { code: 'folderMissing', file: 'page.kanwu.json' },
    });
  });

  it('a source opened without its damaged annotations never overwrites them', async () => {
    await open();
    writeFileSync(join(folder, 'page.kanwu.json'), 'damaged');
    const id = await open('page.txt', null, { withoutAnnotations: true });
    answers = [join(folder, 'page-2.kanwu.json')];
    await save(id, 'new');
    expect(asked).toEqual(['where page-2.kanwu.json']);
    expect(read('page.kanwu.json')).toBe('damaged');
  });
});

describe('the source is never written', () => {
  it('not by saving, and not by any other name of the same file', async () => {
    const id = await open();
    linkSync(join(folder, 'page.txt'), join(folder, 'alias.kanwu.json'));
    answers = [join(folder, 'alias.kanwu.json')];
    expect(await save(id, 'x', true)).toMatchObject({ kind: 'failed', error: { code: 'overSource' } });
    expect(read('page.txt')).toBe('第一段。\n');
  });

  it('not by exporting', async () => {
    answers = [join(folder, 'page.txt')];
    const reply = await exportAs(await open());
    expect(reply).toMatchObject({ kind: 'failed', error: { code: 'overSource', file: 'page.txt' } });
    expect(read('page.txt')).toBe('第一段。\n');
  });
});

describe('exporting', () => {
  it('writes in the encoding asked for, where the editor says', async () => {
    answers = [join(folder, 'out.txt')];
    expect(await exportAs(await open(), { encoding: 'gb18030' })).toMatchObject({
      kind: 'saved',
      name: 'out.txt',
    });
    expect(readFileSync(join(folder, 'out.txt')).toString('hex')).toBe('d5fdcec4');
  });

  it('suggests a name that is free', async () => {
    const id = await open();
    writeFileSync(join(folder, 'page.corrected.txt'), 'earlier edition');
    await exportAs(id);
    expect(asked).toEqual(['where page.corrected-2.txt']);
  });

  it('names the characters the encoding lacks, and writes nothing', async () => {
    const reply = await exportAs(await open(), { encoding: 'big5', contents: '😀和😀' });
    expect(reply).toMatchObject({ kind: 'failed', error: { code: 'unencodable' } });
    expect(reply.kind === 'failed' && reply.error.message.en).toContain('“😀”');
    expect(asked).toEqual([]);
  });

  const ANN: FileToWrite = {
    extension: '.ann',
    contents: new Uint8Array([84, 49]),
    encoding: 'utf-8',
    bom: false,
  };

  it('puts further files beside the first, bytes as they are', async () => {
    answers = [join(folder, 'out.txt')];
    expect(await exportAs(await open(), {}, ANN)).toMatchObject({ kind: 'saved', name: 'out.txt' });
    expect([read('out.txt'), read('out.ann')]).toEqual(['正文', 'T1']);
  });

  it('asks before it replaces a file beside the one named, and writes nothing if not', async () => {
    const id = await open();
    writeFileSync(join(folder, 'out.ann'), 'mine');
    answers = [join(folder, 'out.txt'), false];
    expect(await exportAs(id, {}, ANN)).toEqual({ kind: 'cancelled' });
    expect(asked).toEqual(['where page.corrected.txt', 'replace out.ann']);
    expect(readdirSync(folder).sort()).toEqual(['out.ann', 'page.txt']);
  });

  it('refuses the source and the annotation file for any of its files', async () => {
    const id = await open();
    await save(id, 'work');
    answers = [join(folder, 'page.md'), join(folder, 'page.kanwu.json')];
    const over = await exportAs(id, { extension: '.md' }, { ...ANN, extension: '.txt' });
    expect(over).toMatchObject({ kind: 'failed', error: { code: 'overSource' } });
    const work = await exportAs(id, { extension: '.json' });
    expect(work).toMatchObject({ kind: 'failed', error: { code: 'overAnnotations' } });
    expect([read('page.txt'), read('page.kanwu.json')]).toEqual(['第一段。\n', 'work']);
  });
});
