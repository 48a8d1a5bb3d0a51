import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noViolations } from './support/accessible';
import { clickAt, savedFile } from './support/document';
import { expect, test } from './support/launch';
import {
  BROKEN_PAGE,
  JOINED_PAGE,
  joinNext,
  mentions,
  openCount,
  selectWords,
  status,
  tag,
  text,
} from './support/screen';

test('an export is chosen, checked against what is open, written, reported, and done again', async ({
  kanwu,
}) => {
  const path = join(kanwu.folder, 'page.txt');
  writeFileSync(path, BROKEN_PAGE);
  await kanwu.openFile(path);
  const { page } = kanwu;
  // Markers come between the paragraphs; before them the words would move under the mouse.
  await openCount(page, 2, 0);
  await tag(page, '何玉兰', '1');
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByRole('radio', { name: /Plain text/ })).toBeFocused();
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('停业改造一年');
  await dialog.getByRole('radio', { name: /doccano JSONL/ }).check();
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('"PER"');
  await noViolations(kanwu, 'export');

  // A web page is shown as it will look, in a frame that can do nothing; of the original as well.
  await dialog.getByRole('radio', { name: /Web page/ }).check();
  const shown = dialog.frameLocator('iframe[sandbox=""]');
  await expect(shown.locator('mark')).toHaveText('何玉兰');
  await expect(shown.locator('mark')).toHaveCSS('border-bottom-style', 'solid');
  await dialog.getByRole('combobox', { name: 'Text' }).selectOption('original');
  await expect(dialog.getByRole('checkbox', { name: 'Mark and list every correction' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'As source' }).check();
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('<mark class=');
  const tei = join(kanwu.folder, 'original.tei.xml');
  await dialog.getByRole('radio', { name: /TEI P5/ }).check();
  await kanwu.answerSave(tei);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('dialog', { name: 'Exported' })).toContainText('1 mention');
  expect(readFileSync(tei, 'utf8')).toContain('This is the original text');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+e');
  await dialog.getByRole('combobox', { name: 'Text' }).selectOption('corrected');

  // A place of the check is a way to it, and the dialog comes back as it was left.
  await dialog.getByText(/findings? (?:is|are) open/).click();
  await dialog.getByRole('button', { name: /人民政⏎府/ }).click();
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+e');
  await dialog.getByRole('radio', { name: /doccano JSONL/ }).check();

  const out = join(kanwu.folder, 'set.jsonl');
  await kanwu.answerSave(out);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  const report = page.getByRole('dialog', { name: 'Exported' });
  await expect(report).toContainText('1 mention');
  await noViolations(kanwu, 'report of an export');
  expect(readFileSync(out, 'utf8')).toContain('"PER"');
  await page.keyboard.press('Escape');

  await tag(page, '林晓舟', '1');
  await kanwu.answerSave(out);
  await page.keyboard.press('Control+Shift+e');
  await expect.poll(() => readFileSync(out, 'utf8').match(/"PER"/g)).toHaveLength(2);
});

test('annotations of another version come onto the open text, and work goes over to a changed source', async ({
  kanwu,
}) => {
  const path = join(kanwu.folder, 'page.txt');
  writeFileSync(path, BROKEN_PAGE);
  await kanwu.openFile(path);
  const { page } = kanwu;
  await joinNext(page);
  const other = `${JOINED_PAGE.replace('何玉兰', '何玉蓝')}末段讲到张三丰先生。\n`;
  const label = (words: string, type: string) => {
    const start = other.indexOf(words);
    return [start, start + words.length, type];
  };
  const labels = [label('何玉蓝', 'PER'), label('工商银行', 'ORG'), label('张三丰', 'PER')];
  const set = join(kanwu.folder, 'set.jsonl');
  writeFileSync(set, `${JSON.stringify({ text: other, label: labels })}\n`);

  await kanwu.answerOpen(set);
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('button', { name: 'Review…' })).toBeEnabled();
  await noViolations(kanwu, 'import');
  await page.getByRole('button', { name: 'Review…' }).click();
  const review = page.getByRole('dialog', { name: 'Where the mentions stand' });
  await expect(review).toContainText('1 mention is in place.');
  await expect(review.getByRole('option')).toContainText('何玉兰');
  await noViolations(kanwu, 'where the mentions stand');
  await review.getByRole('button', { name: 'Add 2' }).click();
  await expect(mentions(page).getByRole('option')).toHaveText([/工商银行/, /何玉兰/]);

  // The orphan is placed by hand; the join and all mentions are then carried over to a changed file.
  await page.getByText('Not placed (1)').click();
  await noViolations(kanwu, 'mentions that have no place');
  await selectWords(page, '退休教师');
  await page.getByRole('button', { name: 'Place on the selection' }).click();
  await expect(page.getByText('Not placed (1)')).toBeHidden();
  await savedFile(kanwu, path);
  await expect(status(page)).toContainText('Saved');
  writeFileSync(path, `本报讯：新加的一段话。\n\n${BROKEN_PAGE.replace('何玉兰拎着', '提着')}`);
  await kanwu.answerOpen(path);
  await kanwu.menu('file.open');
  await expect(page.getByRole('button', { name: 'Carry the work over…' })).toBeVisible();
  await noViolations(kanwu, 'another source');
  await page.getByRole('button', { name: 'Carry the work over…' }).click();
  const carry = page.getByRole('dialog', { name: 'On the changed text' });
  await expect(carry).toContainText('Corrections: 1 kept');
  await noViolations(kanwu, 'on the changed text');
  await carry.getByRole('button', { name: 'Carry over', exact: true }).click();
  await expect(text(page)).toContainText('市场邀请了中国银行');
  await expect(status(page)).toContainText('Edited');
  const saved = await savedFile(kanwu, path);
  expect(saved.mentions.map(mention => mention.text)).toEqual(['工商银行', '退休教师']);

  // While it is open another program changes the source again, and here something is typed: both come together.
  await clickAt(page, '退休教师');
  await page.keyboard.type('次日');
  writeFileSync(path, `${readFileSync(path, 'utf8').replace('新加的一段话', '改过的一段话')}\n尾声。\n`);
  const changed = page.getByRole('alertdialog', { name: 'Changed on the disk' });
  await expect(changed).toContainText('page.txt');
  await noViolations(kanwu, 'source changed on the disk');
  await changed.getByRole('button', { name: 'Carry the work over…' }).click();
  await expect(carry).toContainText('Corrections: 2 kept');
  await carry.getByRole('button', { name: 'Carry over', exact: true }).click();
  await expect(text(page)).toContainText('改过的一段话');
  await expect(text(page)).toContainText('市场邀请了中国银行');
  await expect(text(page)).toContainText('次日');
  await page.getByRole('tab', { name: 'Mentions' }).click();
  await expect(mentions(page).getByRole('option')).toHaveText([/工商银行/, /退休教师/]);
  const again = await savedFile(kanwu, path);
  expect(again.mentions.map(mention => mention.text)).toEqual(['工商银行', '退休教师']);
  expect(again.source.text).toContain('尾声。');
  await expect(changed).toBeHidden();
});
