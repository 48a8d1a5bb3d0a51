import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BROKEN, kanwu, kanwuFolder, MENDED, oneLine, ROOT } from './kanwu';

const { folder, write } = kanwuFolder();
const BUNDLE = join(ROOT, 'dist/cli/kanwu.mjs');

describe('kanwu', () => {
  it('shows its help and that of each command, and its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(kanwu(folder, ['--version']).out.toString()).toBe(`kanwu ${version}\n`);
    const help = kanwu(folder, ['--help']);
    expect([help.status, help.err]).toEqual([0, '']);
    for (const command of ['check', 'fix', 'export', 'validate']) {
      expect(help.out.toString()).toContain(`  ${command} `);
      const own = kanwu(folder, [command, '--help']);
      expect(own.status).toBe(0);
      expect(own.out.toString()).toMatch(new RegExp(`^Usage: kanwu ${command} \\[options\\]`));
      expect(kanwu(folder, ['help', command]).out.equals(own.out)).toBe(true);
    }
  });

  it.each([
    [[], /no command was given.*kanwu --help/],
    [['frobnicate'], /no command “frobnicate”.*kanwu --help/],
    [['check'], /check: no file was named.*kanwu check --help/],
    [['check', '--frob', 'a'], /check: Unknown option '--frob'\..*kanwu check --help/],
    [['check', '--kinds', 'brake', 'a'], /no kind “brake”; the kinds are break, stutter/],
    [['check', '--min-confidence', '90', 'a'], /--min-confidence is a number from 0 to 1.*“90”/],
    [['check', '--min-confidence', 'a'], /no file was named|number from 0 to 1/],
    [['check', '--encoding', 'latin1', 'a'], /--encoding is one of utf-8, gb18030/],
    [['check', '--lang', 'fr', 'a'], /--lang is one of en, zh/],
    [['fix', 'a', 'b'], /one file at a time: “b”/],
    [['fix', 'a', '-o', ''], /--output needs a value/],
    [['export', 'a.kanwu.json'], /--to says which format: txt, md, html/],
    [['export', 'a.kanwu.json', '--to', 'pdf'], /--to is one of txt, md, html/],
  ])('tells a wrong use in one line: %j', (args, message) => {
    expect(oneLine(kanwu(folder, args))).toMatch(message);
  });

  it('is silent when its reader has seen enough', () => {
    write('long.txt', BROKEN.repeat(3000));
    const ran = spawnSync('sh', ['-c', `"${process.execPath}" "${BUNDLE}" fix long.txt | head -n 1`], {
      cwd: folder,
    });
    expect(ran.stdout.toString()).toBe('# 读书节开幕\n');
    expect(ran.stderr.toString()).not.toMatch(/Error|EPIPE|at /);
  });

  it('speaks Chinese with --lang zh', () => {
    expect(oneLine(kanwu(folder, ['check', '--lang', 'zh', 'gone.txt']))).toBe(
      'kanwu: 无法打开“gone.txt”：没有这个文件。请检查路径。',
    );
  });

  it('runs in a checkout where the user stands, with nothing of its own on stdout', () => {
    mkdirSync(join(folder, 'here'), { recursive: true });
    write('here/page.txt', BROKEN);
    const ran = spawnSync(process.execPath, [join(ROOT, 'tools/kanwu.mjs'), 'fix', 'page.txt'], {
      cwd: ROOT,
      env: { ...process.env, npm_lifecycle_event: 'kanwu', INIT_CWD: join(folder, 'here') },
    });
    expect(ran.stdout.toString()).toBe(MENDED);
    expect(ran.status).toBe(0);
  });
});
