import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAnnotations } from '../../../shared/annotation/writeAnnotations';
import { addEntity, linkMentions } from '../../../shared/register/linking';
import { issueDateChange } from '../../../shared/register/normalising';
import { RegisterDocument } from '../register/registerDocument';
import { BROKEN, encoded, kanwu, kanwuFolder, MENDED, ROOT } from './kanwu';

const { folder, write } = kanwuFolder();
const SAMPLE = join(ROOT, '../shared/samples/zhengzhou-daily.txt');

interface JsonFinding {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly reason: string;
  readonly before: string;
  readonly after: string;
  readonly text?: string;
  readonly suggestion?: string | null;
}
interface JsonLine {
  readonly file: string;
  readonly encoding: string;
  readonly length: number;
  readonly findings: readonly JsonFinding[];
}

function jsonOf(args: readonly string[]): JsonLine[] {
  const { out } = kanwu(folder, ['check', '--json', ...args]);
  const lines = out.toString().split('\n');
  expect(lines.pop()).toBe('');
  return lines.map(line => JSON.parse(line));
}

describe('kanwu check --json', () => {
  it.skipIf(!existsSync(SAMPLE))('finds exactly the nine breaks of the newspaper page', () => {
    const text = readFileSync(SAMPLE, 'utf8');
    const [line] = jsonOf(['--kinds', 'break', SAMPLE]);
    expect(line?.length).toBe(text.length);
    expect(line?.findings.map(({ before, after }) => `${before.slice(-2)}⏎${after.slice(0, 2)}`)).toEqual([
      '将大⏎力发',
      '运营⏎服务',
      '响通⏎航品',
      '有限⏎公司',
      '了中⏎国银',
      '市场⏎及网',
      '发展⏎“1',
      '产才⏎融合',
      '成果⏎转化',
    ]);
    for (const { start, end, before, after } of line?.findings ?? []) {
      expect(text.slice(start, end)).toBe('\n\n');
      expect(text.slice(0, start).endsWith(before) && text.startsWith(after, end)).toBe(true);
    }
  });

  it('prints one line for each file, with offsets into the decoded source', () => {
    write('page.txt', BROKEN);
    const text = `\n${BROKEN.replaceAll('\n\n', '\n\n　　').replaceAll('\n', '\r\n')}`;
    write('indented.txt', encoded(text, 'utf-16le', true));
    const [page, indented] = jsonOf(['--kinds', 'break', 'page.txt', 'indented.txt']);
    expect([page?.file, page?.encoding, page?.length]).toEqual(['page.txt', 'utf-8', BROKEN.length]);
    expect([indented?.file, indented?.encoding, indented?.length]).toEqual([
      'indented.txt',
      'utf-16le',
      text.length,
    ]);
    const [found] = page?.findings ?? [];
    expect(Object.keys(found ?? {})).toEqual([
      'kind',
      'start',
      'end',
      'confidence',
      'reason',
      'before',
      'after',
    ]);
    expect(BROKEN.slice(found?.start, found?.end)).toBe('\n\n');
    const [same] = indented?.findings ?? [];
    expect(text.slice(same?.start, same?.end)).toBe('\r\n\r\n　　');
    expect([same?.before, same?.after]).toEqual([found?.before, found?.after]);
  });

  it('gives what stands there and what to put instead for other kinds', () => {
    write(
      'mixed.txt',
      '今天他来了，明天他要走了。后天,她也要走了，大家都要走了。春天来了，花开了，鸟叫了，人们都出门了。夏天到了，天热了，孩子们都去游泳了，老人们在树下乘凉。\n',
    );
    const [line] = jsonOf(['--kinds', 'width', 'mixed.txt']);
    expect(line?.findings).toMatchObject([
      { kind: 'width', start: 15, end: 16, text: ',', suggestion: '，' },
    ]);
  });

  it('gives the reasons in Chinese with --lang zh', () => {
    write('page.txt', BROKEN);
    const [english] = jsonOf(['--kinds', 'break', 'page.txt']);
    const [chinese] = jsonOf(['--kinds', 'break', '--lang', 'zh', 'page.txt']);
    expect(english?.findings[0]?.reason).toMatch(/[a-z]{3} /);
    expect(chinese?.findings[0]?.reason).toMatch(/^\p{Script=Han}/u);
  });
});

