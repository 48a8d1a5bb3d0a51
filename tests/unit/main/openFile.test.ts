import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OpenDocuments } from '../../../electron/files/documents';
import { type OpenOptions, openFile } from '../../../electron/files/openFile';
import type { OpenedFile } from '../../../shared/ipc/contract';
import type { FileError } from '../../../shared/source/fileError';
import { withoutPrivileges } from './withoutPrivileges';

let folder = '';
let documents = new OpenDocuments();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanwu-open-'));
  documents = new OpenDocuments();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

async function opened(path: string, options?: OpenOptions): Promise<OpenedFile> {
  const reply = await openFile(path, documents, options);
  if (reply.kind !== 'opened') throw new Error(JSON.stringify(reply));
  return reply.document;
}

async function refused(path: string): Promise<FileError> {
  const reply = await openFile(path, documents);
  if (reply.kind !== 'failed') throw new Error(`${path} was opened`);
  return reply.error;
}

/** As much of an annotation file as main looks at. */
function annotations(name: string, sha256 = '0'.repeat(64), encoding = 'utf-8'): string {
  return JSON.stringify({ format: 'kanwu-annotations', version: 1, source: { name, sha256, encoding } });
}

describe('a source and its annotation file', () => {
  it('open together, whichever is opened', async () => {
    const source = file('page.txt', '第一段。\n');
    const json = file('page.kanwu.json', annotations('page.txt'));
    for (const path of [source, json]) {
      const document = await opened(path);
      expect(document).toMatchObject({
        name: 'page.txt',
        source: { text: '第一段。\n', encoding: 'utf-8', byteLength: 13 },
        annotations: annotations('page.txt'),
        annotationName: 'page.kanwu.json',
      });
    }
  });

  it('a source alone has no annotations, and a place for them', async () => {
    expect(await opened(file('page.txt', '甲'))).toMatchObject({
      annotations: null,
      annotationName: 'page.kanwu.json',
    });
  });

  it('an annotation file opens without its source', async () => {
    expect(await opened(file('page.kanwu.json', annotations('page.txt')))).toMatchObject({
      name: 'page.kanwu.json',
      source: null,
    });
  });

  it('the annotations of page.md are not taken for those of page.txt', async () => {
    file('page.md', '# 甲');
    file('page.kanwu.json', annotations('page.md'));
    const source = file('page.txt', '乙');
    expect(await opened(source)).toMatchObject({ annotations: null, annotationName: 'page.txt.kanwu.json' });
    file('page.txt.kanwu.json', annotations('page.txt'));
    expect(await opened(source)).toMatchObject({ annotations: annotations('page.txt') });
  });

  it('a damaged annotation file is handed on as it is, with the source beside it', async () => {
    const source = file('page.txt', '甲');
    const json = file('page.kanwu.json', '{"format": "kanwu-anno');
    for (const path of [source, json]) {
      expect(await opened(path)).toMatchObject({ name: 'page.txt', annotations: '{"format": "kanwu-anno' });
    }
  });

  it('a source name that leads out of the folder is not followed', async () => {
    const json = file('page.kanwu.json', annotations('../../etc/passwd'));
    expect((await opened(json)).source).toBeNull();
  });

  it('the encoding chosen earlier is used again while the bytes are the same', async () => {
    const bytes = Buffer.from('a4a4b0ea', 'hex'); // 中國 in Big5, other characters in GB18030
    const source = file('page.txt', bytes);
    const { source: first } = await opened(source, { encoding: 'gb18030' });
    file('page.kanwu.json', annotations('page.txt', first?.sha256, 'gb18030'));
    expect((await opened(source)).source?.encoding).toBe('gb18030');
    file('page.kanwu.json', annotations('page.txt', '0'.repeat(64), 'gb18030'));
    expect((await opened(source)).source?.encoding).toBe('big5');
  });

  it('opens without its annotations where asked, and then saves elsewhere', async () => {
    const source = file('page.txt', '甲');
    file('page.kanwu.json', 'damaged');
    const { documentId, annotations: read } = await opened(source, { withoutAnnotations: true });
    expect(read).toBeNull();
    expect(documents.get(documentId).askWhere).toBe(true);
  });
});

