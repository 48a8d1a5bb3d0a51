import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { noViolations } from './support/accessible';
import { expect, test } from './support/launch';
import { mentions, selectWords, status, tag, text } from './support/screen';

const PAGE = `# 郑州日报

2023年2月24日　星期五　第3版

上街区昨日召开会议，区里将投入15亿元，该区还与中国银行签约。

2月23日下午3时半，上街区再次签约。
`;

const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const entities = (page: Page) => page.getByRole('listbox', { name: 'Entities', exact: true });
const mentionRow = (page: Page, words: string): Locator =>
  mentions(page)
    .getByRole('option')
    .filter({ has: page.getByText(words, { exact: true }) });

test.describe('register of entities', () => {
  test('several mentions are said to mean one entity, which is edited, split, merged and kept', async ({
    kanwu,
  }) => {
    const { page } = kanwu;
    const path = join(kanwu.folder, 'page.txt');
    writeFileSync(path, PAGE);
    await kanwu.openFile(path);
    for (const [words, key] of [
      ['上街区', '3'],
      ['区里', '3'],
      ['该区', '3'],
    ] as const) {
      await tag(page, words, key);
    }

    // Who is this? Three mentions, one step.
    await tab(page, 'Mentions').click();
    await mentionRow(page, '上街区').click();
    await mentionRow(page, '区里').click({ modifiers: ['Control'] });
    await mentionRow(page, '该区').click({ modifiers: ['Control'] });
    await page.keyboard.press('Alt+l');
    const picker = page.getByRole('dialog', { name: 'Link 3 mentions' });
    await expect(picker.getByRole('combobox')).toBeFocused();
    await expect(picker.getByRole('option')).toHaveText(['LOCNew entity “上街区”']);
    await noViolations(kanwu, 'whom mentions mean');
    await page.keyboard.press('Enter');

    // Its card: an address becomes an identifier, what is none is refused.
    await tab(page, 'Register').click();
    await expect(entities(page).getByRole('option')).toHaveText([/上街区.*3 mentions/]);
    await entities(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const card = page.getByRole('region', { name: 'Entity: 上街区' });
    const identifier = card.getByRole('textbox', { name: 'Identifier' });
    await identifier.fill('956');
    await identifier.press('Enter');
    await expect(card.getByRole('alert')).toContainText('expected Q and digits');
    await identifier.fill('https://www.wikidata.org/wiki/Q1361163');
    await identifier.press('Enter');
    await expect(card.getByText('Q1361163', { exact: true })).toBeVisible();
    await noViolations(kanwu, 'entity');

    // 区里 was somebody else after all; and then not.
    const linked = card.getByRole('listbox', { name: 'Mentions of 上街区' });
    await linked.getByRole('option').nth(1).click();
    await expect(status(page)).toContainText('2 selected');
    await card.getByRole('button', { name: 'Make 1 a new entity' }).click();
    await expect(page.getByRole('region', { name: 'Entity: 区里' })).toBeVisible();
    await page.getByRole('button', { name: 'Merge with…' }).click();
    await page.keyboard.type('上街');
    await noViolations(kanwu, 'merge');
    await page.keyboard.press('Enter');
    await expect(card.getByLabel('Other names')).toHaveValue('区里');
    await expect(linked.getByRole('option')).toHaveCount(3);

    // Back to the list, undo the merge and do it again: entities and links go together.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect(entities(page).getByRole('option')).toHaveCount(2);
    await page.keyboard.press('Control+Shift+z');
    await expect(entities(page).getByRole('option')).toHaveText([/上街区.*3 mentions.*区里 · Q1361163/]);
    await noViolations(kanwu, 'register');

    await page.keyboard.press('Control+s');
    await expect(status(page)).toContainText('Saved');
    const kept = JSON.parse(readFileSync(join(kanwu.folder, 'page.kanwu.json'), 'utf8'));
    const [entity] = kept.entities;
    expect(kept.entities).toEqual([
      expect.objectContaining({
        name: '上街区',
        type: 'LOC',
        aliases: ['区里'],
        identifiers: [{ scheme: 'wikidata', value: 'Q1361163' }],
      }),
    ]);
    expect(kept.mentions.map((mention: { entity: string }) => mention.entity)).toEqual(
      Array(3).fill(entity.id),
    );
  });

  test('dates and amounts are normalised in one step, and what no longer fits is told', async ({ kanwu }) => {
    const { page } = kanwu;
    const path = join(kanwu.folder, 'page.txt');
    writeFileSync(path, PAGE);
    await kanwu.openFile(path);
    for (const [words, key] of [
      ['昨日', '4'],
      ['15亿元', '6'],
      ['2月23日', '4'],
      ['下午3时半', '5'],
    ] as const) {
      await tag(page, words, key);
    }
    await kanwu.menu('tag.normalise');
    const dialog = page.getByRole('dialog', { name: 'Normalise dates and amounts' });
    await expect(dialog).toContainText('2 dates hang on the day of issue.');
    await expect(dialog.getByRole('button', { name: /^Normalise \d/ })).toBeFocused();
    await dialog.getByRole('button', { name: '2023-02-24, as “2023年2月24日” says' }).click();
    await expect(dialog.getByRole('option')).toHaveText([
      'DATE昨日2023-02-23',
      'MONEY15亿元1500000000 CNY',
      'DATE2月23日2023-02-23',
      'TIME下午3时半15:30',
    ]);
    await noViolations(kanwu, 'normalise');
    await dialog.getByRole('button', { name: 'Normalise 4' }).click();

    await tab(page, 'Register').click();
    await expect(page.getByLabel('Day of issue')).toHaveValue('2023-02-24');
    const problems = page.getByRole('button', { name: /^Problems/ });
    await expect(problems).toHaveText('Problems (0)');

    // The amount is corrected; its normal form is not any more.
    await selectWords(page, '5亿');
    await page.keyboard.type('6亿');
    await expect(text(page)).toContainText('16亿元');
    await expect(problems).toHaveText('Problems (1)');
    await problems.click();
    await noViolations(kanwu, 'problems of the register');
    await page.getByRole('listbox', { name: 'Problems' }).getByRole('option').click();
    await expect(status(page)).toContainText('4 selected');

    await tab(page, 'Mentions').click();
    const details = page.getByRole('region', { name: 'Details of the mention' });
    await noViolations(kanwu, 'details of a mention');
    await details.getByRole('button', { name: 'Use 1600000000 CNY' }).click();
    await expect(details.getByLabel('Normal form')).toHaveValue('1600000000 CNY');
    await tab(page, 'Register').click();
    await expect(problems).toHaveText('Problems (0)');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(page.getByLabel('Day of issue')).toHaveValue('');
  });
});
