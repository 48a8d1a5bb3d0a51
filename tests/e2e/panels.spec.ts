import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, type Kanwu, test } from './support/launch';
import {
  BROKEN_PAGE,
  blocks,
  clickBefore,
  findings,
  JOINED_PAGE,
  joinNext,
  mentions,
  openCount,
  queued,
  selectWords,
  status,
  tag,
  text,
} from './support/screen';

/** Two sections, the first with a break, the second with a break and spaces too many: so many findings. */
const ALL = 3;
const NEWS = `${BROKEN_PAGE.replace(/\n北门菜市场[\s\S]*$/, '')}
# 运河夜航船复航

停航十九年的临江运河夜航船将于5月1日晚上七点半复航。首航从东门码头出发，经望月桥、老粮仓到达南湖公园，全程约五十分钟，复航仪式由临江市人民政

府主办，六十岁以上老人半价。

复航前，市水利局清淤 十一公 里，打捞沉船三艘，其中一艘木船经临江博物馆鉴定，属于清代道光年间的漕船。
`;

async function open(kanwu: Kanwu, content = BROKEN_PAGE): Promise<string> {
  const path = join(kanwu.folder, 'page.txt');
  writeFileSync(path, content);
  await kanwu.openFile(path);
  await expect(queued(kanwu.page).first()).toBeVisible();
  return path;
}

const outline = (page: Page) => page.getByRole('listbox', { name: 'Outline' });
const kindFilter = (page: Page, kind: string) =>
  page.getByRole('group', { name: 'Kinds of finding' }).getByRole('button', { name: kind });
const confidence = (page: Page) => page.getByRole('slider', { name: 'Confidence at least' });
const run = (kanwu: Kanwu, command: string) => expect(() => kanwu.menu(command)).toPass();

async function savedState({ page }: Kanwu): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect(status(page)).toContainText('Saved');
}

