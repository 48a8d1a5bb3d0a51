import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kanwu, kanwuFolder, oneLine } from './kanwu';

const { folder, write } = kanwuFolder();
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

describe('kanwu import', () => {
  it('makes an annotation file of each document, recognises the format and says so', () => {
    const line = (text: string, label: readonly unknown[]) => `${JSON.stringify({ text, label: [label] })}\n`;
    write('set.jsonl', line('𠮷野家邀请了中国银行。', [6, 10, 'ORG']) + line('何玉兰到场。', [0, 3, 'PER']));
    const { status, err } = kanwu(folder, ['import', 'set.jsonl', '-o', 'set.kanwu.json']);
    expect([status, err]).toEqual([0, expect.stringMatching(/set\.jsonl: read as doccano/)]);
    expect(readdirSync(folder).filter(name => /set-\d/.test(name))).toHaveLength(2);
    expect(read('set-1.kanwu.json').mentions).toMatchObject([{ type: 'ORG', text: '中国银行' }]);

    const again = ['import', 'set.jsonl', '-o', 'one.kanwu.json', '--document', '2', '--json'];
    expect(JSON.parse(kanwu(folder, again).out.toString())).toMatchObject({ exact: 1, moved: 0, orphans: 0 });
    expect(read('one.kanwu.json').mentions).toMatchObject([{ type: 'PER', text: '何玉兰' }]);
  });

  it('places annotations in another version of the text, and keeps what has no place as an orphan', () => {
    const text = '市场邀请了中国银行现场办理贷款业务。何玉兰第一个走进大门。';
    write(
      'page.jsonl',
      JSON.stringify({
        text,
        label: [
          [5, 9, 'ORG'],
          [18, 21, 'PER'],
        ],
      }),
    );
    write('later.txt', '本报讯：昨天上午，市场邀请了中国银行现场办理贷款业务。\n');
    const args = [
      'import',
      'page.jsonl',
      '--from',
      'doccano',
      '--source',
      'later.txt',
      '-o',
      'later.kanwu.json',
    ];
    const { status, err } = kanwu(folder, args);
    expect([status, err]).toEqual([0, expect.stringMatching(/1 without a place/)]);
    const made = read('later.kanwu.json');
    expect(made.source.name).toBe('later.txt');
    expect(made.mentions).toMatchObject([{ text: '中国银行', start: 14 }]);
    expect(made.orphans).toMatchObject([{ text: '何玉兰' }]);
  });

  it('refuses what it can’t read, and never writes over work or an input', () => {
    write('odd.bin', 'nothing of the sort');
    expect(oneLine(kanwu(folder, ['import', 'odd.bin', '-o', 'odd.kanwu.json']))).toMatch(/--from/);
    expect(oneLine(kanwu(folder, ['import', 'page.jsonl', '--from', 'doccano', '-o', 'page.jsonl']))).toMatch(
      /page\.jsonl/,
    );
    const over = ['import', 'page.jsonl', '--from', 'doccano', '-o', 'later.kanwu.json'];
    expect(oneLine(kanwu(folder, over))).toMatch(/already there/);
  });
});
