import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, type Kanwu, test } from './support/launch';
import { BROKEN_PAGE, blocks, joinNext, mentions, openCount, status, text } from './support/screen';

function file(kanwu: Kanwu, name: string, content: string | Uint8Array = BROKEN_PAGE): string {
  const path = join(kanwu.folder, name);
  writeFileSync(path, content);
  return path;
}

const openError = ({ page }: Kanwu) => page.getByRole('alertdialog', { name: 'Cannot open the file' });
const saveError = ({ page }: Kanwu) => page.getByRole('alertdialog', { name: 'Not saved' });
const notices = ({ page }: Kanwu) => page.getByRole('status', { name: 'Notices' });
const nameOf = (path: string) => path.replace(/^.*\//, '');

/** Opens what can't be opened: one message naming the file, what is wrong and the way out; then closes it. */
async function refused(
  kanwu: Kanwu,
  path: string,
  problem: string | RegExp,
  wayOut: string | RegExp,
): Promise<void> {
  await test.step(nameOf(path), async () => {
    await kanwu.answerOpen(path);
    await kanwu.page.keyboard.press('Control+o');
    await expect(openError(kanwu)).toContainText(`“${nameOf(path)}”`);
    await expect(openError(kanwu)).toContainText(problem);
    await expect(openError(kanwu)).toContainText(wayOut);
    await kanwu.page.keyboard.press('Escape');
    await expect(openError(kanwu)).toHaveCount(0);
  });
}

/** An annotation file for the broken page as `page.txt`: one mention, no corrections. */
function annotations(source = BROKEN_PAGE, change: object = {}): object {
  const start = source.indexOf('工商银行');
  const mention = {
    id: 'm1',
    type: 'ORG',
    start,
    end: start + 4,
    text: '工商银行',
    prefix: source.slice(start - 8, start),
    suffix: source.slice(start + 4, start + 12),
    source: { start, end: start + 4 },
    who: '',
    when: '2026-03-02T08:31:00.000Z',
  };
  return {
    format: 'kanwu-annotations',
    version: 1,
    generator: 'Kanwu 0.1.0',
    saved: '2026-03-02T08:32:00.000Z',
    source: {
      name: 'page.txt',
      sha256: createHash('sha256').update(source).digest('hex'),
      encoding: 'utf-8',
      bom: false,
      newline: '\n',
      length: source.length,
      text: source,
    },
    tagset: [{ id: 'ORG', name: { en: 'Organisation', zh: '机构' }, key: '2', color: 2 }],
    corrections: [],
    decisions: [],
    mentions: [mention],
    orphans: [],
    ...change,
  };
}

/** Writes `page.txt` with an annotation file beside it. */
function pair(kanwu: Kanwu, json: string | object): { page: string; beside: string } {
  const content = typeof json === 'string' ? json : JSON.stringify(json);
  return { page: file(kanwu, 'page.txt'), beside: file(kanwu, 'page.kanwu.json', content) };
}

test.describe('files that are refused', () => {
  test('each says what it is and the way out, and the open document stays', async ({ kanwu }) => {
    const { page } = kanwu;
    await kanwu.openFile(file(kanwu, 'page.txt'));
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * n * 31 + n * 7) % 251));
    await refused(kanwu, file(kanwu, '扫描.pdf', '%PDF-1.7\n'), 'it is a PDF', 'Export it as plain text');
    await refused(kanwu, file(kanwu, '照片.txt', png), 'it is a picture', 'Export it as plain text');
    await refused(kanwu, file(kanwu, 'noise.txt', noise), 'not a text file', 'Export it as plain text');
    await refused(kanwu, join(kanwu.folder, '没有.txt'), 'no longer there', 'moved, renamed or deleted');
    mkdirSync(join(kanwu.folder, '文件夹'));
    await refused(kanwu, join(kanwu.folder, '文件夹'), 'it is a folder', 'Choose a file inside it');
    const huge = file(kanwu, '全集.txt');
    truncateSync(huge, 300 * 1024 * 1024);
    await refused(kanwu, huge, 'larger than 100 MB', 'Split it into parts');
    await expect(page).toHaveTitle('page.txt — Kanwu');
    await expect(text(page)).toContainText('停业改造一年零两个月后');
  });

  test('a file without read permission names the owner as the way out', async ({ kanwu }) => {
    // Root may read everything but what the kernel itself forbids.
    const forbidden = '/proc/sys/vm/compact_memory';
    const root = process.getuid?.() === 0;
    test.skip(root && process.platform !== 'linux', 'root may read any file here');
    const path = root ? forbidden : file(kanwu, 'secret.txt');
    if (!root) chmodSync(path, 0);
    await refused(kanwu, path, 'not allowed to read', 'Ask its owner');
  });

  test('a missing file on the command line and a deleted recent file say so', async ({ kanwu }) => {
    const gone = file(kanwu, 'gone.txt');
    await kanwu.openFile(gone);
    rmSync(gone);
    await kanwu.restart(gone);
    await expect(openError(kanwu)).toContainText('“gone.txt”: it is no longer there');
    await kanwu.page.keyboard.press('Escape');
    await kanwu.page.getByRole('button', { name: /^gone\.txt/ }).click();
    await expect(openError(kanwu)).toContainText('“gone.txt”: it is no longer there');
  });
});

