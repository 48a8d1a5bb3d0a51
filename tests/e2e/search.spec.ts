import { noViolations } from './support/accessible';
import { exportedText, openText, paintedMentions, savedFile, selectWords, textbox } from './support/document';
import { expect, type Kanwu, test } from './support/launch';
import { BROKEN_PAGE } from './support/screen';

const TEXT = [
  '# 改造',
  '市场邀请了银行的经理，银行答应参加。',
  '第二天银行又来了。The bank and the bankers met at Bank.',
  '末段没有。',
]
  .join('\n\n')
  .concat('\n');

const bar = ({ page }: Kanwu) => page.getByRole('search', { name: 'Find and replace' });
const query = (kanwu: Kanwu) => bar(kanwu).getByRole('textbox', { name: 'Find', exact: true });
const count = (kanwu: Kanwu) => bar(kanwu).locator('output');

/** The words painted by a highlight. */
const painted = ({ page }: Kanwu, name: string) =>
  page.evaluate(
    wanted =>
      [...(CSS.highlights.get(wanted) ?? [])].map(
        ({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = new Range();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return String(range);
        },
      ),
    name,
  );

test('finds as one types, goes on and back round the ends, and Escape returns to the text there', async ({
  kanwu,
}) => {
  await openText(kanwu, TEXT);
  const { page } = kanwu;
  await textbox(page).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await expect(query(kanwu)).toBeFocused();
  await page.keyboard.type('银行');
  await expect(count(kanwu)).toHaveText('1 / 3');
  expect(await painted(kanwu, 'match-current')).toEqual(['银行']);
  expect(await painted(kanwu, 'match')).toEqual(['银行', '银行']);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(count(kanwu)).toHaveText('3 / 3');
  await page.keyboard.press('Enter');
  await expect(count(kanwu)).toContainText('1 / 3');
  await expect(count(kanwu)).toContainText('from the start again');
  await page.keyboard.press('Shift+Enter');
  await expect(count(kanwu)).toContainText('3 / 3');
  await page.keyboard.press('F3');
  await page.keyboard.press('F3');
  await expect(count(kanwu)).toContainText('2 / 3');
  await expect(query(kanwu)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bar(kanwu)).toHaveCount(0);
  await expect(textbox(page)).toBeFocused();
  await page.keyboard.type('钱庄');
  expect(await exportedText(kanwu)).toBe(TEXT.replace('经理，银行', '经理，钱庄'));
});

test('replaces one and goes on, or all as one step, with mentions sound', async ({ kanwu }) => {
  const path = await openText(kanwu, TEXT);
  const { page } = kanwu;
  await selectWords(page, '天银行又');
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('End');
  await selectWords(page, '银行的');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+h');
  await expect(query(kanwu)).toHaveValue('银行');
  await expect(count(kanwu)).toHaveText('1 / 3');
  const replacement = bar(kanwu).getByRole('textbox', { name: 'Replace with' });
  await expect(replacement).toBeFocused();
  await page.keyboard.type('钱庄总号');
  await page.keyboard.press('Enter');
  await expect(count(kanwu)).toHaveText('1 / 2');
  expect(await painted(kanwu, 'match-current')).toEqual(['银行']);
  await page.keyboard.press('Control+z');
  await expect(count(kanwu)).toContainText('/ 3');
  await bar(kanwu).getByRole('button', { name: 'Replace all' }).click();
  await expect(page.getByText('3 replaced.')).toBeVisible();
  await expect(count(kanwu)).toHaveText('No match');
  expect(await exportedText(kanwu)).toBe(TEXT.replaceAll('银行', '钱庄总号'));
  expect(await paintedMentions(page)).toEqual(['ORG 天钱庄总号又']);
  const saved = await savedFile(kanwu, path);
  expect(saved.mentions.map(m => m.text)).toEqual(['天钱庄总号又']);
  await page.keyboard.press('Control+z');
  expect(await exportedText(kanwu)).toBe(TEXT);
});

test('words parted by a suspected break are found across it, and not replaced', async ({ kanwu }) => {
  await openText(kanwu, BROKEN_PAGE);
  const { page } = kanwu;
  await expect(() => kanwu.menu('edit.replace')).toPass();
  await query(kanwu).fill('中国银行');
  await expect(count(kanwu)).toContainText('1 / 1');
  await expect(bar(kanwu)).toContainText('Across a suspected break');
  expect(await painted(kanwu, 'match-current')).toEqual(['中', '国银行']);
  await bar(kanwu).getByRole('textbox', { name: 'Replace with' }).fill('人民银行');
  await bar(kanwu).getByRole('button', { name: 'Replace all' }).click();
  await expect(page.getByText('1 match across a suspected break left as it is')).toBeVisible();
  expect(await exportedText(kanwu)).toBe(BROKEN_PAGE);
});

test('case, whole words and expressions; a wrong one is said, one that runs away is ended', async ({
  kanwu,
}) => {
  await openText(kanwu, TEXT.replace('末段没有。', `末段${'a'.repeat(40)}！`));
  const { page } = kanwu;
  await expect(() => kanwu.menu('edit.find')).toPass();
  const toggle = (name: string) => bar(kanwu).getByRole('button', { name });
  await query(kanwu).fill('bank');
  await expect(count(kanwu)).toContainText('/ 3');
  await toggle('Whole words (Latin)').click();
  await expect(count(kanwu)).toContainText('/ 2');
  await toggle('Match case').click();
  await expect(count(kanwu)).toContainText('/ 1');
  await toggle('Whole words (Latin)').click();
  await toggle('Regular expression').click();
  await query(kanwu).fill('(银行');
  await expect(bar(kanwu)).toContainText('Not a regular expression yet: a “(” is not closed.');
  await query(kanwu).fill('(银)(行)');
  await expect(count(kanwu)).toContainText('/ 3');
  await toggle('Show replacing').click();
  await bar(kanwu).getByRole('textbox', { name: 'Replace with' }).fill('$2$1');
  await toggle('Replace all').click();
  await expect(page.getByText('3 replaced.')).toBeVisible();
  expect(await exportedText(kanwu)).toContain('经理，行银答应');

  await query(kanwu).fill('(a+)+$');
  // The window answers while the expression runs.
  await toggle('Match case').click();
  await toggle('Match case').click();
  await expect(bar(kanwu)).toContainText('This expression takes too long');
  await query(kanwu).fill('末.');
  await expect(count(kanwu)).toContainText('1 / 1');
});

test('the text stays where it is when the bar comes and goes, and the bar violates no rule of axe-core', async ({
  kanwu,
}) => {
  await openText(kanwu, `${TEXT}\n${'又一段很长的话，好让正文可以滚动。'.repeat(200)}\n`);
  const { page } = kanwu;
  const top = () =>
    textbox(page).evaluate(root => Math.round(root.children[1]?.getBoundingClientRect().top ?? 0));
  await textbox(page).click();
  const before = await top();
  await page.keyboard.press('Control+h');
  await expect(query(kanwu)).toBeFocused();
  expect(await top()).toBe(before);
  await bar(kanwu).getByRole('button', { name: 'Regular expression' }).click();
  await query(kanwu).fill('[');
  await expect(bar(kanwu)).toContainText('a “[” is not closed');
  expect(await top()).toBe(before);
  await noViolations(kanwu, 'find and replace');
  await page.keyboard.press('Escape');
  await expect(bar(kanwu)).toHaveCount(0);
  expect(await top()).toBe(before);
});
