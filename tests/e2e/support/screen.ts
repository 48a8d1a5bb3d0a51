import { expect, type Locator, type Page } from '@playwright/test';

/** A page with two breaks that nobody doubts: 中⏎国银行 and 人民政⏎府. */
export const BROKEN_PAGE = `# 老菜场的第二春

停业改造一年零两个月后，临江市北门菜市场昨天重新开门。开门仪式上，市场邀请了中

国银行、工商银行、邮储银行三家银行现场办理贷款业务。

清晨六点，退休教师何玉兰拎着布袋第一个走进大门，她在这里买了三十一年菜。“地砖不滑了，秤也准了，老摊主一个没少。”她说。

北门菜市场建于1986年，占地四千二百平方米，曾是城北最热闹的地方。改造期间，商户临时迁到运河路的过渡市场经营，租金由临江市人民政

府承担，水电费用按照原来的标准减半收取，一百一十八个摊位没有一户退租。

设计师林晓舟毕业于江南建筑学院，他的团队在这里蹲了整整四十天，记下每个摊主的习惯动作。
`;

/** The same page once both breaks are joined. */
export const JOINED_PAGE = BROKEN_PAGE.replace('中\n\n国', '中国').replace('政\n\n府', '政府');

/** The blocks of a text as the window shows them. */
export const blocksOf = (source: string): readonly string[] => source.trim().replace(/^# /, '').split('\n\n');

/** The text as the editor sees it. */
export const text = (page: Page): Locator => page.getByRole('textbox', { name: 'Text', exact: true });

/** Its headings and paragraphs, as many as are on the screen. */
export const blocks = (page: Page): Locator => text(page).locator(':scope > *');

export const status = (page: Page): Locator => page.getByRole('contentinfo');

export const findings = (page: Page): Locator => page.getByRole('listbox', { name: 'Findings to decide' });

export const mentions = (page: Page): Locator => page.getByRole('listbox', { name: 'Mentions' });

/** The findings of the queue that are in sight; its heads are no options. */
export const queued = (page: Page): Locator => findings(page).getByRole('option');

export const openCount = (page: Page, count: number, decided: number): Promise<void> =>
  expect(status(page)).toContainText(`${count} open, ${decided} decided`);

/** Pastes plain text at the caret, as if it came from another program. */
export const pastePlain = (page: Page, plain: string): Promise<void> =>
  text(page).evaluate((root, words) => {
    const data = new DataTransfer();
    data.setData('text/plain', words);
    root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, plain);

/** Selects words of the text with the mouse, as an editor does; they have to be on the screen. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await expect(text(page)).toContainText(words);
  const ends = await text(page).evaluate(async (root, wanted) => {
    for (const block of root.children) {
      const start = block.textContent.indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      let at = 0;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (start >= at && start < at + length) range.setStart(node, start - at);
        if (start + wanted.length <= at + length) {
          range.setEnd(node, start + wanted.length - at);
          break;
        }
        at += length;
      }
      const pane = root.closest('.text-scroller');
      const { top, bottom } = range.getBoundingClientRect();
      const box = pane?.getBoundingClientRect();
      if (pane && box && (top < box.top || bottom > box.bottom)) {
        pane.scrollTop += top - box.top - box.height / 2;
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
      }
      const rects = [...range.getClientRects()].filter(rect => rect.width > 0);
      const [first] = rects;
      const last = rects[rects.length - 1];
      if (!first || !last) return null;
      const middle = (rect: DOMRect) => rect.top + rect.height / 2;
      return [first.left + 1, middle(first), last.right - 1, middle(last)] as const;
    }
    return null;
  }, words);
  if (!ends) throw new Error(`“${words}” is not within one block on the screen`);
  // A press on words that are selected already would drag them.
  await page.mouse.click(ends[0], ends[1]);
  await page.mouse.down();
  await page.mouse.move(ends[2], ends[3], { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe(words);
}

/** Puts the caret before words of the text with the mouse. */
export async function clickBefore(page: Page, words: string): Promise<void> {
  await selectWords(page, words);
  await page.keyboard.press('ArrowLeft');
}

/** Joins the next finding from the caret, from the keyboard, and waits until the program has moved on to another. */
export async function joinNext(page: Page): Promise<void> {
  await expect(queued(page).first()).toBeVisible();
  const chosen = findings(page).getByRole('option', { selected: true });
  const decided = Number(/(\d+) decided/.exec((await status(page).textContent()) ?? '')?.[1]);
  if ((await chosen.count()) === 0) await page.keyboard.press('Alt+ArrowDown');
  await expect(chosen).toBeVisible();
  await page.keyboard.press('Alt+j');
  await expect(status(page)).toContainText(`${decided + 1} decided`);
  if ((await queued(page).count()) > 0) await expect(chosen).toBeVisible();
}

/** Selects words and tags them by key. */
export async function tag(page: Page, words: string, key: string): Promise<void> {
  await selectWords(page, words);
  await page.keyboard.press(`Alt+${key}`);
}
