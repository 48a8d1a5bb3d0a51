import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  clickAt,
  exportedText,
  openText,
  paintedMentions,
  savedFile,
  selectWords,
  shownBlocks,
} from './support/document';
import { expect, test } from './support/launch';

const SAMPLES = resolve(import.meta.dirname, '../../../shared/samples');
const PAGE =
  '# 会议简讯\n\n为缓解企业经济压力，活动邀请了中\n\n国银行、工商银行负责人参与，现场与企业对接。\n\n活动结束后，各方签订了协议。\n';

test('the newspaper page: nine breaks, joined in one step, exported byte for byte', async ({ kanwu }) => {
  test.skip(!existsSync(SAMPLES), 'the sample newspaper page is not beside this checkout');
  const source = readFileSync(resolve(SAMPLES, 'zhengzhou-daily.txt'), 'utf8');
  await openText(kanwu, source);
  const { page } = kanwu;
  await page.getByRole('button', { name: /^Break 9$/ }).waitFor();
  await page.keyboard.press('Control+Shift+J');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('9 of 9 chosen')).toBeVisible();
  await dialog.getByRole('button', { name: 'Accept 9' }).click();
  await expect(dialog).toBeHidden();
  const joined = readFileSync(resolve(SAMPLES, 'zhengzhou-daily.joined.txt'), 'utf8');
  expect(await exportedText(kanwu)).toBe(joined);
  await kanwu.menu('edit.undo');
  expect(await exportedText(kanwu)).toBe(source);
});

test('a marker between the halves joins them, and the seam can be reopened', async ({ kanwu }) => {
  await openText(kanwu, PAGE);
  const { page } = kanwu;
  const marker = page.getByRole('group', { name: /Suspected break between/ });
  await expect(marker).toHaveCount(1);
  await expect(marker).toContainText('中国银行');
  await marker.getByRole('button', { name: 'Join' }).click();
  await expect(marker).toHaveCount(0);
  expect(await shownBlocks(page)).toContain(
    '为缓解企业经济压力，活动邀请了中国银行、工商银行负责人参与，现场与企业对接。',
  );

  await clickAt(page, '国银行');
  const seam = page.getByRole('toolbar', { name: /Joined here.*line 3/ });
  await seam.getByRole('button', { name: 'Reopen' }).click();
  await expect(marker).toHaveCount(1);
  expect(await exportedText(kanwu)).toBe(PAGE);
});

test('keep leaves the break and takes it off the list; undo brings it back', async ({ kanwu }) => {
  const path = await openText(kanwu, PAGE);
  const { page } = kanwu;
  const marker = page.getByRole('group', { name: /Suspected break between/ });
  await marker.getByRole('button', { name: 'Keep' }).click();
  await expect(marker).toHaveCount(0);
  expect((await savedFile(kanwu, path)).decisions).toMatchObject([
    { kind: 'break', answer: 'dismissed', quote: '力，活动邀请了中⏎国银行、工商银行' },
  ]);
  await kanwu.menu('edit.undo');
  await expect(marker).toHaveCount(1);
});

test('next, join, next, keep, undo by keys alone', async ({ kanwu }) => {
  const second = '会议决定，全区今年将大\n\n力发展三个产业集群，建设现代化产业体系。\n';
  await openText(kanwu, `${PAGE}\n${second}`);
  const { page } = kanwu;
  const markers = page.getByRole('group', { name: /Suspected break between/ });
  await expect(markers).toHaveCount(2);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+j');
  await expect(markers).toHaveCount(1);
  await expect(markers).toContainText('大力');
  await page.keyboard.press('Alt+k');
  await expect(markers).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(markers).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(markers).toHaveCount(2);
});

test('a mention across a joined seam: every state of undo and redo is sound', async ({ kanwu }) => {
  const path = await openText(kanwu, PAGE);
  const { page } = kanwu;
  await page
    .getByRole('group', { name: /Suspected break/ })
    .getByRole('button', { name: 'Join' })
    .click();
  await selectWords(page, '中国银行');
  await page.keyboard.press('Alt+2');
  expect(await paintedMentions(page)).toEqual(['ORG 中国银行']);
  await page.keyboard.press('Control+z');
  expect(await paintedMentions(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  expect(await exportedText(kanwu)).toBe(PAGE);
  await page.keyboard.press('Control+Shift+Z');
  await page.keyboard.press('Control+Shift+Z');
  expect(await paintedMentions(page)).toEqual(['ORG 中国银行']);

  await clickAt(page, '国银行');
  await page
    .getByRole('toolbar', { name: /Joined here/ })
    .getByRole('button', { name: 'Reopen' })
    .click();
  expect(await paintedMentions(page)).toEqual(['ORG 中', 'ORG 国银行']);
  await page
    .getByRole('group', { name: /Suspected break/ })
    .getByRole('button', { name: 'Join' })
    .click();
  expect(await paintedMentions(page)).toEqual(['ORG 中国银行']);
  const file = await savedFile(kanwu, path);
  expect(file.mentions.map(m => [m.type, m.text])).toEqual([['ORG', '中国银行']]);
  expect(file.corrections).toMatchObject([{ original: '\n\n', replacement: '', kind: 'join' }]);
});

test('Backspace joins what the detector missed: Han closely, Latin with a space, without the hyphen', async ({
  kanwu,
}) => {
  await openText(kanwu, '甲段到此为止。\n\n乙段另起。\n\nThe quick brown\n\nfox is hyphen-\n\nated here.\n');
  const { page } = kanwu;
  for (const start of ['乙段', 'fox', 'ated']) {
    await clickAt(page, start);
    await page.keyboard.press('Home');
    await page.keyboard.press('Backspace');
  }
  expect(await exportedText(kanwu)).toBe(
    '甲段到此为止。乙段另起。\n\nThe quick brown fox is hyphenated here.\n',
  );
  for (let n = 0; n < 3; n++) await page.keyboard.press('Control+z');
  expect(await exportedText(kanwu)).toBe(
    '甲段到此为止。\n\n乙段另起。\n\nThe quick brown\n\nfox is hyphen-\n\nated here.\n',
  );
});
