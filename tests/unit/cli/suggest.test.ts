import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SUGGESTED_TYPES } from '../../../shared/suggesters/suggestion';
import { encoded, kanwu, kanwuFolder, oneLine, ROOT } from './kanwu';

const { folder, write } = kanwuFolder();
const BUNDLE = join(ROOT, 'dist/cli/kanwu.mjs');
const PAGE =
  '# 医院动态\n\n　　本报讯（记者 李晓明）2023年2月23日，郑州大学第一附属医院在郑州举行签约仪式，总投资15亿元。\n\n　　院长王建国表示，增长12.5%。\n';

interface JsonSuggestion {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly confidence: number;
  readonly reason: string;
}
interface JsonLine {
  readonly file: string;
  readonly suggestions: readonly JsonSuggestion[];
}

function jsonOf(...args: string[]): JsonLine[] {
  const lines = kanwu(folder, ['suggest', '--json', ...args])
    .out.toString()
    .split('\n');
  expect(lines.pop()).toBe('');
  return lines.map(line => JSON.parse(line));
}

const namesOf = (line: JsonLine | undefined): string[] =>
  (line?.suggestions ?? []).map(({ type, text }) => `${type} ${text}`);

/** Every suggestion's offsets must give its text. */
function expectInPlace(source: string, line: JsonLine | undefined): void {
  expect(line?.suggestions.length).toBeGreaterThan(0);
  expect(line?.suggestions.map(({ start, end }) => source.slice(start, end))).toEqual(
    line?.suggestions.map(({ text }) => text),
  );
}

describe('kanwu suggest --gazetteer', () => {
  it('suggests the names of a list too, and says what is wrong with one, and where', () => {
    write('plain.txt', '远望号昨日起航。\n');
    write('ships.csv', 'name,type,id\n远望号,SHIP,7\n');
    expect(namesOf(jsonOf('--gazetteer', 'ships.csv', 'plain.txt')[0])).toContain('SHIP 远望号');
    write('wrong.csv', 'name,type\n远望号\n');
    const failed = kanwu(folder, ['suggest', '--gazetteer', 'wrong.csv', 'plain.txt']);
    expect(oneLine(failed)).toContain(
      '“wrong.csv”: it cannot be read as a list of names (line 2: the type is missing).',
    );
  });
});

describe('kanwu suggest --json', () => {
  it('prints one line for each file, in document order, outer before inner', () => {
    write('page.txt', PAGE);
    write('empty.txt', '');
    const [page, empty] = jsonOf('page.txt', 'empty.txt');
    expect(empty).toEqual({ file: 'empty.txt', suggestions: [] });
    expect(Object.keys(page ?? {})).toEqual(['file', 'suggestions']);
    expect(Object.keys(page?.suggestions[0] ?? {})).toEqual([
      'type',
      'start',
      'end',
      'text',
      'confidence',
      'reason',
    ]);
    expect(namesOf(page)).toEqual([
      'PER 李晓明',
      'DATE 2023年2月23日',
      'ORG 郑州大学第一附属医院',
      'ORG 郑州大学',
      'LOC 郑州',
      'LOC 郑州',
      'MONEY 15亿元',
      'PER 王建国',
      'PERCENT 12.5%',
    ]);
    const [, , outer, inner, innermost] = page?.suggestions ?? [];
    expect(inner?.start).toBe(outer?.start);
    expect(innermost?.start).toBe(outer?.start);
    expectInPlace(PAGE, page);
  });

  it.each([
    ['CRLF behind a UTF-8 BOM', PAGE.replaceAll('\n', '\r\n'), 'utf-8', true],
    ['GB18030', PAGE, 'gb18030', false],
    ['CR in UTF-16', PAGE.replaceAll('\n', '\r'), 'utf-16be', true],
    ['blank lines at the start', `\r\n \r\n${PAGE}`, 'utf-8', false],
    ['𠮷 before the mentions', PAGE.replaceAll(/(?=2023|郑州|15|王)/g, '𠮷，'), 'utf-8', false],
  ] as const)('gives offsets into the decoded source: %s', (_, text, encoding, bom) => {
    write('offsets.txt', encoded(text, encoding, bom));
    const [line] = jsonOf('offsets.txt');
    expectInPlace(text, line);
    expect(namesOf(line)).toContain('PER 李晓明');
    expect(namesOf(line)).toContain('MONEY 15亿元');
  });

  it('never gives half a character', () => {
    const text = '𠮷福莲说，𠮷岗镇和𠮷园路都在东𠮷。记者 𠮷晓鸥 通讯员 李𠮷\n'.repeat(3);
    write('astral.txt', text);
    const [line] = jsonOf('--min-confidence', '0', 'astral.txt');
    expectInPlace(text, line);
    expect(namesOf(line).filter(name => / [\udc00-\udfff]|[\ud800-\udbff]$/.test(name))).toEqual([]);
  });

  it('gives only the types asked for, and only what is sure enough', () => {
    write('page.txt', PAGE);
    const [all] = jsonOf('--min-confidence', '0', 'page.txt');
    const [usual] = jsonOf('page.txt');
    const [some] = jsonOf('--types', 'org,PERCENT', '--min-confidence', '0.6', 'page.txt');
    expect(all?.suggestions.filter(({ confidence }) => confidence >= 0.5)).toEqual(usual?.suggestions);
    expect(some?.suggestions).toEqual(
      usual?.suggestions.filter(
        ({ type, confidence }) => ['ORG', 'PERCENT'].includes(type) && confidence >= 0.6,
      ),
    );
    expect(namesOf(some)).toContain('ORG 郑州大学第一附属医院');
  });
});

