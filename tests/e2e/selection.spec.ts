import { clickAt, exportedText, openText, shownBlocks, textbox } from './support/document';
import { expect, type Kanwu, test } from './support/launch';

/** About a million characters in paragraphs that can be told apart. */
const PARAGRAPHS = Array.from(
  { length: 5000 },
  (_, n) =>
    `第${n}段。${'上街区将坚持发展第一要务，做大做强现代化建设经济基础，全面扩大现代化建设开放优势。'.repeat(5)}`,
);
const LONG = `${PARAGRAPHS.join('\n\n')}\n`;

async function openLong(kanwu: Kanwu): Promise<void> {
  await openText(kanwu, LONG, 'long.txt');
  await clickAt(kanwu.page, '第0段');
}

test('a million characters: only what is near the screen is mounted, and the far end is a key away', async ({
  kanwu,
}) => {
  await openLong(kanwu);
  const { page } = kanwu;
  expect((await shownBlocks(page)).length).toBeLessThan(100);
  await page.keyboard.press('Control+End');
  await expect.poll(() => shownBlocks(page)).toContain(PARAGRAPHS[4999]);
  expect((await shownBlocks(page)).length).toBeLessThan(100);
  await page.keyboard.press('Control+Home');
  await expect.poll(() => shownBlocks(page)).toContain(PARAGRAPHS[0]);
});

test('select all, cut and paste a million characters, and undo', async ({ kanwu }) => {
  await openLong(kanwu);
  const { page } = kanwu;
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  await expect.poll(() => shownBlocks(page)).toEqual(['']);
  await page.keyboard.press('Control+v');
  expect(await exportedText(kanwu)).toBe(LONG);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await exportedText(kanwu)).toBe(LONG);
});

test('select all, then type over: one step', async ({ kanwu }) => {
  await openLong(kanwu);
  const { page } = kanwu;
  await page.keyboard.press('Control+a');
  await page.keyboard.type('新');
  expect(await exportedText(kanwu)).toBe('新\n');
  await page.keyboard.press('Control+z');
  expect(await exportedText(kanwu)).toBe(LONG);
});

test('a selection whose beginning is scrolled away is copied and deleted whole', async ({ kanwu }) => {
  await openLong(kanwu);
  const { page } = kanwu;
  await clickAt(page, '第1段', 'start');
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Delete');
  expect(await exportedText(kanwu)).toBe(`${PARAGRAPHS[0]}\n\n。\n`);
  await page.keyboard.press('Control+v');
  expect(await exportedText(kanwu)).toBe(LONG);
});

test('Shift and a click far away extend from where the caret was', async ({ kanwu }) => {
  await openLong(kanwu);
  const { page } = kanwu;
  await textbox(page).hover();
  await page.mouse.wheel(0, 60_000);
  await expect.poll(async () => (await shownBlocks(page)).includes(PARAGRAPHS[0] ?? '')).toBe(false);
  const marks = await page.evaluate(() => {
    const box = document.querySelector('.text-scroller')?.getBoundingClientRect();
    const blocks = [...document.querySelectorAll('.text-root .block')];
    const shown = blocks.find(block => block.getBoundingClientRect().top > (box?.top ?? 0) + 100);
    return /^第\d+段/.exec(shown?.textContent ?? '')?.[0] ?? '';
  });
  await page.keyboard.down('Shift');
  await clickAt(page, marks);
  await page.keyboard.up('Shift');
  await page.keyboard.press('Delete');
  const at = Number(/\d+/.exec(marks)?.[0]);
  expect(await exportedText(kanwu)).toBe(`${PARAGRAPHS.slice(at).join('\n\n')}\n`);
});

test('dragging beyond the screen selects what was passed over', async ({ kanwu }) => {
  await openLong(kanwu);
  const { page } = kanwu;
  const box = await textbox(page).boundingBox();
  const scroller = await page.locator('.text-scroller').boundingBox();
  if (!box || !scroller) throw new Error('no text on the screen');
  const first = await page.locator('.text-root .block').nth(0).boundingBox();
  if (!first) throw new Error('no paragraph');
  await clickAt(page, '第0段');
  await page.mouse.move(first.x + 1, first.y + 12);
  await page.mouse.down();
  await page.mouse.move(first.x + 40, scroller.y + scroller.height - 30, { steps: 5 });
  for (let n = 0; n < 30; n++) {
    await page.mouse.wheel(0, 800);
    await page.mouse.move(first.x + 40 + (n % 2), scroller.y + scroller.height - 30);
  }
  await page.mouse.up();
  await page.keyboard.press('Delete');
  const left = await exportedText(kanwu);
  expect(LONG.endsWith(`${left.trim().slice(-2000)}\n`)).toBe(true);
  expect(left.length).toBeLessThan(LONG.length - 15_000);
  await page.keyboard.press('Control+z');
  expect(await exportedText(kanwu)).toBe(LONG);
});

test('a key pressed while the caret is scrolled away brings it back and types there', async ({ kanwu }) => {
  await openLong(kanwu);
  const { page } = kanwu;
  await textbox(page).hover();
  await page.mouse.wheel(0, 80_000);
  await expect.poll(async () => (await shownBlocks(page)).includes(PARAGRAPHS[0] ?? '')).toBe(false);
  await page.keyboard.type('x');
  await expect.poll(async () => (await shownBlocks(page)).includes(`x${PARAGRAPHS[0]}`)).toBe(true);
  expect(await exportedText(kanwu)).toBe(`x${LONG}`);
});
