import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JournalFolder, type OpenedText } from '../../../electron/files/journalFolder';
import type { JournalBase } from '../../../electron/files/journalHead';
import { Journals } from '../../../electron/files/journals';

let folder = '';
let journals: Journals;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanwu-journals-'));
  journals = new Journals(new JournalFolder(folder));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const TEXT: OpenedText = {
  sourcePath: '/texts/page.txt',
  annotationPath: '/texts/page.kanwu.json',
  sha256: 'a'.repeat(64),
  encoding: 'utf-8',
  annotationHash: null,
};
const BASE: JournalBase = {
  source: {
    name: 'page.txt',
    text: '第一段。\n',
    encoding: 'utf-8',
    bom: false,
    newline: '\n',
    sha256: TEXT.sha256,
  },
  annotations: null,
};
const step = (n: number) => `{"t":"step","label":"${n}"}`;

const attach = (id: string, change: Partial<OpenedText> = {}) =>
  journals.attach(id, { ...TEXT, ...change }, BASE, false);

/** As after a start of the program. */
const startAgain = () => {
  journals = new Journals(new JournalFolder(folder));
};
const recordsFile = () => join(folder, readdirSync(folder)[0] ?? '', 'records');

describe('the journal of a document', () => {
  it('is offered with all it holds when its file is opened again after a crash', async () => {
    expect(await attach('a')).toBeNull();
    await journals.append('a', [step(1), step(2)]);
    startAgain();
    const found = await attach('b');
    expect(found).toEqual({ base: BASE, annotationHash: null, records: [step(1), step(2)], savedHash: null });
    await journals.take('b', 2);
    await journals.append('b', [step(3)]);
    startAgain();
    expect((await attach('c'))?.records).toEqual([step(1), step(2), step(3)]);
  });

  it('is not begun before there is work', async () => {
    await attach('a');
    await journals.release('a', 'clean');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('with a torn end is read up to there and goes on from there', async () => {
    await attach('a');
    await journals.append('a', [step(1), step(2)]);
    await journals.release('a', null);
    truncateSync(recordsFile(), statSync(recordsFile()).size - 5);
    appendFileSync(recordsFile(), Buffer.alloc(100));
    startAgain();
    expect((await attach('b'))?.records).toEqual([step(1)]);
    await journals.take('b', 1);
    await journals.append('b', [step(3)]);
    startAgain();
    expect((await attach('c'))?.records).toEqual([step(1), step(3)]);
  });

  it('is not offered for a source that has changed, and stays in the list', async () => {
    await attach('a');
    await journals.append('a', [step(1)]);
    startAgain();
    expect(await attach('b', { sha256: 'b'.repeat(64) })).toBeNull();
    expect((await journals.unsaved()).map(({ unsaved }) => unsaved)).toEqual([1]);
  });

  it('that ends with the annotation file as it is gives its history; with another it is not offered', async () => {
    await attach('a');
    await journals.append('a', [step(1), '{"t":"mark","n":1}']);
    await journals.saving('a', 1, 'hash of one', '/texts/page.kanwu.json');
    await journals.saved('a', 'hash of one');
    await journals.release('a', 'clean');
    startAgain();
    expect(await journals.unsaved()).toEqual([]);
    expect(await attach('b', { annotationHash: 'hash of another' })).toBeNull();
    expect((await attach('c', { annotationHash: 'hash of one' }))?.records).toHaveLength(5);
  });

  it('counts what was done after the state that was saved, also while it was being written', async () => {
    await attach('a');
    await journals.append('a', [step(1), '{"t":"mark","n":1}', step(2)]);
    await journals.saving('a', 1, 'h', '/p');
    await journals.append('a', ['{"t":"undo"}']);
    await journals.saved('a', 'h');
    startAgain();
    expect((await journals.unsaved())[0]?.unsaved).toBe(2);
  });

  it('whose work was given up holds none', async () => {
    await attach('a');
    await journals.append('a', [step(1)]);
    await journals.release('a', 'dropped');
    expect(await journals.unsaved()).toEqual([]);
  });

  it('that the page could not replay is put aside: listed, and not offered again', async () => {
    await attach('a');
    await journals.append('a', [step(1)]);
    startAgain();
    await attach('b');
    await journals.take('b', null);
    startAgain();
    expect(await attach('c')).toBeNull();
    const [aside] = await journals.unsaved();
    expect((await journals.attachKept('d', aside?.id ?? '', null))?.records).toContain(step(1));
  });

  it('written anew holds what was appended meanwhile', async () => {
    await attach('a');
    await journals.append('a', [step(1), step(2)]);
    await journals.rewrite('a', 'begin', []);
    await journals.rewrite('a', 'more', ['{"t":"snapshot"}']);
    await journals.append('a', [step(3)]);
    await journals.rewrite('a', 'end', []);
    await journals.append('a', [step(4)]);
    startAgain();
    expect((await attach('b'))?.records).toEqual(['{"t":"snapshot"}', step(3), step(4)]);
  });

  it('half written anew stands as it was', async () => {
    await attach('a');
    await journals.append('a', [step(1)]);
    await journals.rewrite('a', 'begin', []);
    await journals.rewrite('a', 'more', ['{"t":"snapshot"}']);
    startAgain();
    expect((await attach('b'))?.records).toEqual([step(1)]);
  });
});

describe('the folder of journals', () => {
  it('is kept within its limit: the oldest without unsaved work go, those with it never', async () => {
    for (const id of ['a', 'b', 'c']) {
      await attach(id, { sourcePath: `/texts/${id}.txt` });
      await journals.append(id, [step(1).padEnd(2000)]);
      await journals.release(id, id === 'a' ? null : 'dropped');
    }
    expect(readdirSync(folder)).toHaveLength(3);
    await journals.folder.trim(100, new Set());
    expect(readdirSync(folder)).toHaveLength(1);
    expect((await journals.unsaved())[0]?.head.sourcePath).toBe('/texts/a.txt');
  });

  it('leaves alone what it does not know', async () => {
    await attach('a');
    await journals.append('a', [step(1)]);
    writeFileSync(recordsFile(), 'something else');
    startAgain();
    expect(await attach('b')).toBeNull();
    await journals.release('b', 'clean');
    expect(await journals.unsaved()).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