test.describe('odd texts', () => {
  test('an empty file opens with a word about it and can be written', async ({ kanwu }) => {
    const { page } = kanwu;
    const path = file(kanwu, 'empty.txt', '');
    await kanwu.openFile(path);
    await expect(notices(kanwu)).toContainText('This file is empty.');
    await text(page).click();
    await page.keyboard.insertText('新的一篇。');
    await expect(status(page)).toContainText('5 characters');
    await page.keyboard.press('Control+s');
    await expect(status(page)).toContainText('Saved');
    await kanwu.restart(path);
    await expect(text(kanwu.page)).toHaveText('新的一篇。');
    expect(readFileSync(path)).toHaveLength(0);
  });

  test('undecodable bytes are shown, with the choice of encoding', async ({ kanwu }) => {
    const { page } = kanwu;
    const bytes = Buffer.concat([
      Buffer.from('第一段好。\n第二'),
      Buffer.from([0xff, 0xfe, 0x80]),
      Buffer.from('段坏。\n'),
    ]);
    await kanwu.openFile(file(kanwu, 'broken.txt', bytes));
    await expect(notices(kanwu)).toContainText(/could not be decoded as UTF-8/);
    await expect(text(page)).toContainText('�');
    await notices(kanwu).getByRole('button', { name: 'Reopen with encoding…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Reopen with another encoding' });
    await expect(dialog.getByRole('radio', { checked: true })).toHaveValue('utf-8');
    await dialog.getByRole('radio', { name: 'GB18030' }).check();
    await dialog.getByRole('button', { name: 'Reopen' }).click();
    await expect(status(page)).toContainText('GB18030');
  });

  test('NUL and control characters are kept to the byte', async ({ kanwu }) => {
    const { page } = kanwu;
    const bytes = Buffer.from('第一\0段\u0001。\n\n第二\u001b段\u007f\u000b。\n');
    await kanwu.openFile(file(kanwu, 'control.txt', bytes));
    await expect(notices(kanwu)).toContainText('NUL');
    await expect(text(page)).toContainText('第二');
    await kanwu.answerSave(join(kanwu.folder, 'out.txt'));
    await expect(() => kanwu.menu('file.exportText')).toPass();
    await expect(notices(kanwu)).toContainText('out.txt');
    expect(readFileSync(join(kanwu.folder, 'out.txt'))).toEqual(bytes);
  });

  test('lone surrogates are kept through save, reopen and export', async ({ kanwu }) => {
    const path = file(kanwu, 'halves.txt', Buffer.from('\ufeff甲\ud842乙。\n\n丙\udfb7丁𠮷。\n', 'utf16le'));
    await kanwu.openFile(path);
    await expect(notices(kanwu)).toContainText('lone surrogates');
    await text(kanwu.page).click();
    await kanwu.page.keyboard.press('Control+End');
    await kanwu.page.keyboard.insertText('戊');
    await kanwu.page.keyboard.press('Control+s');
    await expect(status(kanwu.page)).toContainText('Saved');
    await kanwu.restart(path);
    await expect(text(kanwu.page)).toContainText('丁𠮷。戊');
    const out = join(kanwu.folder, 'out.txt');
    await kanwu.answerSave(out);
    await expect(() => kanwu.menu('file.exportText')).toPass();
    await expect(notices(kanwu)).toContainText('out.txt');
    expect(readFileSync(out, 'utf16le')).toBe('\ufeff甲\ud842乙。\n\n丙\udfb7丁𠮷。戊\n');
  });

  test('a text of headings only has an outline and no findings', async ({ kanwu }) => {
    await kanwu.openFile(file(kanwu, 'headings.txt', '# 第一卷\n\n## 第一章\n\n## 第二章\n'));
    await expect(blocks(kanwu.page)).toHaveText(['第一卷', '第一章', '第二章']);
    await expect(kanwu.page.getByRole('listbox', { name: 'Outline' }).getByRole('option')).toHaveCount(3);
    await openCount(kanwu.page, 0, 0);
  });

  test('one line of five million characters opens and can be edited', async ({ kanwu }) => {
    test.slow();
    const { page } = kanwu;
    const line = '临江市北门菜市场昨天重新开门，老摊主一个没少。'.repeat(217_392).slice(0, 5_000_000);
    const path = file(kanwu, 'line.txt', line);
    await kanwu.answerOpen(path);
    await page.keyboard.press('Control+o');
    await expect(status(page)).toContainText('5,000,000 characters', { timeout: 60_000 });
    await text(page).click({ timeout: 60_000 });
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('甲');
    await expect(status(page)).toContainText('5,000,001 characters', { timeout: 60_000 });
    await page.keyboard.press('Control+z');
    await expect(status(page)).toContainText('5,000,000 characters', { timeout: 60_000 });
  });

  test('characters the source’s encoding lacks are named, and UTF-8 is the way out', async ({ kanwu }) => {
    const { page } = kanwu;
    const path = file(
      kanwu,
      'taipei.txt',
      iconv.encode('臺北市立圖書館昨日開放，讀者甚眾。館長表示，館藏圖書逾十萬冊。\n', 'big5'),
    );
    await kanwu.openFile(path);
    await expect(status(page)).toContainText('Big5');
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('镕');
    const out = join(kanwu.folder, 'out.txt');
    await expect(() => kanwu.menu('file.exportText')).toPass();
    const dialog = page.getByRole('alertdialog', { name: 'Not exported' });
    await expect(dialog).toContainText('“镕”');
    await kanwu.answerSave(out);
    await dialog.getByRole('button', { name: 'Export as UTF-8' }).click();
    await expect(notices(kanwu)).toContainText('out.txt');
    expect(readFileSync(out, 'utf8')).toContain('十萬冊。镕');
  });
});

