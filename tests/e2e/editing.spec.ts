import {
  clickAt,
  edgeOf,
  exportedText,
  openText,
  paintedMentions,
  savedFile,
  selectWords,
  shownBlocks,
  textbox,
} from './support/document';
import { expect, test } from './support/launch';

const TEXT = '# 标题\n\n第一段说的是上街区和郑州大学第一附属医院。\n\n第二段另起。\n';

test('typing, Enter, Backspace and Delete edit the text; undo takes each back', async ({ kanwu }) => {
  await openText(kanwu, TEXT);
  const { page } = kanwu;
  await clickAt(page, '说的是');
  await page.keyboard.type('新字');
  await page.keyboard.press('Enter');
  expect(await exportedText(kanwu)).toBe(TEXT.replace('第一段', '第一段新字\n\n'));
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Delete');
  expect(await exportedText(kanwu)).toBe(TEXT.replace('第一段说', '第一段新'));
  for (let n = 0; n < 6; n++) await page.keyboard.press('Control+z');
  expect(await exportedText(kanwu)).toBe(TEXT);
});

test('a line typed without a pause is one step of undo', async ({ kanwu }) => {
  await openText(kanwu, TEXT);
  const { page } = kanwu;
  await clickAt(page, '第二段');
  await page.keyboard.type('abcdefgh');
  await page.keyboard.press('Control+z');
  expect(await exportedText(kanwu)).toBe(TEXT);
});

test('characters that are several code units are deleted whole', async ({ kanwu }) => {
  await openText(kanwu, '甲𠮷乙é丙👩‍👩‍👧丁\n');
  const { page } = kanwu;
  await textbox(page).click();
  await page.keyboard.press('Control+End');
  for (const left of ['甲𠮷乙é丙👩‍👩‍👧', '甲𠮷乙é丙', '甲𠮷乙é', '甲𠮷乙', '甲𠮷', '甲', '']) {
    await page.keyboard.press('Backspace');
    await expect.poll(() => shownBlocks(page)).toEqual([left]);
  }
});

test('mentions overlap and nest, change type and extent, and are removed', async ({ kanwu }) => {
  const path = await openText(kanwu, TEXT);
  const { page } = kanwu;
  await selectWords(page, '郑州大学第一附属医院');
  await page.keyboard.press('Alt+2');
  await selectWords(page, '郑州大学');
  await page.keyboard.press('Alt+2');
  await selectWords(page, '上街区和郑州');
  await page.keyboard.press('Alt+3');
  expect([...(await paintedMentions(page))].sort()).toEqual([
    'LOC 上街区和郑州',
    'ORG 郑州大学',
    'ORG 郑州大学第一附属医院',
  ]);

  await clickAt(page, '街区和');
  await page.keyboard.press('Alt+9');
  await page.keyboard.press('Shift+Alt+End');
  for (let n = 0; n < 3; n++) await page.keyboard.press('Shift+Alt+ArrowLeft');
  expect(await paintedMentions(page)).toContain('EVENT 上街区');
  await page
    .getByRole('toolbar', { name: 'Tag the selection' })
    .getByRole('button', { name: 'Remove' })
    .click();
  expect([...(await paintedMentions(page))].sort()).toEqual(['ORG 郑州大学', 'ORG 郑州大学第一附属医院']);
  const file = await savedFile(kanwu, path);
  for (const m of file.mentions) expect(TEXT.slice(m.start, m.end)).toBe(m.text);
});

test('the extent of a mention is dragged with the mouse', async ({ kanwu }) => {
  await openText(kanwu, TEXT);
  const { page } = kanwu;
  await selectWords(page, '郑州大学');
  await page.keyboard.press('Alt+2');
  await clickAt(page, '州大学');
  const drag = async (grip: string, words: string, edge: 'start' | 'end') => {
    const box = await page.locator(`.mention-grip.${grip}`).boundingBox();
    if (!box) throw new Error('no grip');
    const to = await edgeOf(page, words, edge);
    await page.mouse.move(box.x + box.width / 2, grip === 'start' ? box.y - 4 : box.y + box.height + 4);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
  };
  await drag('end', '医院', 'end');
  expect(await paintedMentions(page)).toEqual(['ORG 郑州大学第一附属医院']);
  await drag('start', '大学', 'start');
  expect(await paintedMentions(page)).toEqual(['ORG 大学第一附属医院']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await paintedMentions(page)).toEqual(['ORG 郑州大学']);

  // Right behind another mention the grip stands at its own mention, not before the other's label.
  await selectWords(page, '第一附属医院');
  await page.keyboard.press('Alt+2');
  await clickAt(page, '附属医院');
  const grip = await page.locator('.mention-grip.start').boundingBox();
  const { x } = await edgeOf(page, '第一附属', 'start');
  expect(Math.abs((grip?.x ?? 0) + (grip?.width ?? 0) / 2 - x)).toBeLessThan(4);
});

test('typing at the edge of a mention stays outside, inside it grows, over it keeps the mention', async ({
  kanwu,
}) => {
  await openText(kanwu, '甲乙丙丁戊己\n');
  const { page } = kanwu;
  await selectWords(page, '丙丁');
  await page.keyboard.press('Alt+1');
  await clickAt(page, '戊');
  await page.keyboard.type('尾');
  expect(await paintedMentions(page)).toEqual(['PER 丙丁']);
  await clickAt(page, '丁');
  await page.keyboard.type('中');
  expect(await paintedMentions(page)).toEqual(['PER 丙中丁']);
  await selectWords(page, '丙中丁');
  await page.keyboard.type('新名字');
  expect(await paintedMentions(page)).toEqual(['PER 新名字']);
  expect(await exportedText(kanwu)).toBe('甲乙新名字尾戊己\n');
});

test('cut and paste carry mentions along; markup from elsewhere comes as plain text', async ({ kanwu }) => {
  await openText(kanwu, TEXT);
  const { page } = kanwu;
  await selectWords(page, '上街区');
  await page.keyboard.press('Alt+3');
  await selectWords(page, '是上街区和');
  await page.keyboard.press('Control+x');
  expect(await paintedMentions(page)).toEqual([]);
  await clickAt(page, '另起');
  await page.keyboard.press('Control+v');
  expect(await paintedMentions(page)).toEqual(['LOC 上街区']);
  expect(await exportedText(kanwu)).toBe(
    '# 标题\n\n第一段说的郑州大学第一附属医院。\n\n第二段是上街区和另起。\n',
  );

  await textbox(page).evaluate(root => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<img src="x" onerror="document.title = \'hurt\'"><b>粗体</b><script>1</script>',
    );
    data.setData('text/plain', '粗体');
    root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect.poll(() => shownBlocks(page)).toContain('第二段是上街区和粗体另起。');
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});

test('a heading can be made and unmade, and is written in the source’s own way', async ({ kanwu }) => {
  await openText(kanwu, TEXT);
  const { page } = kanwu;
  await clickAt(page, '第二段');
  await page.keyboard.press('Control+Alt+2');
  await expect(page.getByRole('heading', { level: 2, name: '第二段另起。' })).toBeVisible();
  expect(await exportedText(kanwu)).toBe(TEXT.replace('第二段', '## 第二段'));
  await page.keyboard.press('Control+Alt+0');
  expect(await exportedText(kanwu)).toBe(TEXT);
});
