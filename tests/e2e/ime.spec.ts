import type { CDPSession, Page } from '@playwright/test';
import { clickAt, openText, paintedMentions, selectWords, shownBlocks, textbox } from './support/document';
import { expect, test } from './support/launch';

const TEXT = '甲乙丙丁戊己庚辛壬癸子丑';
const REST = '下一段';

/** A composition as an input method makes it: candidates one after the other, then (or not) the commit. */
async function compose(cdp: CDPSession, candidates: readonly string[], commit: string | null): Promise<void> {
  for (const text of candidates) {
    await cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  if (commit === null)
    await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  else await cdp.send('Input.insertText', { text: commit });
}

/** Caret at `from`, or the selection from there to `to`, by keys. */
async function place(page: Page, from: number, to = from): Promise<void> {
  await clickAt(page, REST);
  await page.keyboard.press('Control+Home');
  for (let n = 0; n < from; n++) await page.keyboard.press('ArrowRight');
  for (let n = from; n < to; n++) await page.keyboard.press('Shift+ArrowRight');
}

const PLACES: readonly [string, number, number?][] = [
  ['at the start of the paragraph', 0],
  ['just before the first mention', 3],
  ['at the start of the first mention', 4],
  ['inside the first mention', 5],
  ['where the second mention begins', 6],
  ['where the first mention ends', 7],
  ['inside the second mention', 8],
  ['at the end of the second mention', 9],
  ['just after the second mention', 10],
  ['at the end of the paragraph', 12],
  ['over the edges of both mentions', 3, 8],
  ['over the whole first mention', 4, 7],
];

// Mentions at 4–7 and 6–9, overlapping at 6–7. One program for all places: to start it is what takes time.
test('input method at every edge of two overlapping mentions: composed, typed, cancelled', async ({
  kanwu,
}) => {
  test.slow();
  const { page } = kanwu;
  for (const [n, [name, from, to]] of PLACES.entries()) {
    await test.step(name, async () => {
      await openText(kanwu, `${TEXT}\n\n${REST}\n`, `page-${n}.txt`);
      await selectWords(page, '戊己庚');
      await page.keyboard.press('Alt+1');
      await selectWords(page, '庚辛壬');
      await page.keyboard.press('Alt+3');
      const cdp = await page.context().newCDPSession(page);
      const expected = `${TEXT.slice(0, from)}你好${TEXT.slice(to ?? from)}`;
      const mentionsBefore = await paintedMentions(page);

      await place(page, from, to);
      await compose(cdp, ['n', 'ni', 'ni h', 'ni hao'], '你好');
      await expect.poll(() => shownBlocks(page)).toEqual([expected, REST]);
      const composed = await paintedMentions(page);
      await page.keyboard.press('Control+z');
      await expect.poll(() => shownBlocks(page)).toEqual([TEXT, REST]);
      expect(await paintedMentions(page)).toEqual(mentionsBefore);

      await place(page, from, to);
      await page.keyboard.insertText('你好');
      await expect.poll(() => shownBlocks(page)).toEqual([expected, REST]);
      expect(await paintedMentions(page)).toEqual(composed);
      await page.keyboard.press('Control+z');

      await place(page, from, to);
      await compose(cdp, ['n', 'ni'], null);
      await expect
        .poll(() => shownBlocks(page))
        .toEqual([TEXT.slice(0, from) + TEXT.slice(to ?? from), REST]);
      if (to === undefined) expect(await paintedMentions(page)).toEqual(mentionsBefore);
      await kanwu.answerMessage(1);
      await expect(() => kanwu.menu('file.close')).toPass();
      await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
    });
  }
});

test('keys of commands do not fire while composing, and one composition is one step', async ({ kanwu }) => {
  await openText(kanwu, `${TEXT}\n\n${REST}\n`);
  const { page } = kanwu;
  const cdp = await page.context().newCDPSession(page);
  await place(page, 2);
  await compose(cdp, ['x', 'xi'], '西');
  await compose(cdp, ['a', 'an'], '安');
  await expect.poll(() => shownBlocks(page)).toEqual([`甲乙西安${TEXT.slice(2)}`, REST]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => shownBlocks(page)).toEqual([`甲乙西${TEXT.slice(2)}`, REST]);
});

test('a composition over several paragraphs replaces them', async ({ kanwu }) => {
  await openText(kanwu, `${TEXT}\n\n中间段\n\n${REST}\n`);
  const { page } = kanwu;
  const cdp = await page.context().newCDPSession(page);
  await place(page, 10);
  for (let n = 0; n < 2 + 1 + 3 + 1 + 1; n++) await page.keyboard.press('Shift+ArrowRight');
  await compose(cdp, ['n', 'ni'], '你');
  await expect.poll(() => shownBlocks(page)).toEqual([`${TEXT.slice(0, 10)}你一段`]);
  await textbox(page).press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => shownBlocks(page)).toEqual([TEXT, '中间段', REST]);
});
