import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { clickAt, openText, paintedMentions, savedFile, selectWords, textbox } from './support/document';
import { expect, test } from './support/launch';

const TEXT = '临江市人民政府大街的上街区很热闹，后来上街区有了大街。\n\n没有。\n';

/** What a screen reader was told last. */
const spoken = (page: Page) => page.locator('[data-announcer]');

/** Marks of the text as the browser's accessibility tree has them: text and description. */
async function announced(page: Page): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly {
      nodeId: string;
      childIds?: readonly string[];
      role?: { value: string };
      name?: { value: string };
      description?: { value: string };
    }[];
  };
  await devtools.detach();
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const textOf = (id: string): string => {
    const node = byId.get(id);
    return node?.role?.value === 'StaticText'
      ? (node.name?.value ?? '')
      : (node?.childIds ?? []).map(textOf).join('');
  };
  return nodes
    .filter(node => node.role?.value === 'mark')
    .map(node => `${textOf(node.nodeId).replace(/\u2060.*$/, '')}: ${node.description?.value}`);
}

test('mentions nest, are told apart, and get their extent from the keyboard, by character and by word', async ({
  kanwu,
}) => {
  await openText(kanwu, TEXT);
  const { page } = kanwu;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await selectWords(page, '临江市人民政府');
  await press('Alt+2');
  await expect(spoken(page)).toHaveText('Tagged 临江市人民政府 as Organisation');
  expect(await page.evaluate(() => String(getSelection()))).toBe('临江市人民政府');
  await selectWords(page, '临江市');
  await press('Alt+3');
  expect(await announced(page)).toEqual([
    '临江市: Place, Organisation 临江市人民政府',
    '人民政府: Organisation 临江市人民政府',
  ]);

  await test.step('the edge nearer to the caret moves, or the one taken hold of', async () => {
    await clickAt(page, '民政府');
    await press('Shift+Alt+ArrowRight');
    await expect(spoken(page)).toHaveText('Organisation is 临江市人民政府大 now');
    await press('Shift+Alt+ArrowLeft');
    await press('Control+Shift+Alt+ArrowRight');
    expect(await paintedMentions(page)).toContain('ORG 临江市人民政府大街');
    await press('Control+Shift+Alt+ArrowLeft', 'Shift+Alt+Home', 'Shift+Alt+ArrowRight');
    expect((await paintedMentions(page)).toSorted()).toEqual(['LOC 临江市', 'ORG 江市人民政府']);
    await press('Shift+Alt+ArrowLeft');
  });

  await test.step('one made as long as another is still the one meant', async () => {
    await clickAt(page, '江市人');
    await press('Shift+Alt+End', ...Array<string>(4).fill('Shift+Alt+ArrowRight'));
    await press('Shift+Alt+ArrowRight');
    expect((await paintedMentions(page)).toSorted()).toEqual(['LOC 临江市人民政府大', 'ORG 临江市人民政府']);
    await press(...Array<string>(5).fill('Shift+Alt+ArrowLeft'));
    expect((await paintedMentions(page)).toSorted()).toEqual(['LOC 临江市', 'ORG 临江市人民政府']);
  });

  await test.step('the mention around is selected, and the one inside', async () => {
    const selected = () => page.evaluate(() => String(getSelection()));
    await press('Shift+Alt+ArrowUp');
    expect(await selected()).toBe('临江市');
    await press('Shift+Alt+ArrowUp');
    expect(await selected()).toBe('临江市人民政府');
    await press('Alt+9');
    await expect(spoken(page)).toHaveText('临江市人民政府 is Event now');
    await press('Shift+Alt+ArrowDown');
    expect(await selected()).toBe('临江市');
    await press('Alt+Backspace');
    await expect(spoken(page)).toHaveText('Removed the tag Place from 临江市');
  });

  await test.step('at a caret the known name is tagged, else the word, and the caret stays', async () => {
    await selectWords(page, '上街区');
    await press('Alt+3');
    await clickAt(page, '街区有了');
    await press('Alt+3');
    await expect(spoken(page)).toHaveText('Tagged 上街区 as Place');
    await expect.poll(() => paintedMentions(page)).toHaveLength(3);
    await clickAt(page, '有。');
    await press('Alt+1', 'Shift+Alt+ArrowLeft');
    await page.keyboard.insertText('x');
    expect(await paintedMentions(page)).toContain('PER 没');
  });
});

