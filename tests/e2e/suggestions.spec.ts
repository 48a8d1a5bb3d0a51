import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noViolations } from './support/accessible';
import { openText, paintedMentions, savedFile } from './support/document';
import { expect, type Kanwu, test } from './support/launch';
import { BROKEN_PAGE, pastePlain, queued, selectWords, status } from './support/screen';

const names = ({ page }: Kanwu) => page.getByRole('listbox', { name: 'Names suggested' });
const name = (kanwu: Kanwu, words: string) => names(kanwu).getByRole('option').filter({ hasText: words });

test('a name tagged once is tagged everywhere in one step, also where a break cuts it', async ({ kanwu }) => {
  await openText(kanwu, `${BROKEN_PAGE}\n中国银行说，中国银行行长和别的银行都来了。\n`);
  const { page } = kanwu;
  await expect(queued(page).first()).toBeVisible();
  await selectWords(page, '中国银行');
  await page.keyboard.press('Alt+2');
  const card = page.getByRole('status', { name: 'Other occurrences' });
  await expect(card).toContainText('2 more of 中国银行');
  await page.keyboard.press('Alt+e');
  const dialog = page.getByRole('dialog', { name: 'Tag “中国银行” as Organisation' });
  await expect(dialog.getByRole('option')).toHaveCount(2);
  await expect(dialog.getByRole('option').first()).toContainText('Cut by a suspected break');
  await expect(dialog.getByRole('button', { name: 'Tag 2' })).toBeFocused();
  await noViolations(kanwu, 'every occurrence');
  await page.keyboard.press('Enter');
  await expect(card).not.toContainText('more of');
  await expect(status(page)).toContainText('3 mentions');
  await expect(status(page)).toContainText('1 decided');
  expect(await paintedMentions(page)).toEqual(Array(3).fill('ORG 中国银行'));
  await page.keyboard.press('Control+z');
  await expect(status(page)).toContainText('1 mention');
  await expect(status(page)).toContainText('0 decided');
});

test('suggestions are decided from the keyboard, and names decided or listed are suggested in other documents', async ({
  kanwu,
}) => {
  const path = await openText(
    kanwu,
    '本报讯（记者 王建国 通讯员 李晓明）临江市图书馆昨日开放。\n\n王建国说，去年的读者多了一成。\n',
  );
  const { page } = kanwu;
  await page.keyboard.press('F7');
  await expect(name(kanwu, '王建国')).toContainText('×2');
  await noViolations(kanwu, 'suggestions');
  await page.keyboard.press('Control+Shift+j');
  await expect(page.getByRole('dialog')).toBeVisible();
  await noViolations(kanwu, 'sure suggestions');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(name(kanwu, '王建国')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+Alt+j');
  await expect.poll(() => paintedMentions(page)).toEqual(['PER 王建国', 'PER 王建国']);
  // On to the next, which is none; undo brings it back.
  await expect(name(kanwu, '李晓明')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Alt+k');
  await expect(name(kanwu, '李晓明')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(name(kanwu, '李晓明')).toBeVisible();
  // A key opens the menu of types; only a choice in it accepts.
  await name(kanwu, '图书馆').click();
  await page.getByRole('combobox', { name: 'Accept as another type' }).press('ArrowUp');
  await page.keyboard.press('Escape');
  await expect(name(kanwu, '图书馆')).toBeVisible();
  expect(await paintedMentions(page)).toEqual(['PER 王建国', 'PER 王建国']);
  // Retyped while accepted.
  await name(kanwu, '图书馆').click();
  await page.keyboard.press('Alt+3');
  await expect.poll(() => paintedMentions(page)).toContain('LOC 临江市图书馆');
  // Later occurrences of a tagged name are suggested as well, typed or pasted, and tagged in one step.
  await page.getByRole('textbox', { name: 'Text' }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('此后王建国走了。');
  await expect(name(kanwu, '王建国')).toContainText('Tagged like this elsewhere');
  await pastePlain(page, '后来王建国又来了。');
  await expect(name(kanwu, '王建国')).toContainText('×2');
  await name(kanwu, '王建国').click();
  await page.keyboard.press('Shift+Alt+j');
  await expect.poll(async () => (await paintedMentions(page)).filter(m => m === 'PER 王建国').length).toBe(4);
  await savedFile(kanwu, path);

  const other = await openText(kanwu, '那天王建国不在，远望号起航了。\n', 'other.txt');
  await page.keyboard.press('F7');
  await expect(name(kanwu, '王建国')).toContainText('Accepted earlier in “page.txt”');
  const wrong = join(kanwu.folder, 'wrong.csv');
  writeFileSync(wrong, 'name,type\n远望号\n');
  await kanwu.answerOpen(wrong);
  await kanwu.menu('file.gazetteer');
  await expect(page.getByRole('alertdialog')).toContainText('line 2: the type is missing');
  await page.keyboard.press('Escape');
  const ships = join(kanwu.folder, 'ships.csv');
  writeFileSync(ships, '名称,类型,编号\n远望号,ORG,Q5\n');
  await kanwu.answerOpen(ships);
  await kanwu.menu('file.gazetteer');
  await expect(name(kanwu, '远望号')).toContainText('Listed in the gazetteer “ships”');
  await name(kanwu, '远望号').click();
  await page.keyboard.press('Alt+j');
  await expect.poll(() => paintedMentions(page)).toEqual(['ORG 远望号']);
  await savedFile(kanwu, other);
  const saved = JSON.parse(readFileSync(join(kanwu.folder, 'other.kanwu.json'), 'utf8'));
  expect(saved.entities).toMatchObject([
    { name: '远望号', identifiers: [{ scheme: 'wikidata', value: 'Q5' }] },
  ]);
});