test.describe('annotation files', () => {
  test('a malformed one names the line, and the source opens without it', async ({ kanwu }) => {
    const damaged = JSON.stringify(annotations(), null, 2).replace('"version": 1,', '"version" 1,');
    const { page: source, beside } = pair(kanwu, damaged);
    await kanwu.restart(source);
    const { page } = kanwu;
    await expect(openError(kanwu)).toContainText('page.kanwu.json');
    await expect(openError(kanwu)).toContainText('line 3');
    await openError(kanwu).getByRole('button', { name: 'Open the source without it' }).click();
    await expect(text(page)).toContainText('停业改造');
    await joinNext(page);
    const place = join(kanwu.folder, 'new.kanwu.json');
    await kanwu.answerSave(place);
    await page.keyboard.press('Control+s');
    await expect(status(page)).toContainText('Saved');
    expect(readFileSync(beside, 'utf8')).toBe(damaged);
    expect(JSON.parse(readFileSync(place, 'utf8')).decisions).toHaveLength(1);
  });

  test('truncated, foreign and newer ones are refused as a whole and left alone', async ({ kanwu }) => {
    const whole = JSON.stringify(annotations(), null, 2);
    const { beside } = pair(kanwu, whole);
    const cases = [
      [whole.slice(0, whole.length / 2), 'not valid JSON'],
      ['', 'not valid JSON'],
      ['{"a": 1}', 'not a Kanwu annotation file'],
      [JSON.stringify(annotations(BROKEN_PAGE, { version: 3 })), 'newer Kanwu'],
      [JSON.stringify(annotations(BROKEN_PAGE, { mentions: 7 })), 'mentions is wrong'],
      [
        JSON.stringify(
          annotations(BROKEN_PAGE, {
            corrections: [
              { from: 1, to: 2, original: '错', replacement: '', kind: 'edit', who: '', when: '' },
            ],
          }),
        ),
        'corrections[0]',
      ],
    ] as const;
    for (const [content, problem] of cases) {
      await test.step(problem, async () => {
        writeFileSync(beside, content);
        await kanwu.answerOpen(beside);
        await kanwu.page.keyboard.press('Control+o');
        await expect(openError(kanwu)).toContainText('page.kanwu.json');
        await expect(openError(kanwu)).toContainText(problem);
        await kanwu.page.keyboard.press('Escape');
        await expect(openError(kanwu)).toHaveCount(0);
        expect(readFileSync(beside, 'utf8')).toBe(content);
      });
    }
  });

  test('a mention whose offsets were edited is found by its words; a lost one stays in the file', async ({
    kanwu,
  }) => {
    const good = annotations() as { mentions: [{ start: number; end: number }] };
    const [mention] = good.mentions;
    const { page: source, beside } = pair(kanwu, {
      ...good,
      mentions: [
        { ...mention, start: mention.start + 3, end: mention.end + 3 },
        { ...mention, id: 'm2', text: '从来没有的话', prefix: '没有', suffix: '没有' },
      ],
    });
    await kanwu.restart(source);
    const { page } = kanwu;
    await expect(notices(kanwu)).toContainText('placed by the quoted text');
    await expect(notices(kanwu)).toContainText('could not be found');
    await page.getByRole('tab', { name: 'Mentions' }).click();
    await expect(mentions(page).getByRole('option')).toHaveText([/ORG.*工商银行/]);
    await page.keyboard.press('Control+s');
    await expect(status(page)).toContainText(/Saved \d/);
    const written = JSON.parse(readFileSync(beside, 'utf8'));
    expect(written.mentions).toMatchObject([{ text: '工商银行', start: mention.start, end: mention.end }]);
    expect(written.orphans).toMatchObject([{ text: '从来没有的话' }]);
  });

  test('one made for another text asks which of the two is meant', async ({ kanwu }) => {
    const own = BROKEN_PAGE.replace('停业改造', '闭门翻修');
    const { page: source, beside } = pair(kanwu, annotations(own));
    const before = readFileSync(beside, 'utf8');
    await kanwu.restart(source);
    await expect(openError(kanwu)).toContainText(
      '“page.kanwu.json” was made for another text than the present “page.txt”',
    );
    await openError(kanwu).getByRole('button', { name: 'Open the text it carries' }).click();
    await expect(text(kanwu.page)).toContainText('闭门翻修');
    await expect(status(kanwu.page)).toContainText('1 mention');

    await kanwu.restart(source);
    await openError(kanwu).getByRole('button', { name: 'Open the source without it' }).click();
    await expect(text(kanwu.page)).toContainText('停业改造');
    await expect(status(kanwu.page)).toContainText('0 mentions');
    expect(readFileSync(beside, 'utf8')).toBe(before);
  });
});