describe('kanwu suggest', () => {
  it('prints file:line:column, type, confidence, text and reason, and a count on stderr', () => {
    write('crlf.txt', PAGE.replaceAll('\n', '\r\n'));
    const { status, out, err } = kanwu(folder, ['suggest', 'crlf.txt', '--types', 'DATE,MONEY']);
    expect(status).toBe(0);
    expect(out.toString()).toMatch(
      /^crlf\.txt:3:14: DATE \d+ %: 2023年2月23日 \(Written as a date\)\ncrlf\.txt:3:48: MONEY \d+ %: 15亿元 \(A number with a currency\)\n$/,
    );
    expect(err).toBe('2 suggestions in 1 file (DATE 1, MONEY 1)\n');
  });

  it('speaks Chinese with --lang zh', () => {
    write('page.txt', PAGE);
    const { out, err } = kanwu(folder, ['suggest', '--lang', 'zh', '--types', 'MONEY', 'page.txt']);
    expect(out.toString()).toMatch(/^page\.txt:3:48: MONEY \d+ %: 15亿元 \(数目加货币单位\)\n$/);
    expect(err).toBe('1 个文件，1 处建议 (MONEY 1)\n');
  });

  it('goes on with the other files after a bad one and ends with 2', () => {
    write('page.txt', PAGE);
    write('scan.pdf', '%PDF-1.7\n%âãÏÓ\n');
    const { status, out, err } = kanwu(folder, ['suggest', 'gone.txt', 'page.txt', 'scan.pdf', '.']);
    expect(status).toBe(2);
    expect(out.toString()).toContain('page.txt:3:10: PER');
    expect(err).toMatch(
      /^kanwu: Could not open “gone\.txt”: there is no such file\..*\nkanwu: .*“scan\.pdf”.*PDF.*\nkanwu: .*“\.”.*folder.*\n9 suggestions/,
    );
  });

  it.each([
    [['suggest'], /suggest: no file was named.*kanwu suggest --help/],
    [['suggest', '--types', 'ORG,NAME', 'a'], /no type “NAME”; the types are PER, ORG.*kanwu suggest --help/],
    [['suggest', '--types', '', 'a'], /--types needs a value/],
    [['suggest', '--min-confidence', '50', 'a'], /--min-confidence is a number from 0 to 1.*“50”/],
    [['suggest', '--kinds', 'break', 'a'], /suggest: Unknown option '--kinds'/],
  ])('tells a wrong use in one line: %j', (args, message) => {
    expect(oneLine(kanwu(folder, args))).toMatch(message);
  });

  it('is listed in the help, and names its types in its own', () => {
    expect(kanwu(folder, ['--help']).out.toString()).toContain('  suggest ');
    expect(kanwu(folder, ['suggest', '--help']).out.toString()).toContain(SUGGESTED_TYPES.join(', '));
  });

  it('is silent when its reader has seen enough', () => {
    write('long.txt', PAGE.repeat(60));
    const files = Array(4).fill('long.txt').join(' ');
    const ran = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${BUNDLE}" suggest --types DATE ${files} | head -n 1`],
      { cwd: folder },
    );
    expect(ran.stdout.toString()).toMatch(/^long\.txt:3:14: DATE [^\n]*\n$/);
    expect(ran.stderr.toString()).toBe('');
  });

  it('names the model where it is missing; the other commands never miss it', () => {
    const copy = join(folder, 'dist');
    mkdirSync(join(copy, 'cli'), { recursive: true });
    mkdirSync(join(copy, 'assets'), { recursive: true });
    copyFileSync(BUNDLE, join(copy, 'cli/kanwu.mjs'));
    copyFileSync(join(ROOT, 'dist/assets/lexicon.txt'), join(copy, 'assets/lexicon.txt'));
    write('page.txt', PAGE);
    const run = (command: string) =>
      spawnSync(process.execPath, [join(copy, 'cli/kanwu.mjs'), command, 'page.txt'], { cwd: folder });
    const { status, stdout, stderr } = run('suggest');
    expect(oneLine({ status, out: stdout, err: stderr.toString() })).toMatch(
      /The suggestion model .*suggestion-model\.json can't be read\. .*tools\/build\.mjs suggestionModel/,
    );
    expect(run('check').status).toBe(0);
  });
});
