import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noViolations } from './support/accessible';
import { clickAt, savedFile } from './support/document';
import { expect, test } from './support/launch';
import { BROKEN_PAGE, joinNext, status, text } from './support/screen';

test('what another program wrote is noticed and compared, and every version that was replaced can be had back', async ({
  kanwu,
}) => {
  const { page } = kanwu;
  const path = join(kanwu.folder, 'page.txt');
  const annotations = join(kanwu.folder, 'page.kanwu.json');
  writeFileSync(path, BROKEN_PAGE);
  await kanwu.openFile(path);
  await joinNext(page);
  await savedFile(kanwu, path);
  const first = readFileSync(annotations);
  await joinNext(page);
  await savedFile(kanwu, path);
  await clickAt(page, '清晨六点');
  await page.keyboard.type('次日');
  await expect(status(page)).toContainText('Edited');

  writeFileSync(annotations, first);
  const dialog = page.getByRole('alertdialog', { name: 'Changed on the disk' });
  await expect(dialog).toContainText('Another program wrote “page.kanwu.json”');
  await dialog.getByRole('button', { name: 'Compare' }).click();
  // Mine are the second join, its decision and what was typed; on the disk nothing is that is not here.
  await expect(dialog.getByRole('row', { name: 'Corrections' })).toHaveText('Corrections20');
  await expect(dialog.getByRole('row', { name: 'Decisions' })).toHaveText('Decisions10');
  await expect(dialog.getByRole('list', { name: 'What differs' }).getByRole('listitem')).toHaveCount(3);
  await noViolations(kanwu, 'changed on the disk');
  await dialog.getByRole('button', { name: 'Load anew' }).click();
  await expect(status(page)).toContainText('1 open, 1 decided');
  await expect(text(page)).not.toContainText('次日');

  // Nothing of what was open is gone: it waits in the list.
  await kanwu.menu('file.close');
  await expect(page.getByRole('button', { name: 'Open unsaved work on “page.txt”' })).toBeVisible();
  await noViolations(kanwu, 'welcome with unsaved work');
  await page.getByRole('button', { name: 'Open unsaved work on “page.txt”' }).click();
  await expect(text(page)).toContainText('次日清晨六点');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  const asked = (await kanwu.dialogs()).length;
  await savedFile(kanwu, path);
  expect((await kanwu.dialogs()).length).toBe(asked);

  await expect(() => kanwu.menu('file.earlier')).toPass();
  const earlier = page.getByRole('dialog', { name: 'Restore an earlier version' });
  // The first version, once: it was replaced by the second save, and again where it had been put back.
  await expect(earlier.getByRole('radio')).toHaveCount(1);
  await noViolations(kanwu, 'earlier versions');
  await earlier.getByRole('radio').first().check();
  await earlier.getByRole('button', { name: 'Restore' }).click();
  await expect(text(page)).not.toContainText('次日');
  await expect(status(page)).toContainText('Edited');
  await text(page).focus();
  await page.keyboard.press('Control+z');
  await expect(text(page)).toContainText('次日清晨六点');
});
