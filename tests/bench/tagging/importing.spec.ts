import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { workingText } from '../../../shared/document/document';
import { exportFormatOf } from '../../../shared/exports';
import { contentsOf, gather } from '../../../shared/exports/gather';
import { drained } from '../../../shared/steps/drained';
import { expect, test } from '../../e2e/support/launch';
import { text } from '../../e2e/support/screen';
import { benchDocument } from '../exports/benchDocument';
import { type Task, TaskClock } from './longestTask';

/** ms a task may keep the window waiting. */
const LIMIT = 50;
const CHARACTERS = Number(process.env['CHARACTERS'] ?? 2_000_000);
const PATIENT = { timeout: 120_000 };

/**
 * All that is waited for and clicked while tasks are measured is named by CSS: to find it by its role has the page's main thread
 * name every row of its lists, in tasks of 50–100 ms that are the test's own.
 */
const dialog = (page: Page, title: string) =>
  page.locator('dialog').filter({ has: page.locator('h2', { hasText: new RegExp(`^${title}$`) }) });
const primary = (page: Page) => page.locator('dialog .button-primary:not(:disabled)');

test('no task takes longer than 50 ms while a large file is imported, cancelled and exported', async ({
  kanwu,
}) => {
  test.setTimeout(1_800_000);
  const document = benchDocument(CHARACTERS);
  const path = join(kanwu.folder, 'bench.txt');
  writeFileSync(path, workingText(document));
  const format = exportFormatOf('doccano');
  if (!format) throw new Error('no doccano');
  const now = new Date().toISOString();
  const job = {
    document,
    text: 'corrected',
    locale: 'en',
    generator: 'bench',
    author: '',
    now,
    options: {},
  } as const;
  const [file] = drained(gather(format, job)).files;
  const set = join(kanwu.folder, 'set.jsonl');
  writeFileSync(set, file ? contentsOf(file) : '');

  const { page } = kanwu;
  await kanwu.answerOpen(path);
  await kanwu.menu('file.open');
  await expect(text(page)).toBeVisible(PATIENT);
  await page.getByRole('tab', { name: 'Mentions' }).click();
  await page.waitForTimeout(3000);

  const clock = await TaskClock.of(page);
  const over: string[] = [];
  const measure = async (name: string, act: () => Promise<unknown>, shown: () => Promise<unknown>) => {
    const { longest, until } = await clock.during(act, shown);
    const told = longest.map(({ work, clock, collection }: Task) =>
      `${work.toFixed(1)} (${clock.toFixed(0)}, ${collection.toFixed(0)})`.padStart(17),
    );
    console.log(`${name.padEnd(38)}${told.join('')}   ${until.toFixed(0).padStart(6)} ms until shown`);
    if ((longest[0]?.work ?? 0) > LIMIT) over.push(name);
  };
  const review = dialog(page, 'Where the mentions stand');
  const mention = page.locator('[role="listbox"][aria-label="Mentions"] [role="option"]').first();
  const working = page.locator('dialog[role="alertdialog"]');
  const choose = async () => {
    await kanwu.answerOpen(set);
    await page.keyboard.press('Control+i');
  };
  console.log(`${CHARACTERS} characters, ${statSync(set).size} bytes of doccano JSONL`);
  console.log('the longest three tasks, ms of processor time (by the clock, of it collecting garbage)');
  await measure('read, and cancelled by Escape', choose, async () => {
    // A short file is read before there is anything to cancel.
    await working.or(dialog(page, 'Import')).first().waitFor(PATIENT);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  });
  await measure('read', choose, () => primary(page).waitFor(PATIENT));
  await measure(
    'places looked for',
    () => primary(page).click(),
    () => review.waitFor(PATIENT),
  );
  await measure(
    'taken in',
    () => primary(page).click(),
    () => mention.waitFor(PATIENT),
  );
  await measure(
    'undone',
    async () => {
      await page.locator('[contenteditable="true"]').first().focus();
      await page.keyboard.press('Control+z');
    },
    () => mention.waitFor({ state: 'detached' }),
  );
  await page.keyboard.press('Control+Shift+z');
  await page.waitForTimeout(2000);
  for (const [id, name] of [
    ['tei', 'TEI P5'],
    ['docx', 'Word document'],
  ] as const) {
    const out = join(kanwu.folder, `out.${id}`);
    await page.keyboard.press('Control+e');
    await dialog(page, 'Export')
      .getByRole('radio', { name: new RegExp(name) })
      .check();
    await page.waitForTimeout(2000);
    await kanwu.answerSave(out);
    await measure(
      `exported as ${name}`,
      () => primary(page).click(),
      () => dialog(page, 'Exported').waitFor(PATIENT),
    );
    expect(existsSync(out)).toBe(true);
    await page.keyboard.press('Escape');
  }
  await choose();
  await primary(page).waitFor(PATIENT);
  await page.getByRole('radio', { name: /document of its own/ }).check();
  await kanwu.answerMessage(1);
  await measure(
    'opened as a document of its own',
    () => primary(page).click(),
    () =>
      page.waitForFunction(() => globalThis.document.title.includes('set'), null, {
        polling: 200,
        ...PATIENT,
      }),
  );
  await page.waitForTimeout(3000);
  const saved = join(kanwu.folder, 'set.kanwu.json');
  await kanwu.answerSave(saved);
  await measure(
    'saved',
    () => page.keyboard.press('Control+s'),
    () => expect.poll(() => existsSync(saved), PATIENT).toBe(true),
  );
  console.log(over.length === 0 ? 'Limits not met: none.' : `Over ${LIMIT} ms: ${over.join('; ')}`);
});
