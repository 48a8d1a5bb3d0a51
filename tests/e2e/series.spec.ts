import { noViolations } from './support/accessible';
import { clickAt, exportedText, openText, paintedMentions, savedFile, selectWords } from './support/document';
import { expect, type Kanwu, test } from './support/launch';

const TEXT = [
  '会议己经开始，代表们到齐了。',
  '他说材料己经送到，名单也己经核对。',
  '自己经过门口时看了一眼。',
  '大家己经散去。',
]
  .join('\n\n')
  .concat('\n');
/** All that are surely the same corrected, 自己经过 left alone. */
const CORRECTED = TEXT.replaceAll('己经', '已经').replace('自已', '自己');

const card = ({ page }: Kanwu) => page.getByRole('status', { name: 'More of the same' });
const dialog = ({ page }: Kanwu) => page.getByRole('dialog', { name: 'More of the same: 己经 → 已经' });

/** Types over the first 己, as an editor would. */
async function correctFirst(kanwu: Kanwu): Promise<void> {
  await selectWords(kanwu.page, '己经开始');
  await kanwu.page.keyboard.press('ArrowLeft');
  await kanwu.page.keyboard.press('Shift+ArrowRight');
  await kanwu.page.keyboard.type('已');
}

test('after one is corrected, the rest is reviewed and corrected as one step, mentions intact', async ({
  kanwu,
}) => {
  const path = await openText(kanwu, TEXT);
  const { page } = kanwu;
  await selectWords(page, '大家己经');
  await page.keyboard.press('Alt+8');
  await correctFirst(kanwu);
  await expect(card(kanwu)).toContainText('3 more of the same: 己经 → 已经');
  await noViolations(kanwu, 'card of more of the same');
  await page.keyboard.press('Alt+s');
  const places = dialog(kanwu).getByRole('option');
  await expect(places).toHaveCount(4);
  await expect(dialog(kanwu)).toContainText('3 of 4 chosen');
  await expect(places.nth(2)).toContainText('May be part of other words');
  await expect(dialog(kanwu).getByRole('button', { name: 'Correct 3' })).toBeFocused();
  await noViolations(kanwu, 'more of the same');
  await page.keyboard.press('Enter');
  await expect(card(kanwu)).not.toContainText('more of the same');
  expect(await exportedText(kanwu)).toBe(CORRECTED);
  expect(await paintedMentions(page)).toEqual(['WORK 大家已经']);
  const { corrections } = await savedFile(kanwu, path);
  expect(corrections.map(({ kind, original, replacement }) => `${kind} ${original}${replacement}`)).toEqual([
    'edit 己已',
    'series 己已',
    'series 己已',
    'series 己已',
  ]);
  await page.keyboard.press('Control+z');
  expect(await exportedText(kanwu)).toBe(TEXT.replace('己', '已'));
});

test('places are left out from the keyboard; what is dismissed is not offered again', async ({ kanwu }) => {
  await openText(kanwu, TEXT);
  const { page } = kanwu;
  await clickAt(page, '己经开始');
  await page.keyboard.press('Delete');
  await page.keyboard.type('已');
  await expect(card(kanwu)).toContainText('3 more of the same');
  await card(kanwu).getByRole('button', { name: 'Review…' }).click();
  await dialog(kanwu).getByRole('listbox').focus();
  await page.keyboard.press('Space');
  await expect(dialog(kanwu)).toContainText('2 of 4 chosen');
  await page.keyboard.press('Escape');
  await expect(card(kanwu)).toContainText('3 more of the same');
  await card(kanwu).getByRole('button', { name: 'Dismiss' }).click();
  await expect(card(kanwu)).toHaveText('');
  await clickAt(page, '己经散去');
  await page.keyboard.press('Delete');
  await page.keyboard.type('已');
  await page.waitForTimeout(1500);
  await expect(card(kanwu)).toHaveText('');
});

test('writing, and taking back, offers nothing', async ({ kanwu }) => {
  await openText(kanwu, TEXT);
  const { page } = kanwu;
  await selectWords(page, '代表们到齐了');
  await page.keyboard.type('各地来的代表都按时到了会场');
  await page.waitForTimeout(1500);
  await expect(card(kanwu)).toHaveText('');
  await correctFirst(kanwu);
  await expect(card(kanwu)).toContainText('3 more of the same');
  await page.keyboard.press('Control+z');
  await expect(card(kanwu)).toHaveText('');
});
