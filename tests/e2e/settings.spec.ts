import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Kanwu, test } from './support/launch';
import { BROKEN_PAGE, queued, status } from './support/screen';

/** A break each in two places, and one space too many. */
const PAGE = BROKEN_PAGE.replace('四千二百平方米', '四千二百平 方米');

async function open(kanwu: Kanwu): Promise<string> {
  const path = join(kanwu.folder, 'page.txt');
  writeFileSync(path, PAGE);
  await kanwu.openFile(path);
  await expect(queued(kanwu.page)).toHaveText([/邀请了中/, /人民政/, /四千二百平/]);
  return path;
}

test('a kind of finding that is turned off is neither listed, marked nor counted, also after a restart', async ({
  kanwu,
}) => {
  const path = await open(kanwu);
  await kanwu.page.keyboard.press('Control+,');
  const dialog = kanwu.page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('checkbox', { name: /^Break/ }).uncheck();
  await kanwu.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  for (let start = 0; start < 2; start++) {
    const { page } = kanwu;
    await expect(queued(page)).toHaveText([/四千二百平/]);
    await expect(status(page)).toContainText('1 open, 0 decided');
    await expect(page.getByRole('group', { name: /Suspected break between/ })).toHaveCount(0);
    if (start === 0) await kanwu.restart(path);
  }
  await kanwu.page.keyboard.press('Control+,');
  await kanwu.page.getByRole('checkbox', { name: /^Break/ }).check();
  await expect(status(kanwu.page)).toContainText('3 open, 0 decided');
});

test('what is set is in effect at once and kept', async ({ kanwu }) => {
  await open(kanwu);
  const { page } = kanwu;
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('spinbutton', { name: 'Size of the text' }).fill('24');
  await dialog.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await dialog.getByRole('textbox', { name: /^Your name/ }).fill('沈嘉禾');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+j');
  await expect(status(page)).toContainText('1 decided');
  const kept = () => JSON.parse(readFileSync(join(kanwu.userData, 'config.json'), 'utf8')).settings;
  await expect.poll(kept).toMatchObject({ fontSize: 24, theme: 'dark', author: '沈嘉禾' });
});
