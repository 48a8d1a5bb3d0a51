import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeAnnotations } from '../../../shared/annotation/writeAnnotations';
import { expect, test } from '../../e2e/support/launch';
import { text } from '../../e2e/support/screen';
import { type Task, TaskClock } from './longestTask';
import { smoothDocument } from './smoothDocument';

/** ms a task may keep the window waiting. */
const LIMIT = 50;
const CHARACTERS = Number(process.env['CHARACTERS'] ?? 5_000_000);

const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const rows = (page: Page, list: string) =>
  page.getByRole('listbox', { name: list, exact: true }).getByRole('option');

test('no task takes longer than 50 ms in a text of 5 M characters with 125,000 mentions', async ({
  kanwu,
}) => {
  test.setTimeout(900_000);
  const document = smoothDocument(CHARACTERS);
  const sha256 = createHash('sha256').update(document.source.text).digest('hex');
  const path = join(kanwu.folder, 'bench.txt');
  writeFileSync(path, document.source.text);
  const extras = { generator: 'bench', saved: new Date().toISOString(), orphans: [] };
  writeFileSync(
    join(kanwu.folder, 'bench.kanwu.json'),
    writeAnnotations({ ...document, source: { ...document.source, sha256 } }, extras),
  );
  const { page } = kanwu;
  await kanwu.answerOpen(path);
  await kanwu.menu('file.open');
  await expect(text(page)).toBeVisible({ timeout: 120_000 });
  // What workers find is none of what is measured.
  await tab(page, 'Suggestions').click();
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 600_000 });
  await tab(page, 'Findings').click();
  await page.waitForTimeout(3000);

  const clock = await TaskClock.of(page);
  const measured: { readonly name: string; readonly longest: readonly Task[] }[] = [];
  const measure = async (
    name: string,
    action: () => Promise<unknown>,
    shown: () => Promise<unknown> = async () => undefined,
  ) => {
    const { longest, until } = await clock.during(action, shown);
    measured.push({ name, longest });
    const tasks = longest
      .map(({ work, clock, collection }) =>
        `${work.toFixed(1)} (${clock.toFixed(0)}, ${collection.toFixed(0)})`.padStart(17),
      )
      .join('');
    console.log(`${name.padEnd(38)}${tasks}   ${until.toFixed(0).padStart(6)} ms until shown`);
  };
  const shows = (list: string) => () => expect(rows(page, list).first()).toBeVisible({ timeout: 60_000 });
  /** What was done can be redone: the step was taken back. */
  const undone = () =>
    expect
      .poll(async () => (await kanwu.menuItems()).find(({ id }) => id === 'edit.redo')?.enabled ?? false, {
        timeout: 60_000,
      })
      .toBe(true);
  const dialogIs = (count: number) => () => expect(page.getByRole('dialog')).toHaveCount(count);
  const key =
    (...keys: readonly string[]) =>
    async () => {
      for (const one of keys) await page.keyboard.press(one);
    };

  console.log('the longest three tasks, ms of processor time (by the clock, of it collecting garbage)');
  await measure('open the Mentions tab', () => tab(page, 'Mentions').click(), shows('Mentions'));
  await rows(page, 'Mentions').first().click();
  await page.waitForTimeout(500);
  await measure('select all', key('Control+a'));
  await measure('retype all', key('8'));
  await measure('undo that', () => kanwu.menu('edit.undo'), undone);
  await measure('redo it', key('Control+Shift+z'));
  await measure('undo again', () => kanwu.menu('edit.undo'), undone);
  await measure('select all anew', key('Control+a'));
  await measure('remove all', key('Delete'));
  await measure('undo the removal', () => kanwu.menu('edit.undo'), undone);
  const order = page.getByRole('combobox', { name: /order/i });
  for (const by of ['type', 'entity', 'text', 'order'])
    await measure(`order by ${by}`, () => order.selectOption(by));
  await measure('open the Register tab', () => tab(page, 'Register').click(), shows('Entities'));
  await measure('open the Findings tab', () => tab(page, 'Findings').click());
  await measure('open the Register tab again', () => tab(page, 'Register').click(), shows('Entities'));
  await page.waitForTimeout(2000);
  await measure('Problems view', () => page.getByRole('button', { name: /^Problems/ }).click());
  await measure(
    'Entities view',
    () => page.getByRole('button', { name: 'Entities' }).click(),
    shows('Entities'),
  );
  await rows(page, 'Entities').nth(0).click();
  await rows(page, 'Entities')
    .nth(1)
    .click({ modifiers: ['Control'] });
  await measure('merge two entities, one of 12,000', () =>
    page.getByRole('button', { name: /^Merge / }).click(),
  );
  await measure('undo the merge', () => kanwu.menu('edit.undo'), undone);
  await rows(page, 'Entities').nth(0).click();
  await measure('open the card of one', key('Enter'));
  await measure(
    'open the merge dialog',
    () => page.getByRole('button', { name: 'Merge with…' }).click(),
    dialogIs(1),
  );
  await measure('type in it', key('3', '3', '3'));
  await measure('merge with the chosen', key('Enter'), dialogIs(0));
  await measure('undo that merge', () => kanwu.menu('edit.undo'), undone);
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('第一厂');
  await measure('rename an entity', () => name.press('Enter'));
  await measure('undo the renaming', () => kanwu.menu('edit.undo'), undone);
  await measure(
    'open Normalise',
    () => kanwu.menu('tag.normalise'),
    () => expect(page.getByRole('button', { name: /^Normalise \d/ })).toBeEnabled({ timeout: 60_000 }),
  );
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Choose all' }).click();
  await measure('apply it', () => page.getByRole('button', { name: /^Normalise \d/ }).click(), dialogIs(0));
  await measure('undo the normal forms', () => kanwu.menu('edit.undo'), undone);
  await measure('open the types of mention', () => kanwu.menu('tag.tagset'), dialogIs(1));
  await dialog.getByRole('option', { name: 'Organisation' }).click();
  await page.keyboard.press('Delete');
  await dialog.getByRole('radio', { name: 'Remove them too' }).check();
  await measure(
    'remove a type and its mentions',
    () => dialog.getByRole('button', { name: 'Remove the type' }).click(),
    () => expect(dialog.getByRole('option', { name: 'Organisation' })).toHaveCount(0, { timeout: 60_000 }),
  );
  await page.keyboard.press('Escape');
  await measure('undo that removal', () => kanwu.menu('edit.undo'), undone);
  const over = measured.filter(({ longest }) => (longest[0]?.work ?? 0) > LIMIT);
  console.log(
    over.length === 0 ? 'Limits not met: none.' : `Over ${LIMIT} ms: ${over.map(o => o.name).join('; ')}`,
  );
});
