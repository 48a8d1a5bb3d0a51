import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from './support/accessible';
import { expect, test } from './support/launch';
import {
  BROKEN_PAGE,
  findings,
  mentions,
  openCount,
  queued,
  selectWords,
  status,
  tag,
} from './support/screen';

test('no screen or dialog violates axe-core’s rules, light or dark', async ({ kanwu }) => {
  test.slow();
  const { page } = kanwu;
  const found: string[] = [];
  const look = async (screen: string) => found.push(...(await violations(kanwu, screen)));
  const dialog = page.getByRole('dialog');
  const over = async (screen: string, command: string) => {
    await expect(() => kanwu.menu(command)).toPass();
    await expect(dialog).toBeVisible();
    await look(screen);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
  await look('welcome, nothing yet');

  const path = join(kanwu.folder, 'page.txt');
  writeFileSync(path, BROKEN_PAGE);
  await kanwu.openFile(path);
  await expect(queued(page)).toHaveCount(2);
  await look('document');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(findings(page).getByRole('option', { selected: true })).toBeVisible();
  await look('current finding');
  await over('accept all', 'review.acceptAll');
  await page.keyboard.press('Alt+j');
  await openCount(page, 1, 1);
  await tag(page, '中国银行', '2');
  await expect(status(page)).toContainText('1 mention');
  await look('tag bar');
  await selectWords(page, '工商银行、邮储银行');
  await page.keyboard.press('Alt+3');
  await page.getByRole('tab', { name: 'Mentions' }).click();
  await mentions(page).getByRole('option').first().click();
  await look('mentions, one selected');
  await page.getByRole('searchbox', { name: 'Filter mentions' }).fill('没有');
  await look('mentions, none match');
  await page.getByRole('tab', { name: 'Register' }).click();
  await look('register, empty');
  await page.getByRole('tab', { name: 'Findings' }).click();
  await page.keyboard.press('Alt+u');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('menu', { name: 'File' })).toBeVisible();
  await look('menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await over('types of mention', 'tag.tagset');
  await over('commands', 'view.palette');
  await over('keys', 'help.keys');
  await over('settings', 'app.settings');
  await over('diagnostics', 'help.diagnostics');
  await over('export', 'file.export');
  await over('about', 'help.about');
  await over('encoding', 'file.encoding');
  await kanwu.answerMessage(1);
  await page.keyboard.press('Control+w');
  await expect(page.getByRole('region', { name: 'Recent files' }).getByRole('listitem')).toHaveCount(1);
  await look('welcome, recent files');
  await kanwu.answerOpen(join(kanwu.folder, 'gone.txt'));
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await look('error');
  expect(found).toEqual([]);
});
