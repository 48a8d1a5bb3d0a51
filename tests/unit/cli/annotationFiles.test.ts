import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAnnotations } from '../../../shared/annotation/writeAnnotations';
import { applyChange } from '../../../shared/document/change';
import { openSource } from '../../../shared/document/parse';
import { joinBlocks } from '../../../shared/edits/structure';
import { addMention } from '../../../shared/edits/tagging';
import { decodeSource } from '../../../shared/source/decodeSource';
import { contextFor } from '../document/arbitraries';
import { BROKEN, encoded, kanwu, kanwuFolder, MENDED, oneLine } from './kanwu';

const { folder, write } = kanwuFolder();
const BYTES = encoded(BROKEN.replaceAll('\n', '\r\n'), 'utf-16le', true);
const MENDED_BYTES = encoded(MENDED.replaceAll('\n', '\r\n'), 'utf-16le', true);

/** The annotation file of the page with its break joined and 中国银行 tagged. */
function annotations(): string {
  const context = contextFor();
  const { text, encoding, bom, newline } = decodeSource(BYTES);
  const sha256 = createHash('sha256').update(BYTES).digest('hex');
  const source = { name: 'page.txt', text, encoding, bom, newline, sha256 };
  let document = openSource(source, context.ids);
  document = applyChange(
    document,
    joinBlocks(document, 1, { glue: '', dropHyphen: false, skip: 0 }, context).change,
  );
  const start = document.blocks[1]?.body.text.indexOf('中国银行') ?? -1;
  document = applyChange(document, addMention(document, 1, start, start + 4, 'ORG', context).change);
  return writeAnnotations(document, { generator: 'test', saved: '2026-01-01T00:00:00.000Z' });
}

describe('kanwu export', () => {
  it('writes plain text and Markdown in the source’s encoding and newline style', () => {
    write('page.kanwu.json', annotations());
    for (const format of ['txt', 'md']) {
      const { status, out, err } = kanwu(folder, ['export', 'page.kanwu.json', '--to', format]);
      const lost = `What the format could not hold:\n  1 × mentions\n      中国银行\n`;
      expect([status, err]).toEqual([0, expect.stringContaining(lost)]);
      expect(out.equals(MENDED_BYTES)).toBe(true);
    }
  });

  it('writes HTML in UTF-8, with the mentions marked', () => {
    write('page.kanwu.json', annotations());
    const args = ['export', 'page.kanwu.json', '--to', 'html', '-o', 'page.html', '--lang', 'zh'];
    expect(kanwu(folder, args).status).toBe(0);
    const html = readFileSync(join(folder, 'page.html'), 'utf8');
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-Hans">/);
    expect(html).toMatch(/先后邀请了<mark [^>]*data-type="ORG"[^>]*title="机构"[^>]*>中国银行<\/mark>、/);
  });

  it('writes another encoding when asked, but HTML only as UTF-8', () => {
    write('page.kanwu.json', annotations());
    const args = ['export', 'page.kanwu.json', '--output-encoding', 'gb18030', '--to'];
    expect(
      kanwu(folder, [...args, 'txt']).out.equals(
        Buffer.from(encoded(MENDED.replaceAll('\n', '\r\n'), 'gb18030', true)),
      ),
    ).toBe(true);
    expect(oneLine(kanwu(folder, [...args, 'html']))).toMatch(/html is always written as utf-8/);
  });

  it('writes several files into a folder, says what was written and what is not settled yet', () => {
    write('page.kanwu.json', annotations());
    write('other.kanwu.json', annotations());
    mkdirSync(join(folder, 'out'));
    const args = [
      'export',
      'page.kanwu.json',
      'other.kanwu.json',
      '--to',
      'txt',
      '-o',
      'out',
      '--json',
      '--check',
    ];
    const { status, out, err } = kanwu(folder, args);
    expect([status, readdirSync(join(folder, 'out')).sort()]).toEqual([0, ['other.txt', 'page.txt']]);
    const [first] = out.toString().split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      format: 'txt',
      losses: [{ count: 1, what: 'mentions' }, { count: 1 }],
    });
    expect(err).toContain('page.kanwu.json: nothing is left to settle.');
  });

  it('refuses options the format has not, and several files without a folder', () => {
    const args = ['export', 'page.kanwu.json', '--to', 'txt', '--option', 'gilt=yes'];
    expect(oneLine(kanwu(folder, args))).toMatch(/txt has no option “gilt”/);
    expect(oneLine(kanwu(folder, ['export', 'a.json', 'b.json', '--to', 'txt']))).toMatch(/name a folder/);
  });

  it('never writes over the annotation file or the source beside it', () => {
    const json = annotations();
    write('page.kanwu.json', json);
    write('page.txt', BYTES);
    for (const target of ['page.kanwu.json', 'page.txt']) {
      expect(oneLine(kanwu(folder, ['export', 'page.kanwu.json', '--to', 'txt', '-o', target]))).toMatch(
        new RegExp(`“${target}”`),
      );
    }
    expect(readFileSync(join(folder, 'page.kanwu.json'), 'utf8')).toBe(json);
    expect(readFileSync(join(folder, 'page.txt')).equals(BYTES)).toBe(true);
  });
});