describe('kanwu check', () => {
  it('prints file:line:column, kind, text and suggestion, and a count on stderr', () => {
    write('page.txt', BROKEN);
    const { status, out, err } = kanwu(folder, ['check', '--kinds', 'break', 'page.txt']);
    expect(status).toBe(0);
    expect(out.toString()).toMatch(
      /^page\.txt:3:32: break \d+ %: .*先后邀请了中⏎国银行.* → .*先后邀请了中国银行.* \(.+\)\n$/,
    );
    expect(err).toBe('1 finding in 1 file (break 1)\n');
  });

  it('counts lines and columns in a CRLF file', () => {
    write('crlf.txt', BROKEN.replaceAll('\n', '\r\n'));
    const { out } = kanwu(folder, ['check', '--kinds', 'break', 'crlf.txt']);
    expect(out.toString()).toContain('crlf.txt:3:32: break');
  });

  it('ends with 1 where --strict finds something, with 0 where it does not', () => {
    write('page.txt', BROKEN);
    write('fine.txt', '今天天气很好。\n');
    expect(kanwu(folder, ['check', '--strict', 'page.txt']).status).toBe(1);
    expect(kanwu(folder, ['check', '--strict', 'fine.txt']).status).toBe(0);
    expect(kanwu(folder, ['check', '--strict', '--kinds', 'mojibake', 'page.txt']).status).toBe(0);
  });

  it('lists only what is sure enough', () => {
    write('page.txt', BROKEN);
    expect(jsonOf(['--min-confidence', '1', 'page.txt'])[0]?.findings).toEqual([]);
    const all = jsonOf(['--min-confidence', '0', 'page.txt'])[0]?.findings ?? [];
    const usual = jsonOf(['page.txt'])[0]?.findings ?? [];
    expect(all.filter(({ confidence }) => confidence >= 0.5)).toEqual(usual);
  });

  it('goes on with the other files after a bad one and ends with 2', () => {
    write('page.txt', BROKEN);
    const { status, out, err } = kanwu(folder, ['check', '--strict', 'gone.txt', 'page.txt', '.']);
    expect(status).toBe(2);
    expect(out.toString()).toContain('page.txt:3:32: break');
    expect(err).toMatch(
      /^kanwu: Could not open “gone\.txt”: .*\nkanwu: Could not open “\.”: .*folder.*\n1 finding/,
    );
  });

  it('never lets a text steer the terminal', () => {
    write('escape.txt', BROKEN.replace('邀请了中', '邀请\u001b[31m了\0中'));
    const { out } = kanwu(folder, ['check', 'escape.txt']);
    expect(out.toString()).not.toMatch(/[\0\u001b]/);
  });
});

describe('kanwu check of an annotation file', () => {
  /** The page with its break decided on and 中国银行 linked to a register that does not agree with itself. */
  function annotated(): string {
    const at = new RegisterDocument(
      MENDED.trim().replace('三月', '[三月|DATE]').replace('中国银行', '[中国银行|ORG]'),
    );
    const bank = addEntity({ type: 'LOC', name: '中国银行' }, at.context);
    at.make(bank.change);
    at.make(linkMentions(at.document, at.places('中国银行'), bank.entity.id));
    const wrong = { scheme: 'wikidata' as const, value: '956' };
    at.make(addEntity({ type: 'ORG', name: '新华书店', identifiers: [wrong] }, at.context).change);
    at.make(issueDateChange(at.document, '2023-02-24'));
    return writeAnnotations(at.document, {
      generator: 'test',
      saved: '2026-01-01T00:00:00.000Z',
    });
  }

  it('says what does not agree in the register, each with its place', () => {
    write('page.kanwu.json', annotated());
    const { status, out, err } = kanwu(folder, ['check', '--lang', 'en', 'page.kanwu.json']);
    expect([status, err]).toEqual([0, '0 findings and 4 problems of the register in 1 file\n']);
    expect(out.toString().split('\n')).toEqual([
      'page.kanwu.json:3:17: register noNormalForm: “三月” has no normal form; it would be 2023-03.',
      'page.kanwu.json:3:31: register mentionType: “中国银行” is tagged ORG, but “中国银行” is of type LOC.',
      'page.kanwu.json: register identifierForm: “956” of “新华书店” is no identifier of Wikidata: expected Q and digits, such as Q956. (e7)',
      'page.kanwu.json: register noMentions: “新华书店” (ORG) has no mention in the text. (e7)',
      '',
    ]);
    expect(kanwu(folder, ['check', '--strict', 'page.kanwu.json']).status).toBe(1);
  });

  it('prints them with --json, offsets into the working text', () => {
    write('page.kanwu.json', annotated());
    const { out } = kanwu(folder, ['check', '--json', 'page.kanwu.json']);
    const line = JSON.parse(out.toString());
    expect(line.findings).toEqual([]);
    expect(line.register.map(({ kind }: { kind: string }) => kind)).toEqual([
      'noNormalForm',
      'mentionType',
      'identifierForm',
      'noMentions',
    ]);
    const [first] = line.register;
    expect(MENDED.trim().slice(first.start, first.end)).toBe('三月');
    expect(line.length).toBe(MENDED.trim().length);
  });
});
