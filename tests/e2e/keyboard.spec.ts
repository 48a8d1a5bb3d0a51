import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/launch';
import { blocks, findings, queued, status, text } from './support/screen';

test('the text has the keyboard as soon as it is open', async ({ kanwu }) => {
  const { page } = kanwu;
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(text(page)).toBeFocused();
  const path = join(kanwu.folder, 'page.txt');
  writeFileSync(path, '第一段。\n');
  await kanwu.answerOpen(path);
  await page.keyboard.press('Control+o');
  await expect(text(page)).toHaveText('第一段。');
  await expect(text(page)).toBeFocused();
  await page.keyboard.insertText('新');
  await expect(text(page)).toHaveText('新第一段。');
});

test('the whole job is done from the keyboard alone', async ({ kanwu }) => {
  test.slow();
  const { page } = kanwu;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const selectedWords = () => page.evaluate(() => String(getSelection()));
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();

  await test.step('open the sample through the list of commands', async () => {
    await press('Control+Shift+p');
    await expect(page.getByRole('combobox', { name: 'Type to find a command' })).toBeFocused();
    await page.keyboard.type('sample');
    await press('Enter');
    await expect(text(page)).toContainText('退休教师何玉');
    await expect(queued(page).first()).toBeVisible();
  });
  const decided = (n: number) => expect(status(page)).toContainText(`${n} decided`);

  await test.step('next, join, keep, undo', async () => {
    await press('Alt+ArrowDown');
    await expect(findings(page).getByRole('option', { selected: true })).toContainText('何玉');
    await press('Alt+j');
    await decided(1);
    await expect(text(page)).toContainText('退休教师何玉兰拎着布袋');
    await expect(findings(page).getByRole('option', { selected: true })).toContainText('签订协议');
    await press('Alt+k');
    await decided(2);
    await press('Control+z');
    await decided(1);
    await press('Control+z');
    await decided(0);
    await expect(blocks(page).nth(1)).toHaveText(/退休教师何玉$/);
    await press('Control+Shift+z');
    await decided(1);
  });

  await test.step('select words with Shift and the arrows, tag, change type and extent, remove', async () => {
    await expect(text(page)).toBeFocused();
    await press('Control+Home', 'ArrowDown', 'Home');
    await press(...Array<string>(3).fill('Shift+ArrowRight'));
    await expect.poll(selectedWords).toBe('本报讯');
    await press('Alt+2');
    await expect(status(page)).toContainText('1 mention');
    await press('ArrowLeft', 'ArrowRight');
    await press('Alt+8');
    await expect(status(page)).toContainText('1 mention');
    await press('Shift+Alt+End', 'Shift+Alt+ArrowLeft');
    const first = page.locator('.mention');
    await expect(first).toHaveText('本报');
    await press('Shift+Alt+Home', 'Shift+Alt+ArrowRight');
    await expect(first).toHaveText('报');
    await expect(first).toHaveAttribute('data-label', 'WORK');
    await press('Alt+Backspace');
    await expect(status(page)).toContainText('0 mentions');
  });

  await test.step('a command of the list works on what is selected in the text', async () => {
    await press('Control+Home', 'ArrowDown', 'Home', 'Shift+ArrowRight', 'Shift+ArrowRight');
    await press('Control+Shift+p');
    await page.keyboard.type('tag person');
    await press('Enter');
    await expect(status(page)).toContainText('1 mention');
    await press('Control+z');
    await expect(status(page)).toContainText('0 mentions');
  });

  await test.step('save', async () => {
    const place = join(kanwu.folder, 'sample.kanwu.json');
    await kanwu.answerSave(place);
    await press('Control+s');
    await expect(status(page)).toContainText('Saved');
    expect(JSON.parse(readFileSync(place, 'utf8')).decisions).toHaveLength(1);
  });

  await test.step('F6 goes round the panes and back', async () => {
    const pane = () =>
      page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'));
    await expect.poll(pane).toBe('text');
    const round: unknown[] = [];
    for (let n = 0; n < 5; n++) {
      await press('F6');
      round.push(await pane());
    }
    expect(round).toEqual(['inspector', 'status', 'toolbar', 'outline', 'text']);
    await press('Shift+F6');
    expect(await pane()).toBe('outline');
  });

  await test.step('decide in the queue itself, and go to the place', async () => {
    await press('F6', 'F6');
    await expect(findings(page)).toBeFocused();
    await press('Home');
    await expect(findings(page).getByRole('option', { selected: true })).toContainText('签订协议');
    await press('j');
    await decided(2);
    await expect(findings(page)).toBeFocused();
    await expect(findings(page).getByRole('option', { selected: true })).toBeVisible();
    await press('Enter');
    await expect(text(page)).toBeFocused();
  });

  await test.step('the keys are listed under F1', async () => {
    await press('F1');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await expect(sheet).toContainText('Alt+J');
    await press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(text(page)).toBeFocused();
  });

  await test.step('menus by arrow keys', async () => {
    await press('Shift+F6', 'Shift+F6');
    await press('Home', 'ArrowDown');
    await expect(page.getByRole('menu', { name: 'Menu' })).toBeVisible();
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight');
    await expect(page.getByRole('menu', { name: 'View' })).toBeVisible();
    await press('Enter');
    await expect(page.getByRole('navigation', { name: 'Outline' })).toHaveCount(0);
  });
});