/** Mounts a small disk in the spec's folder; null where that is not allowed (it takes root, and not in every container). */
function smallDisk(kanwu: Kanwu): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const place = join(kanwu.folder, 'disk');
  mkdirSync(place);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'ignore' });
    return place;
  } catch {
    return null;
  }
}

test.describe('targets that cannot be written', () => {
  test('a full disk and a read-only one: the earlier file stands, the work stays, and there is a way out', async ({
    kanwu,
  }) => {
    const disk = smallDisk(kanwu);
    test.skip(disk === null, 'mounting a small disk is not allowed here');
    if (disk === null) return;
    try {
      const { page } = kanwu;
      const path = join(disk, 'page.txt');
      const beside = join(disk, 'page.kanwu.json');
      writeFileSync(path, BROKEN_PAGE);
      await kanwu.openFile(path);
      await joinNext(page);
      await page.keyboard.press('Control+s');
      await expect(status(page)).toContainText('Saved');
      const earlier = readFileSync(beside, 'utf8');

      expect(
        () => writeFileSync(join(disk, 'filler'), Buffer.alloc(64 * 1024)),
        'more than there is room for',
      ).toThrow('ENOSPC');
      await joinNext(page);
      await page.keyboard.press('Control+s');
      await expect(saveError(kanwu)).toContainText('“page.kanwu.json”: the disk is full');
      await expect(saveError(kanwu)).toContainText('Free some space');
      await page.keyboard.press('Escape');
      expect(readFileSync(beside, 'utf8')).toBe(earlier);
      await expect(status(page)).toContainText('Edited');

      rmSync(join(disk, 'filler'));
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      await page.keyboard.press('Control+s');
      await expect(saveError(kanwu)).toContainText('“page.kanwu.json”: the disk is read-only');
      const place = join(kanwu.folder, 'rescued.kanwu.json');
      await kanwu.answerSave(place);
      await saveError(kanwu).getByRole('button', { name: 'Save as…' }).click();
      await expect(status(page)).toContainText('Saved');
      expect(JSON.parse(readFileSync(place, 'utf8')).decisions).toHaveLength(2);
      expect(readFileSync(beside, 'utf8')).toBe(earlier);
      expect(readdirSync(disk).sort()).toEqual(['page.kanwu.json', 'page.txt']);
      expect(readFileSync(path, 'utf8')).toBe(BROKEN_PAGE);
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });

  test('an annotation file deleted meanwhile is written again, a changed one is asked about', async ({
    kanwu,
  }) => {
    const { page } = kanwu;
    const path = file(kanwu, 'page.txt');
    const beside = join(kanwu.folder, 'page.kanwu.json');
    await kanwu.openFile(path);
    await joinNext(page);
    await page.keyboard.press('Control+s');
    await expect(status(page)).toContainText('Saved');
    rmSync(beside);
    rmSync(path);
    const told = page.getByRole('alertdialog', { name: 'Changed on the disk' });
    await told.getByRole('button', { name: 'Keep mine' }).click();
    await joinNext(page);
    await openCount(page, 0, 2);
    await page.keyboard.press('Control+s');
    await expect(status(page)).toContainText('Saved');
    expect(JSON.parse(readFileSync(beside, 'utf8')).decisions).toHaveLength(2);
    expect(readdirSync(kanwu.folder)).toEqual(['page.kanwu.json']);

    // Through another name of the same file: where folders aren't watched (a network drive), only the save finds out.
    const elsewhere = mkdtempSync(join(kanwu.folder, 'elsewhere-'));
    linkSync(beside, join(elsewhere, 'alias.json'));
    writeFileSync(join(elsewhere, 'alias.json'), 'another program’s');
    await page.keyboard.press('Control+z');
    await kanwu.answerMessage(2);
    await page.keyboard.press('Control+s');
    await expect
      .poll(async () => (await kanwu.dialogs()).at(-1)?.options.message)
      .toContain('“page.kanwu.json” was changed on the disk');
    await expect(status(page)).toContainText('Edited');
    expect(readFileSync(beside, 'utf8')).toBe('another program’s');
    await kanwu.answerMessage(1);
    await page.keyboard.press('Control+s');
    await expect(status(page)).toContainText('Saved');
    expect(JSON.parse(readFileSync(beside, 'utf8')).decisions).toHaveLength(1);

    // And waking from sleep.
    linkSync(beside, join(elsewhere, 'again.json'));
    writeFileSync(join(elsewhere, 'again.json'), 'another computer’s');
    await kanwu.sleep();
    await expect(told).toContainText('Another program wrote “page.kanwu.json”');
  });
});
