import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, openSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnnotations } from '../../../shared/annotation/readAnnotations';
import { writeAnnotations } from '../../../shared/annotation/writeAnnotations';
import { applyChange } from '../../../shared/document/change';
import { workingText } from '../../../shared/document/document';
import { addMention } from '../../../shared/edits/tagging';
import { contextFor } from '../document/arbitraries';
import { BROKEN, encoded, kanwu, kanwuFolder, MENDED, mended, oneLine, ROOT, TRADITIONAL } from './kanwu';

const { folder, write } = kanwuFolder();
const SAMPLES = join(ROOT, '../shared/samples');

describe('kanwu fix', () => {
  it.skipIf(!existsSync(SAMPLES))('mends the newspaper page byte for byte', () => {
    const { status, out, err } = kanwu(SAMPLES, ['fix', 'zhengzhou-daily.txt']);
    expect(out.equals(readFileSync(join(SAMPLES, 'zhengzhou-daily.joined.txt')))).toBe(true);
    expect(status).toBe(0);
    expect(err).toBe('zhengzhou-daily.txt: 9 corrections (break 9), 0 left to decide; written to stdout\n');
  });

  it.each([
    ['utf-8', false, '\n'],
    ['utf-8', true, '\r\n'],
    ['gb18030', false, '\r\n'],
    ['gb18030', true, '\n'],
    ['big5', false, '\r\n'],
    ['utf-16le', true, '\r\n'],
    ['utf-16be', true, '\r'],
    ['utf-16le', false, '\n'],
  ] as const)(
    'writes the source’s own encoding, byte order mark and newline style: %s %s %j',
    (encoding, bom, newline) => {
      const page = encoding === 'big5' ? TRADITIONAL : BROKEN;
      const form = (text: string) => encoded(text.replaceAll('\n', newline), encoding, bom);
      write('in.txt', form(page));
      const { status, out } = kanwu(folder, ['fix', 'in.txt']);
      expect(status).toBe(0);
      expect(out.equals(form(mended(page)))).toBe(true);
    },
  );

  it('keeps mixed line ends, blank lines, white space and everything else it does not correct', () => {
    const around = '\n \n  A  b\t\r\n\r\n\0𠮷\u2028\r';
    write('in.txt', around + BROKEN + around);
    expect(kanwu(folder, ['fix', 'in.txt']).out.toString()).toBe(around + MENDED + around);
  });

  it('writes to -o and leaves nothing else behind', () => {
    write('page.txt', BROKEN);
    const { status, out, err } = kanwu(folder, ['fix', 'page.txt', '-o', 'mended.txt']);
    expect([status, out.length]).toEqual([0, 0]);
    expect(readFileSync(join(folder, 'mended.txt'), 'utf8')).toBe(MENDED);
    expect(readFileSync(join(folder, 'page.txt'), 'utf8')).toBe(BROKEN);
    expect(err).toContain('1 correction (break 1), 0 left to decide; written to mended.txt');
    expect(readdirSync(folder).filter(name => name.startsWith('.kanwu'))).toEqual([]);
  });

  it('writes an annotation file that says who joined what and why', () => {
    write('page.txt', encoded(BROKEN, 'gb18030'));
    const { status } = kanwu(folder, [
      'fix',
      'page.txt',
      '-o',
      'mended.txt',
      '--annotations',
      'page.kanwu.json',
    ]);
    expect(status).toBe(0);
    const json = readFileSync(join(folder, 'page.kanwu.json'), 'utf8');
    const reading = readAnnotations(json, 'page.kanwu.json');
    if (reading.kind === 'failed') throw new Error(reading.error.message.en);
    expect(workingText(reading.document)).toBe(MENDED);
    const at = BROKEN.indexOf('\n\n国银行');
    const file = JSON.parse(json);
    expect(file.source).toMatchObject({ name: 'page.txt', encoding: 'gb18030', bom: false, newline: '\n' });
    expect(file.corrections).toMatchObject([
      { from: at, to: at + 2, original: '\n\n', replacement: '', kind: 'join', who: 'kanwu fix' },
    ]);
    expect(file.corrections[0].why).not.toBe('');
    expect(file.decisions).toMatchObject([{ kind: 'break', answer: 'accepted', at, who: 'kanwu fix' }]);
  });

  it('corrects only what is sure enough, and tells what is left', () => {
    write('page.txt', BROKEN);
    const { out, err } = kanwu(folder, ['fix', 'page.txt', '--min-confidence', '1']);
    expect(out.toString()).toBe(BROKEN);
    expect(err).toContain('0 corrections, 1 left to decide');
  });

  it('corrects other kinds only when asked, together with breaks', () => {
    const more = '春天来了，花开了，鸟叫了，人们都出门了。夏天到了，天热了，孩子们都去游泳了。\n';
    const half = (text: string) => text.replace('参加，', '参加,') + more;
    write('page.txt', half(BROKEN));
    expect(kanwu(folder, ['fix', 'page.txt']).out.toString()).toBe(half(MENDED));
    const both = kanwu(folder, ['fix', 'page.txt', '--kinds', 'break,width', '--min-confidence', '0.5']);
    expect(both.out.toString()).toBe(MENDED + more);
  });

  it('writes /dev/null and pipes as they are', () => {
    write('page.txt', BROKEN);
    expect(kanwu(folder, ['fix', 'page.txt', '-o', '/dev/null']).status).toBe(0);
  });
});

