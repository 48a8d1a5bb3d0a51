import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { clickAt, openText, savedFile } from './support/document';
import { expect, test } from './support/launch';
import { BROKEN_PAGE, blocks, blocksOf, JOINED_PAGE, joinNext, status, text } from './support/screen';

/** What the program promises: a change this old (ms) is in the journal. */
const JOURNALED = 250;

test('work is there again after a kill, can be undone past the save, and taken back to it', async ({
  kanwu,
}) => {
  const path = join(kanwu.folder, 'page.txt');
  writeFileSync(path, BROKEN_PAGE);
  await kanwu.openFile(path);
  await joinNext(kanwu.page);
  await joinNext(kanwu.page);
  await savedFile(kanwu, path);
  await clickAt(kanwu.page, '清晨六点');
  await kanwu.page.keyboard.type('次日');
  await expect(text(kanwu.page)).toContainText('次日清晨六点');
  await delay(JOURNALED);
  await kanwu.restart();

  const { page } = kanwu;
  const unsaved = page.getByRole('region', { name: 'Unsaved work' });
  await expect(unsaved).toContainText('page.txt');
  await unsaved.getByRole('button', { name: 'Open unsaved work on “page.txt”' }).click();
  await expect(text(page)).toContainText('次日清晨六点');
  const notices = page.getByRole('status', { name: 'Notices' });
  await expect(notices).toContainText('Recovered 1 change made after the last save.');
  await expect(status(page)).toContainText('Edited');

  await page.getByRole('button', { name: 'Go back to what was saved' }).click();
  await expect(blocks(page)).toHaveText([...blocksOf(JOINED_PAGE)]);
  await expect(status(page)).not.toContainText('Edited');
  // That was a step like any other; and the steps of before the kill are there as well.
  await text(page).focus();
  for (let n = 0; n < 4; n++) await page.keyboard.press('Control+z');
  await expect(blocks(page)).toHaveText([...blocksOf(BROKEN_PAGE)]);
  for (let n = 0; n < 3; n++) await page.keyboard.press('Control+Shift+z');
  await expect(text(page)).toContainText('次日清晨六点');
  await savedFile(kanwu, path);
  await expect(status(page)).toContainText('Saved');

  // Closed in the ordinary way: opened again the file is as saved, and still Undo goes on.
  await kanwu.closeWindow();
  await kanwu.ended;
  await kanwu.restart(path);
  await expect(status(kanwu.page)).toContainText('Saved');
  await expect(text(kanwu.page)).toContainText('次日清晨六点');
  await expect(() => kanwu.menu('edit.undo')).toPass();
  await expect(text(kanwu.page)).not.toContainText('次日');
  await expect(status(kanwu.page)).toContainText('Edited');
});

test('a page that hangs is waited for, or loaded anew with everything', async ({ kanwu }) => {
  await openText(kanwu, BROKEN_PAGE);
  await clickAt(kanwu.page, '清晨六点');
  await kanwu.page.keyboard.insertText('次日');
  await expect(text(kanwu.page)).toContainText('次日清晨六点');
  await kanwu.answerMessage(1);
  await kanwu.reportUnresponsive();
  await delay(JOURNALED);
  await expect(text(kanwu.page)).toContainText('次日清晨六点');

  await kanwu.page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  await kanwu.answerMessage(0);
  await kanwu.reportUnresponsive();
  const notices = () => kanwu.page.getByRole('status', { name: 'Notices' });
  await expect(() => expect(notices()).toContainText('started again', { timeout: 1000 })).toPass();
  await expect(notices()).toContainText('Recovered 1 change');
  await expect(text(kanwu.page)).toContainText('次日清晨六点');
  const asked = (await kanwu.dialogs()).filter(({ kind }) => kind === 'message');
  expect(asked.map(({ options }) => options.message)).toEqual(Array(2).fill('The window does not respond.'));
  await text(kanwu.page).focus();
  await kanwu.page.keyboard.press('Control+z');
  await expect(text(kanwu.page)).not.toContainText('次日');
});