describe('kanwu validate', () => {
  it('says that a sound file is sound, and what is in it', () => {
    write('page.kanwu.json', annotations());
    write('page.txt', BYTES);
    const { status, out, err } = kanwu(folder, ['validate', 'page.kanwu.json']);
    expect([status, err]).toEqual([0, '']);
    expect(out.toString()).toBe(
      `page.kanwu.json: sound: page.txt (UTF-16 LE, ${BROKEN.replaceAll('\n', '\r\n').length} UTF-16 units), 1 correction, 0 decisions, 1 mention, 0 orphans\n`,
    );
  });

  it('tells that the source beside it is another one, which is no fault of the file', () => {
    write('page.kanwu.json', annotations());
    write('page.txt', 'another text');
    const { status, err } = kanwu(folder, ['validate', 'page.kanwu.json']);
    write('page.txt', BYTES);
    expect(status).toBe(0);
    expect(err).toMatch(/^kanwu: page\.kanwu\.json: the file page\.txt beside it is not the source/);
  });

  it.each([
    ['truncated', (json: string) => json.slice(0, 200), /not valid JSON: line 6, column/],
    ['empty', () => '', /not valid JSON/],
    ['another JSON', () => '{"blocks":[]}', /not a Kanwu annotation file/],
    ['newer', (json: string) => json.replace('"version": 2', '"version": 3'), /newer Kanwu .*Update/],
    ['a wrong type', (json: string) => json.replace('"bom":true', '"bom":1'), /source\.bom is wrong/],
    ['a changed source', (json: string) => json.replace('活动持续', '活动继续下'), /source\.length/],
    ['a moved correction', (json: string) => json.replace('"from":', '"from":1'), /corrections\[0\]/],
    [
      'a moved mention',
      (json: string) => json.replace(/"start":(\d)/, '"start":1$1'),
      /1 mention was not where/,
    ],
    [
      'a lost mention',
      (json: string) => json.replace('"text":"中国银行"', '"text":"外国银行"'),
      /could not be found/,
    ],
    [
      'a changed context',
      (json: string) => json.replace('"prefix":"', '"prefix":"的'),
      /mentions\[0\]\.prefix \(m\d+, “中国银行”\) is/,
    ],
    ['another hash', (json: string) => json.replace(/"sha256":"../, '"sha256":"00'), /source\.sha256 is not/],
    [
      'another newline',
      (json: string) => json.replace('"newline":"\\r\\n"', '"newline":"\\n"'),
      /source\.newline is/,
    ],
  ])('names the fault: %s', (_, change, message) => {
    write('bad.kanwu.json', change(annotations()));
    const { status, out, err } = kanwu(folder, ['validate', 'bad.kanwu.json']);
    expect([status, out.length]).toEqual([2, 0]);
    expect(err).toMatch(message);
    expect(err).toMatch(/^(?:kanwu: .*“?bad\.kanwu\.json.*\n)+$/);
  });

  it('goes on with the other files', () => {
    write('page.kanwu.json', annotations());
    write('bad.kanwu.json', '{');
    const { status, out } = kanwu(folder, ['validate', 'bad.kanwu.json', 'page.kanwu.json']);
    expect(status).toBe(2);
    expect(out.toString()).toMatch(/^page\.kanwu\.json: sound/);
  });
});