describe('kanwu fix never writes over', () => {
  it.each([
    ['its input', 'page.txt'],
    ['its input by another name', './sub/../page.txt'],
    ['a symbolic link to it', 'link.txt'],
    ['a hard link to it', 'hard.txt'],
  ])('%s', (_, target) => {
    write('page.txt', BROKEN);
    spawnSync('mkdir', ['-p', join(folder, 'sub')]);
    if (!existsSync(join(folder, 'link.txt'))) symlinkSync('page.txt', join(folder, 'link.txt'));
    if (!existsSync(join(folder, 'hard.txt'))) linkSync(join(folder, 'page.txt'), join(folder, 'hard.txt'));
    for (const option of ['-o', '--annotations']) {
      expect(oneLine(kanwu(folder, ['fix', 'page.txt', option, target]))).toMatch(
        /“.*”: this is the source itself/,
      );
    }
    expect(readFileSync(join(folder, 'page.txt'), 'utf8')).toBe(BROKEN);
  });

  it('its input by redirection', () => {
    const path = write('redirected.txt', BROKEN);
    const args = [join(ROOT, 'dist/cli/kanwu.mjs'), 'fix', path];
    const ran = spawnSync(process.execPath, args, { stdio: ['ignore', openSync(path, 'r+'), 'pipe'] });
    expect(ran.status).toBe(2);
    expect(ran.stderr.toString()).toContain('this is the source itself');
    expect(readFileSync(path, 'utf8')).toBe(BROKEN);
  });

  it('its own output with the annotations', () => {
    write('page.txt', BROKEN);
    expect(oneLine(kanwu(folder, ['fix', 'page.txt', '-o', 'x.json', '--annotations', 'x.json']))).toMatch(
      /name the same file/,
    );
  });

  it('an annotation file that holds an editor’s work, though its own it replaces', () => {
    write('page.txt', BROKEN);
    const args = ['fix', 'page.txt', '-o', 'mended.txt', '--annotations', 'work.kanwu.json'];
    expect(kanwu(folder, args).status).toBe(0);
    expect(kanwu(folder, args).status).toBe(0);
    const reading = readAnnotations(readFileSync(join(folder, 'work.kanwu.json'), 'utf8'), 'work');
    if (reading.kind === 'failed') throw new Error('failed');
    const { document } = reading;
    const tagged = applyChange(document, addMention(document, 1, 0, 2, 'ORG', contextFor(99)).change);
    const extras = { generator: '', saved: '' };
    const work = writeAnnotations(tagged, extras);
    write('work.kanwu.json', work);
    expect(oneLine(kanwu(folder, args))).toMatch(/“work\.kanwu\.json”: it is already there, with work/);
    expect(readFileSync(join(folder, 'work.kanwu.json'), 'utf8')).toBe(work);
  });
});

describe('kanwu fix refuses', () => {
  it('to lose bytes that can’t be decoded, unless told to', () => {
    write('bad.txt', Buffer.concat([Buffer.from(BROKEN), Buffer.from([0xff, 0xfe, 0x0a])]));
    expect(oneLine(kanwu(folder, ['fix', 'bad.txt']))).toMatch(
      /“bad\.txt”: \d places? can't be decoded as UTF-8 .*--encoding.*--replace-undecodable/,
    );
    const { status, out } = kanwu(folder, ['fix', 'bad.txt', '--replace-undecodable']);
    expect(status).toBe(0);
    expect(out.toString()).toMatch(/\ufffd+\n$/);
  });

  it('to write characters the encoding lacks, and names the way out', () => {
    write('page.txt', BROKEN);
    const { status, out } = kanwu(folder, ['fix', 'page.txt', '--output-encoding', 'gbk']);
    expect(status).toBe(0);
    expect(out.equals(Buffer.from(encoded(MENDED, 'gb18030')))).toBe(true);
    expect(oneLine(kanwu(folder, ['fix', 'page.txt', '--output-encoding', 'big5', '-o', 'b5.txt']))).toMatch(
      /“b5\.txt”: its encoding has no way to write “.”.*--output-encoding utf-8/,
    );
    expect(existsSync(join(folder, 'b5.txt'))).toBe(false);
  });
});