test.describe('outline', () => {
  test('lists the headings with their open findings and follows every decision', async ({ kanwu }) => {
    const { page } = kanwu;
    await open(kanwu, NEWS);
    const rows = outline(page).getByRole('option');
    await expect(rows.first()).toContainText(/老菜场的第二春\s*1/);
    const second = rows.nth(1);
    const before = Number(/(\d+)\s*$/.exec((await second.textContent()) ?? '')?.[1]);
    expect(before).toBeGreaterThan(0);
    await joinNext(page);
    await expect(rows.first()).toHaveText('老菜场的第二春');
    await page.keyboard.press('Control+z');
    await expect(rows.first()).toContainText(/1/);
  });

  test('a click on a heading brings it on the screen, and a new heading joins the list', async ({
    kanwu,
  }) => {
    const { page } = kanwu;
    const chapters = Array.from(
      { length: 60 },
      (_, n) => `# 第${n + 1}章\n\n${'他走了很远的路。'.repeat(20)}\n`,
    );
    const path = join(kanwu.folder, 'novel.txt');
    writeFileSync(path, chapters.join('\n'));
    await kanwu.openFile(path);
    await outline(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(text(page).getByRole('heading', { name: '第60章' })).toBeInViewport();
    await expect(text(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Alt+2');
    await expect(outline(page).getByRole('option', { name: /^他走了很远的路。/ })).toBeVisible();
  });
});

test.describe('findings', () => {
  test('are filtered by kind', async ({ kanwu }) => {
    const { page } = kanwu;
    await open(kanwu, NEWS);
    await expect(kindFilter(page, 'Break')).toContainText('2');
    await expect(queued(page)).toHaveCount(ALL);
    await kindFilter(page, 'Break').click();
    await expect(queued(page)).toHaveText([/邀请了中/, /人民政/]);
    await expect(page.getByText(/^2 shown/)).toBeVisible();
    await kindFilter(page, 'Break').click();
    await expect(queued(page)).toHaveCount(ALL);
  });

  test('are filtered by confidence, which says how many remain and is kept', async ({ kanwu }) => {
    const { page } = kanwu;
    const path = await open(kanwu, NEWS);
    // They come in kind by kind.
    await expect(queued(page)).toHaveCount(ALL);
    await confidence(page).fill('99');
    await expect.poll(() => queued(page).count()).toBeLessThan(ALL);
    const left = await queued(page).count();
    await expect(page.getByText(new RegExp(`^${left} shown, about 9\\d% of them right`))).toBeVisible();
    await expect(confidence(page)).toHaveValue('99');
    // The setting is written when the slider has come to rest: to the store that outlives the window.
    const kept = () => readFileSync(join(kanwu.userData, 'config.json'), 'utf8');
    await expect.poll(kept).toMatch(/"minimumConfidence": ?0\.99/);
    await kanwu.restart(path);
    await expect(queued(kanwu.page)).toHaveCount(left);
    await expect(confidence(kanwu.page)).toHaveValue('99');
    await confidence(kanwu.page).fill('100');
    await kanwu.page.getByRole('button', { name: 'Show all' }).click();
    await expect(queued(kanwu.page)).toHaveCount(ALL);
  });

  test('all sure ones are accepted after a preview, in one step', async ({ kanwu }) => {
    const { page } = kanwu;
    await open(kanwu);
    await page.getByRole('button', { name: /^(Join|Accept) all .*sure/ }).click();
    const dialog = page.getByRole('dialog', { name: /sure/ });
    const changes = dialog.getByRole('option');
    await expect(changes).toHaveCount(2);
    await expect(changes.first()).toContainText('→ ');
    await expect(changes.first()).toContainText('市场邀请了中国银行');
    await expect(dialog.getByText('2 of 2 chosen')).toBeVisible();
    await page.keyboard.press('Escape');
    await openCount(page, 2, 0);
    await page.keyboard.press('Control+Shift+j');
    await dialog.getByRole('button', { name: 'Accept 2' }).click();
    await openCount(page, 0, 2);
    await expect(blocks(page)).toHaveCount(5);
    await page.keyboard.press('Control+z');
    await openCount(page, 2, 0);
    await expect(blocks(page)).toHaveCount(7);
    await page.keyboard.press('Control+Shift+z');
    await expect(blocks(page)).toHaveCount(5);
    const out = join(kanwu.folder, 'out.txt');
    await kanwu.answerSave(out);
    await run(kanwu, 'file.exportText');
    await expect(page.getByRole('status', { name: 'Notices' })).toContainText('out.txt');
    expect(readFileSync(out, 'utf8')).toBe(JOINED_PAGE);
  });

  test('one can be left out of the bulk', async ({ kanwu }) => {
    const { page } = kanwu;
    await open(kanwu);
    await page.keyboard.press('Control+Shift+j');
    const dialog = page.getByRole('dialog', { name: /sure/ });
    await dialog.getByRole('option').first().click();
    await expect(dialog.getByText('1 of 2 chosen')).toBeVisible();
    await dialog.getByRole('button', { name: 'Accept 1' }).click();
    await openCount(page, 1, 1);
    await expect(blocks(page)).toHaveCount(6);
    await expect(blocks(page).nth(1)).toHaveText(/市场邀请了中$/);
    await expect(text(page)).toContainText('人民政府承担');
  });

  test('all like one are dismissed in one step', async ({ kanwu }) => {
    const { page } = kanwu;
    await open(kanwu);
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('button', { name: 'Dismiss all like this' }).click();
    await openCount(page, 0, 2);
    await expect(page.getByText('All decided: 2 findings.')).toBeVisible();
    await page.keyboard.press('Control+z');
    await openCount(page, 2, 0);
  });

  test('decided ones stay away after reopening, and come back when the text there changes', async ({
    kanwu,
  }) => {
    const path = await open(kanwu);
    await kanwu.page.keyboard.press('Alt+ArrowDown');
    await kanwu.page.keyboard.press('Alt+k');
    await openCount(kanwu.page, 1, 1);
    await savedState(kanwu);
    await kanwu.restart(path);
    const { page } = kanwu;
    await openCount(page, 1, 1);
    await expect(queued(page)).toHaveText([/人民政/]);
    await selectWords(page, '邀请了中');
    await page.keyboard.insertText('请来了中');
    await expect(queued(page).first()).toContainText('请来了中');
  });

  test('a seam tells where it was and can be reopened', async ({ kanwu }) => {
    const { page } = kanwu;
    await open(kanwu);
    await joinNext(page);
    await openCount(page, 1, 1);
    await tag(page, '中国银行', '2');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('toolbar', { name: /In the source a break stood at line 3/ })).toBeVisible();
    await page.keyboard.press('Alt+u');
    await openCount(page, 2, 0);
    await expect(blocks(page)).toHaveCount(7);
  });
});

test.describe('mentions', () => {
  async function openTagged(kanwu: Kanwu): Promise<void> {
    const { page } = kanwu;
    await open(kanwu);
    await tag(page, '工商银行', '2');
    await tag(page, '邮储银行', '2');
    await tag(page, '何玉兰', '1');
    await expect(status(page)).toContainText('3 mentions');
    await page.getByRole('tab', { name: 'Mentions' }).click();
    await expect(mentions(page).getByRole('option')).toHaveText([
      /ORG.*工商银行/,
      /ORG.*邮储银行/,
      /PER.*何玉兰/,
    ]);
  }
  const rows = (page: Page) => mentions(page).getByRole('option');

  test('are filtered by words and type and sorted', async ({ kanwu }) => {
    const { page } = kanwu;
    await openTagged(kanwu);
    await page.getByRole('searchbox', { name: 'Filter mentions' }).fill('储');
    await expect(rows(page)).toHaveText([/邮储银行/]);
    await expect(page.getByText('1 of 3')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Filter mentions' }).fill('');
    await page.getByRole('group', { name: 'Types shown' }).getByRole('button', { name: 'Person' }).click();
    await expect(rows(page)).toHaveText([/何玉兰/]);
    await page.getByRole('group', { name: 'Types shown' }).getByRole('button', { name: 'Person' }).click();
    await page.getByRole('combobox', { name: 'Order' }).selectOption('By wording');
    await expect(rows(page)).toHaveCount(3);
    await expect(rows(page).nth(1)).toContainText('何玉兰');
  });

  test('several are selected, retyped and deleted, each as one step', async ({ kanwu }) => {
    const { page } = kanwu;
    await openTagged(kanwu);
    await rows(page).first().click();
    await rows(page)
      .nth(1)
      .click({ modifiers: ['Shift'] });
    await expect(page.getByRole('tabpanel').getByText('2 selected')).toBeVisible();
    await page.getByRole('combobox', { name: 'Change type to' }).selectOption('Place (3)');
    await expect(rows(page)).toHaveText([/LOC.*工商银行/, /LOC.*邮储银行/, /PER.*何玉兰/]);
    await page.keyboard.press('Control+z');
    await expect(rows(page)).toHaveText([/ORG.*工商银行/, /ORG.*邮储银行/, /PER.*何玉兰/]);
    await mentions(page).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect(status(page)).toContainText('0 mentions');
    await page.keyboard.press('Control+z');
    await expect(rows(page)).toHaveCount(3);
  });

  test('a click in the list selects it in the text, and a click in the text selects it in the list', async ({
    kanwu,
  }) => {
    const { page } = kanwu;
    await openTagged(kanwu);
    await selectWords(page, '清晨六点');
    await rows(page).nth(2).click();
    await expect(status(page)).toContainText('3 selected');
    // What was selected before is not to be seen any more.
    expect(await page.evaluate(() => String(getSelection()))).toBe('');
    await page.keyboard.press('Enter');
    await expect(text(page)).toBeFocused();
    await page.keyboard.press('Control+End');
    await text(page).getByText('邮储银行', { exact: true }).click();
    await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true');
    await expect(rows(page).nth(2)).toHaveAttribute('aria-selected', 'false');
  });
});

test.describe('the window', () => {
  test('the status bar tells file, encoding, newlines, characters, findings, mentions and saved state', async ({
    kanwu,
  }) => {
    const { page } = kanwu;
    await open(kanwu, BROKEN_PAGE.replace(/\n/g, '\r\n'));
    const characters = BROKEN_PAGE.replace(/^# |\n/g, '').length;
    const bar = status(page);
    for (const told of [
      'page.txt',
      'UTF-8',
      'CRLF',
      `${characters} characters`,
      '2 open, 0 decided',
      '0 mentions',
      'No changes',
    ]) {
      await expect(bar).toContainText(told);
    }
    await tag(page, '工商银行', '2');
    await expect(bar).toContainText('4 selected');
    await expect(bar).toContainText('1 mention');
    await expect(bar).toContainText('Edited');
    await savedState(kanwu);
    await expect(bar).toContainText(/Saved \d\d:\d\d/);
  });

  test('theme and language are switched and kept', async ({ kanwu }) => {
    const path = await open(kanwu);
    const { page } = kanwu;
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await run(kanwu, 'view.theme');
    await expect.poll(paper).not.toBe(light);
    await run(kanwu, 'view.language');
    await expect(page.getByRole('tab', { name: '标注' })).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('待定 2，已决 0');
    await expect(page.getByRole('button', { name: '接合', exact: true }).first()).toBeVisible();
    await expect.poll(async () => (await kanwu.menuItems())[0]?.label).toBe('打开…');
    const english = await page
      .locator('body')
      .evaluate(body =>
        [...body.querySelectorAll('button, [title], [aria-label], label, h2, legend')]
          .flatMap(element => [
            element.getAttribute('title'),
            element.getAttribute('aria-label'),
            element.closest('.text-root, .list, kbd') ? '' : element.textContent,
          ])
          .filter(
            words =>
              words &&
              /[A-Za-z]{4,}/.test(words.replace(/page\.txt|UTF|CRLF|Ctrl|Shift|PgUp|PgDn|\/\S+/g, '')),
          ),
      );
    expect(english).toEqual([]);
    await kanwu.restart(path);
    await expect(kanwu.page.getByRole('tab', { name: '标注' })).toBeVisible();
    expect(await kanwu.page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  });

  test('in a narrow window the bar over a selection, the card at a seam and the words at a break stay within the text', async ({
    kanwu,
  }) => {
    const { page } = kanwu;
    await page.setViewportSize({ width: 1000, height: 650 });
    await open(kanwu);
    const pane = await page.getByRole('main', { name: 'Text' }).boundingBox();
    if (!pane) throw new Error('the text is not on the screen');
    const within = async (bar: Locator) => {
      for (const button of await bar.getByRole('button').all()) {
        const box = await button.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(pane.x);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(pane.x + pane.width);
      }
    };
    // Of a marker's words those at the break stay, on either side.
    const marker = page.getByRole('group', { name: /Suspected break between/ }).first();
    for (const side of ['.break-before', '.break-after']) {
      expect((await marker.locator(side).boundingBox())?.width).toBeGreaterThan(40);
    }
    await selectWords(page, '工商银行');
    const bar = page.getByRole('toolbar', { name: 'Tag the selection' });
    await expect(bar.getByRole('button')).toHaveCount(9);
    await within(bar);
    await joinNext(page);
    await clickBefore(page, '府承担');
    const card = page.getByRole('toolbar', { name: /In the source a break stood/ });
    await expect(card.getByRole('button', { name: 'Reopen' })).toBeVisible();
    await within(card);
  });

  test('panes are resized, hidden, and found again so after a restart', async ({ kanwu }) => {
    const path = await open(kanwu);
    const width = async (pane: 'outline' | 'inspector') =>
      (await kanwu.page.locator(`[data-pane="${pane}"]`).boundingBox())?.width ?? 0;
    const before = await width('outline');
    const splitter = kanwu.page.getByRole('separator', { name: 'Width of the outline' });
    const box = await splitter.boundingBox();
    if (!box) throw new Error('the splitter is not on the screen');
    await kanwu.page.mouse.move(box.x + box.width / 2, 400);
    await kanwu.page.mouse.down();
    await kanwu.page.mouse.move(box.x + box.width / 2 + 60, 400, { steps: 3 });
    await kanwu.page.mouse.up();
    await expect.poll(() => width('outline')).toBeCloseTo(before + 60, -1);
    const inspector = await width('inspector');
    await kanwu.page.getByRole('separator', { name: 'Width of the inspector' }).focus();
    await kanwu.page.keyboard.press('ArrowLeft');
    await kanwu.page.keyboard.press('ArrowLeft');
    await expect.poll(() => width('inspector')).toBe(inspector + 32);
    await kanwu.page.keyboard.press('F8');
    await expect(outline(kanwu.page)).toHaveCount(0);
    // The order to close comes to main by another way, and would overtake what the page has just said.
    await expect
      .poll(() => readFileSync(join(kanwu.userData, 'config.json'), 'utf8'))
      .toMatch(/"outlineOpen": false/);

    await kanwu.restart(path);
    await expect(findings(kanwu.page)).toBeVisible();
    expect(await width('inspector')).toBe(inspector + 32);
    await expect(outline(kanwu.page)).toHaveCount(0);
    await kanwu.page.keyboard.press('F8');
    await expect.poll(() => width('outline')).toBeCloseTo(before + 60, -1);
  });
});