describe('files that are not as they should be', () => {
  it('an empty file opens with a notice', async () => {
    const document = await opened(file('empty.txt', ''));
    expect(document.source?.text).toBe('');
    expect(document.notices.map(notice => notice.en)).toEqual(['This file is empty.']);
  });

  it('undecodable bytes open, are counted, and another encoding can be chosen', async () => {
    const path = file('page.txt', Buffer.concat([Buffer.from('第一段。'.repeat(50)), Buffer.of(0xff, 0xfe)]));
    const document = await opened(path);
    expect(document.source).toMatchObject({ undecodable: 2, lossless: false });
    expect(document.notices[0]?.en).toContain('2 places could not be decoded as UTF-8');
    expect((await opened(path, { encoding: 'gb18030' })).source?.encoding).toBe('gb18030');
  });

  it('NUL, control characters and lone surrogates open with a notice', async () => {
    const control = await opened(file('control.txt', '第一段\0有\x01控制字符。\n'.repeat(3)));
    expect(control.source?.text).toContain('\0');
    expect(control.notices.some(notice => notice.en.includes('NUL'))).toBe(true);
    const surrogate = await opened(file('s.txt', Buffer.from('\ufeff甲\ud842乙', 'utf16le')));
    expect(surrogate.source?.text).toBe('甲\ud842乙');
    expect(surrogate.notices.some(notice => notice.en.includes('lone surrogates'))).toBe(true);
  });

  it.each([
    ['%PDF-1.7 …', 'PDF'],
    ['PK\x03\x04…', 'Word, EPUB or zip'],
  ])('%j is refused as what it is', async (contents, kind) => {
    const error = await refused(file('page.txt', contents));
    expect(error.code).toBe('binary');
    expect(error.message.en).toContain(kind);
  });

  it('a program or picture without a known signature is refused', async () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 7) % 32);
    expect(await refused(file('data.bin', bytes))).toMatchObject({ code: 'binary', file: 'data.bin' });
    const noise = createHash('shake256', { outputLength: 20_000 }).update('kanwu').digest();
    expect(await refused(file('noise.bin', noise))).toMatchObject({ code: 'binary' });
  });

  it('a missing file, a folder and a pipe are refused', async () => {
    expect(await refused(join(folder, 'gone.txt'))).toMatchObject({ code: 'missing', file: 'gone.txt' });
    mkdirSync(join(folder, 'sub'));
    expect(await refused(join(folder, 'sub'))).toMatchObject({ code: 'folder', file: 'sub' });
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await refused(join(folder, 'pipe'))).toMatchObject({ code: 'binary' });
  });

  it('an unreadable file is refused', async () => {
    const path = file('secret.txt', '甲');
    chmodSync(path, 0);
    const error = await withoutPrivileges(folder, () => refused(path));
    expect(error).toMatchObject({ code: 'unreadable', file: 'secret.txt' });
  });

  it('a 300 MB file is refused with the limit named', async () => {
    const path = file('large.txt', '');
    const handle = openSync(path, 'r+');
    ftruncateSync(handle, 300 * 1024 * 1024);
    closeSync(handle);
    const error = await refused(path);
    expect(error.code).toBe('tooLarge');
    expect(error.message.en).toBe('Could not open “large.txt”: it is larger than 100 MB.');
    expect(error.message.zh).toBe('无法打开“large.txt”：文件大于 100 MB。');
  });
});

describe('a text in another program’s form', () => {
  const TEI = '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"/>';

  it('is handed over for the window to read, and never written', async () => {
    const path = file('page.xml', TEI);
    const document = await opened(path);
    expect(document).toMatchObject({ name: 'page.xml', source: null, annotations: null });
    expect(document.imported?.map(({ name }) => name)).toEqual(['page.xml']);
    expect(documents.get(document.documentId)).toMatchObject({ sourcePath: path });
  });

  it('opens with the annotations made of it, which carry its text', async () => {
    file('page.kanwu.json', annotations('page.xml'));
    const document = await opened(file('page.xml', TEI));
    expect(document.annotations).toContain('page.xml');
    expect([document.source, document.imported]).toEqual([null, undefined]);
  });

  it('is a text file like any other where it was annotated as one, where an encoding is asked for, or by what it holds', async () => {
    const hash = createHash('sha256').update(TEI).digest('hex');
    file('page.kanwu.json', annotations('page.xml', hash));
    const path = file('page.xml', TEI);
    expect((await opened(path)).source?.text).toBe(TEI);
    expect((await opened(path, { encoding: 'utf-8' })).source?.text).toBe(TEI);
    expect((await opened(file('plain.xml', '<notes/>'))).source?.text).toBe('<notes/>');
  });
});