test('types are added, given a key and attributes, and removed with their mentions; a file hands them on', async ({
  kanwu,
}) => {
  const path = await openText(kanwu, TEXT);
  const { page } = kanwu;
  const dialog = page.getByRole('dialog', { name: 'Types of mention' });
  const types = dialog.getByRole('listbox', { name: 'Types' });
  const field = (name: string) => dialog.getByRole('textbox', { name, exact: true });
  await selectWords(page, '上街区');
  await page.keyboard.press('Alt+3');

  await test.step('a type of one’s own, with a key that no command has', async () => {
    await kanwu.menu('tag.tagset');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await field('English name').fill('Street');
    await field('Chinese name').fill('街道');
    await field('Short name').fill('ORG');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toHaveText('Organisation has this short name.');
    await field('Short name').fill('ST');
    await field('Key').press('j');
    await expect(dialog.getByRole('alert')).toHaveText('This key belongs to “Join / accept”.');
    await field('Key').press('w');
    await expect(types.getByRole('option').last()).toHaveText(/ST.*Street.*0.*W/);
    await types.focus();
    await page.keyboard.press('Control+Home');
    await expect(types.getByRole('option').first()).toContainText('Street');
    await dialog.getByRole('combobox', { name: 'Normal form of its mentions' }).selectOption('percentage');
    await dialog.getByRole('button', { name: 'Add an attribute' }).click();
    await dialog.getByRole('combobox', { name: 'Kind' }).selectOption('choice');
    await dialog.getByRole('textbox', { name: 'Choices, with commas between' }).fill('东、西，中');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await selectWords(page, '大街的');
    await page.keyboard.press('Alt+w');
    await expect.poll(() => paintedMentions(page)).toContain('ST 大街的');
    await page.keyboard.press('w');
    await expect(textbox(page)).toContainText('临江市人民政府w上街区');
    await page.keyboard.press('Control+z');
  });

  await test.step('a mention’s details from the keyboard', async () => {
    await page.keyboard.press('Alt+Enter');
    const details = page.locator('.mention-details');
    await details.getByRole('combobox').selectOption('西');
    await details.getByRole('textbox', { name: 'Note' }).fill('待查');
    await details.getByRole('textbox', { name: 'Normal form' }).fill('3.5%');
    await page.keyboard.press('Escape');
    await expect(textbox(page)).toBeFocused();
    const { mentions } = await savedFile(kanwu, path);
    expect(mentions.find(({ type }) => type === 'ST')).toMatchObject({
      note: '待查',
      normal: '3.5%',
      attributes: { a1: '西' },
    });
  });

  await test.step('handed on in a file, and a type in use is removed', async () => {
    const file = join(kanwu.folder, 'types.json');
    await kanwu.menu('tag.tagset');
    await kanwu.answerSave(file);
    await dialog.getByRole('button', { name: 'Export…' }).click();
    await expect.poll(() => existsSync(file)).toBe(true);
    await types.getByRole('option', { name: 'Place' }).click();
    await page.keyboard.press('Delete');
    await expect(dialog).toContainText('Place is the type of 1 mention and 0 entities');
    await dialog.getByRole('combobox', { name: 'Give them the type' }).selectOption('Street');
    await dialog.getByRole('button', { name: 'Remove the type' }).click();
    expect((await paintedMentions(page)).toSorted()).toEqual(['ST 上街区', 'ST 大街的']);
    await dialog.getByRole('button', { name: 'Use for new documents' }).click();
    writeFileSync(file, readFileSync(file, 'utf8').replace('"color": 2', '"color": 99'));
    await kanwu.answerOpen(file);
    await dialog.getByRole('button', { name: 'Import…' }).click();
    await expect(page.getByRole('alertdialog')).toContainText(
      'tagset.2.color is wrong: expected <=12, found 99',
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    expect((await paintedMentions(page)).toSorted()).toEqual(['LOC 上街区', 'ST 大街的']);
  });
});
