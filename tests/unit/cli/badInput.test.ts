import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, openSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BROKEN, encoded, kanwu, kanwuFolder, MENDED, oneLine, ROOT } from './kanwu';

const { folder, write } = kanwuFolder();

/** By a linear congruential generator (Numerical Recipes), so that every run has the same. */
function pseudorandomBytes(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

describe.each(['check', 'fix'])('kanwu %s names the file and the way out', command => {
  it.each([
    ['a missing file', 'gone.txt', /there is no such file.*Check the path/],
    ['a folder', '.', /it is a folder.*Name a file in it/],
    ['a device', '/dev/null', /a device or pipe/],
    ['a path through a file', 'page.txt/x.txt', /there is no such file/],
  ])('%s', (_, name, message) => {
    write('page.txt', BROKEN);
    const line = oneLine(kanwu(folder, [command, name]));
    expect(line).toContain(`“${name}”`);
    expect(line).toMatch(message);
  });

  it('a binary file', () => {
    write('scan.pdf', '%PDF-1.7\n%âãÏÓ\n');
    write('noise.txt', pseudorandomBytes(4096));
    expect(oneLine(kanwu(folder, [command, 'scan.pdf']))).toMatch(
      /not a text file \(it is a PDF\).*plain text/,
    );
    expect(oneLine(kanwu(folder, [command, 'noise.txt']))).toMatch(/“noise\.txt”: it is not a text file/);
  });

  it('a file it may not read', () => {
    chmodSync(write('secret.txt', BROKEN), 0o000);
    expect(oneLine(kanwu(folder, [command, 'secret.txt'], true))).toMatch(
      /“secret\.txt”: you are not allowed to read it/,
    );
  });

  it('a file of 300 MB, with the limit', () => {
    truncateSync(write('huge.txt', ''), 300 * 1024 * 1024);
    expect(oneLine(kanwu(folder, [command, 'huge.txt']))).toMatch(
      /“huge\.txt”: it is larger than 100 MB.*Split it/,
    );
  });
});

describe('kanwu copes with', () => {
  it('an empty file', () => {
    write('empty.txt', '');
    const checked = kanwu(folder, ['check', '--json', 'empty.txt']);
    expect(JSON.parse(checked.out.toString())).toEqual({
      file: 'empty.txt',
      encoding: 'utf-8',
      length: 0,
      findings: [],
    });
    expect([checked.status, checked.err]).toEqual([0, 'kanwu: empty.txt: the file is empty.\n']);
    const fixed = kanwu(folder, ['fix', 'empty.txt', '--annotations', 'empty.kanwu.json']);
    expect([fixed.status, fixed.out.length]).toEqual([0, 0]);
    expect(kanwu(folder, ['validate', 'empty.kanwu.json']).status).toBe(0);
  });

  it('undecodable bytes: it says how many there are, and how to name the encoding', () => {
    write('bad.txt', Buffer.concat([Buffer.from(BROKEN), Buffer.from([0xff, 0x0a])]));
    const { status, out, err } = kanwu(folder, ['check', '--kinds', 'break', 'bad.txt']);
    expect(status).toBe(0);
    expect(out.toString()).toContain('bad.txt:3:32: break');
    expect(err).toMatch(/^kanwu: bad\.txt: 1 place could not be decoded as UTF-8 .*--encoding/);
  });

  it('an encoding named by hand', () => {
    write('short.txt', encoded(BROKEN, 'gb18030'));
    const [line] = [kanwu(folder, ['check', '--json', '--encoding', 'GBK', 'short.txt']).out.toString()];
    expect(JSON.parse(line ?? '')).toMatchObject({ encoding: 'gb18030', length: BROKEN.length });
  });

  it.each([
    ['only headings', '# 一\n\n## 二\n\n# 三\n'],
    ['only blank lines', '\r\n\n \n'],
    ['NUL and control characters', `\0\u0001\u001b[2J甲\u007f\u0085\n\n\f\v乙\0`],
    ['no line end', '甲'],
  ])('%s', (_, text) => {
    write('odd.txt', text);
    expect(kanwu(folder, ['check', '--json', 'odd.txt']).status).toBe(0);
    const { status, out } = kanwu(folder, ['fix', 'odd.txt', '--annotations', 'odd.kanwu.json']);
    expect(status).toBe(0);
    expect(out.toString()).toBe(text);
    for (const format of ['txt', 'md', 'html']) {
      expect(kanwu(folder, ['export', 'odd.kanwu.json', '--to', format]).status).toBe(0);
    }
  });

  it('NUL characters in an ordinary text, and says so', () => {
    write('nul.txt', `${BROKEN}\0`);
    const { status, out, err } = kanwu(folder, ['fix', 'nul.txt']);
    expect([status, out.toString()]).toEqual([0, `${MENDED}\0`]);
    expect(err).toMatch(/^kanwu: nul\.txt: The file holds NUL characters\./);
  });

  it('lone surrogates in UTF-16', () => {
    const bytes = encoded(`${BROKEN}\ud800甲\udc00乙`, 'utf-16le', true);
    write('lone.txt', bytes);
    const { status, out, err } = kanwu(folder, ['fix', 'lone.txt', '--annotations', 'lone.kanwu.json']);
    expect(status).toBe(0);
    expect(err).toMatch(
      /^kanwu: lone\.txt: The file holds halves of characters .* only be exported as UTF-16\./,
    );
    expect(out.equals(encoded(`${MENDED}\ud800甲\udc00乙`, 'utf-16le', true))).toBe(true);
    expect(kanwu(folder, ['validate', 'lone.kanwu.json']).status).toBe(0);
    expect(kanwu(folder, ['export', 'lone.kanwu.json', '--to', 'html']).out.toString()).toContain(
      '\ufffd甲\ufffd乙',
    );
    expect(
      oneLine(kanwu(folder, ['export', 'lone.kanwu.json', '--to', 'txt', '--output-encoding', 'utf-8'])),
    ).toMatch(/no way to write U\+D800, U\+DC00/);
  });

  it('one line of 5 M characters, within the time of a test', () => {
    const text = '市图书馆从三月起就着手准备，先后邀请了三十多家单位参加，'
      .repeat(180_000)
      .slice(0, 5_000_000);
    write('line.txt', text);
    const { status, out } = kanwu(folder, ['fix', 'line.txt', '--kinds', 'break,space,width']);
    expect(status).toBe(0);
    expect(out.toString() === text).toBe(true);
  });
});

it('kanwu check does not look through the JSON of what is named an annotation file and is none', () => {
  for (const contents of ['{"text":"甲"}', '']) {
    write('none.kanwu.json', contents);
    expect(oneLine(kanwu(folder, ['check', 'none.kanwu.json']))).toMatch(
      /Could not open “none\.kanwu\.json”: it is not (a Kanwu annotation file|valid JSON)/,
    );
  }
});

describe('kanwu export refuses', () => {
  it.each([
    [
      'JSON of another format',
      'brat.json',
      '{"text":"甲","entities":[]}',
      /Could not open “brat\.json”: it is not a Kanwu annotation file/,
    ],
    ['a text', 'page.txt', BROKEN, /page\.txt.*kanwu fix/],
    [
      'a newer version',
      'new.kanwu.json',
      '{"format":"kanwu-annotations","version":7}',
      /new\.kanwu\.json.*newer Kanwu.*Update/,
    ],
  ])('%s', (_, name, contents, message) => {
    write(name, contents);
    expect(oneLine(kanwu(folder, ['export', name, '--to', 'txt']))).toMatch(message);
  });
});

describe('kanwu fix says why it could not write', () => {
  it('into a read-only folder', () => {
    write('page.txt', BROKEN);
    const locked = join(folder, 'locked');
    mkdirSync(locked, { recursive: true });
    chmodSync(locked, 0o555);
    expect(oneLine(kanwu(folder, ['fix', 'page.txt', '-o', 'locked/out.txt'], true))).toMatch(
      /“locked\/out\.txt”: you are not allowed to write there.*another place/,
    );
  });

  it('over a write-protected file, which stays as it is', () => {
    write('page.txt', BROKEN);
    const open = join(folder, 'open');
    mkdirSync(open, { recursive: true });
    chmodSync(open, 0o777);
    chmodSync(write('open/kept.txt', 'kept'), 0o444);
    const line = oneLine(kanwu(folder, ['fix', 'page.txt', '-o', 'open/kept.txt'], true));
    expect(line).toMatch(/“open\/kept\.txt”: you are not allowed/);
    expect(readFileSync(join(open, 'kept.txt'), 'utf8')).toBe('kept');
  });

  it('where there is no folder, or a folder of that name', () => {
    write('page.txt', BROKEN);
    mkdirSync(join(folder, 'taken'), { recursive: true });
    expect(oneLine(kanwu(folder, ['fix', 'page.txt', '-o', 'no/out.txt']))).toMatch(
      /“no\/out\.txt”: there is no such folder/,
    );
    expect(oneLine(kanwu(folder, ['fix', 'page.txt', '-o', 'taken']))).toMatch(/“taken”: it is a folder/);
  });

  it('to a full standard output', () => {
    const path = write('page.txt', BROKEN);
    const args = [join(ROOT, 'dist/cli/kanwu.mjs'), 'fix', path];
    const ran = spawnSync(process.execPath, args, { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'] });
    expect(ran.status).toBe(2);
    expect(ran.stderr.toString()).toMatch(/^kanwu: Could not export “stdout”: the disk is full\..*\n$/);
  });

  it('onto a full disk, where the earlier file stays whole', context => {
    const small = join(folder, 'small');
    mkdirSync(small);
    const mount = ['-t', 'tmpfs', '-o', 'size=64k,mode=777', 'tmpfs', small];
    if (spawnSync('mount', mount).status !== 0) context.skip('mounting a small disk is not allowed here');
    try {
      write('small/out.txt', 'earlier');
      const text = BROKEN.repeat(2000);
      write('long.txt', text);
      for (const option of ['-o', '--annotations']) {
        const target = option === '-o' ? 'small/out.txt' : 'small/new.kanwu.json';
        const rest = option === '-o' ? [] : ['-o', 'elsewhere.txt'];
        expect(oneLine(kanwu(folder, ['fix', 'long.txt', option, target, ...rest]))).toMatch(
          new RegExp(`“${target}”: the disk is full\\. Nothing was changed there`),
        );
      }
      expect(readFileSync(join(small, 'out.txt'), 'utf8')).toBe('earlier');
      expect(readdirSync(small)).toEqual(['out.txt']);
    } finally {
      spawnSync('umount', [small]);
    }
  });
});
