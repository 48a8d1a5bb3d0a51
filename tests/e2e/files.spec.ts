import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { parse } from 'parse5';
import { expect, type Kanwu, test } from './support/launch';
import {
  BROKEN_PAGE,
  blocks,
  blocksOf,
  JOINED_PAGE,
  joinNext,
  mentions,
  openCount,
  queued,
  status,
  tag,
  text,
} from './support/screen';

const SAMPLES = join(import.meta.dirname, '../../samples');

/** Writes a file into the spec's folder; its path. */
function file(kanwu: Kanwu, name: string, content: string | Uint8Array = BROKEN_PAGE): string {
  const path = join(kanwu.folder, name);
  writeFileSync(path, content);
  return path;
}

const annotationsOf = (path: string) => path.replace(/\.[^.]+$/, '.kanwu.json');
const saved = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** Saves by key, and answers the dialog that asks where; what was saved. */
async function savedAs(kanwu: Kanwu, name: string) {
  const path = join(kanwu.folder, name);
  await kanwu.answerSave(path);
  await kanwu.page.keyboard.press('Control+s');
  await expect(status(kanwu.page)).toContainText('Saved');
  return saved(path);
}

/** Opens the broken page and joins its first break: a document with unsaved work. */
async function openEdited(kanwu: Kanwu, name = 'page.txt'): Promise<string> {
  const path = file(kanwu, name);
  await kanwu.openFile(path);
  await joinNext(kanwu.page);
  await expect(status(kanwu.page)).toContainText('Edited');
  return path;
}

/** Exports in a format through menu and dialog; what was written. */
async function exported(kanwu: Kanwu, command: string, name: string): Promise<Buffer> {
  const path = join(kanwu.folder, name);
  await kanwu.answerSave(path);
  // The menu hears a moment later than the window that a document is open.
  await expect(() => kanwu.menu(command)).toPass();
  await expect(kanwu.page.getByRole('status', { name: 'Notices' })).toContainText(name);
  return readFileSync(path);
}

test.describe('opening', () => {
  test('the welcome screen offers a file, the sample and recent files', async ({ kanwu }) => {
    const { page } = kanwu;
    await expect(page.getByRole('heading', { name: '勘误 Kanwu' })).toBeVisible();
    await expect(page.getByText('Files you open are listed here.')).toBeVisible();
    await kanwu.answerOpen(file(kanwu, 'page.txt'));
    await page.getByRole('main').getByRole('button', { name: 'Open…' }).click();
    await expect(page).toHaveTitle('page.txt — Kanwu');
    await expect(blocks(page)).toHaveText([...blocksOf(BROKEN_PAGE)]);
  });

  test('a cancelled dialog leaves everything as it was', async ({ kanwu }) => {
    await kanwu.openFile(file(kanwu, 'page.txt'));
    await kanwu.answerOpen(null);
    await kanwu.page.keyboard.press('Control+o');
    await expect.poll(async () => (await kanwu.dialogs()).length).toBe(2);
    await expect(kanwu.page).toHaveTitle('page.txt — Kanwu');
    await expect(text(kanwu.page)).toContainText('停业改造');
  });

  test('the sample opens from the welcome screen, and saving it asks where', async ({ kanwu }) => {
    const { page } = kanwu;
    await page.getByRole('button', { name: 'Open the sample' }).click();
    await expect(text(page)).toContainText('老菜场的第二春');
    await joinNext(page);
    expect((await savedAs(kanwu, 'mine.kanwu.json')).decisions).toHaveLength(1);
    // Named on the command line, as `npm start` does, it is the sample all the same.
    await kanwu.startAgain(join(SAMPLES, 'linjiang-evening-news.txt'));
    await expect(status(page)).toContainText('0 decided');
    await joinNext(page);
    expect((await savedAs(kanwu, 'another.kanwu.json')).decisions).toHaveLength(1);
    expect(readdirSync(SAMPLES).filter(name => name.endsWith('.json'))).toEqual([]);
  });

  test('a file dropped anywhere on the window opens', async ({ kanwu }) => {
    await expect(kanwu.page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
    await kanwu.drop('body', file(kanwu, 'dropped.txt'));
    await expect(kanwu.page).toHaveTitle(/dropped\.txt/);
    await kanwu.drop('.text-root', file(kanwu, 'second.txt', '第二篇的正文。\n'));
    await expect(text(kanwu.page)).toHaveText('第二篇的正文。');
  });

  test('a second start hands its file to the first window', async ({ kanwu }) => {
    const first = file(kanwu, 'first.txt', '第一篇。\n');
    await kanwu.restart(first);
    await expect(text(kanwu.page)).toHaveText('第一篇。');
    await kanwu.startAgain(file(kanwu, 'second.txt', '第二篇。\n'));
    await expect(text(kanwu.page)).toHaveText('第二篇。');
    await expect(kanwu.page).toHaveTitle('second.txt — Kanwu');
  });

  test('recent files outlive a restart, open with a click, and can be taken off the list', async ({
    kanwu,
  }) => {
    for (const name of ['一.txt', '二.txt', '三.txt']) await kanwu.openFile(file(kanwu, name));
    await kanwu.restart();
    const { page } = kanwu;
    const recents = page.getByRole('region', { name: 'Recent files' }).getByRole('listitem');
    await expect(recents).toHaveText([/三\.txt/, /二\.txt/, /一\.txt/]);
    await page.getByRole('button', { name: 'Remove “二.txt” from this list' }).click();
    await expect(recents).toHaveText([/三\.txt/, /一\.txt/]);
    await recents.nth(1).getByRole('button').first().click();
    await expect(page).toHaveTitle('一.txt — Kanwu');
    await page.keyboard.press('Control+w');
    await expect(recents).toHaveText([/一\.txt/, /三\.txt/]);
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await expect(recents).toHaveCount(0);
    expect(existsSync(join(kanwu.folder, '二.txt'))).toBe(true);
  });

  test('a file can be read again in another encoding', async ({ kanwu }) => {
    const { page } = kanwu;
    const path = file(kanwu, 'big5.txt', iconv.encode('臺北市立圖書館昨日開放。', 'big5'));
    await kanwu.openFile(path);
    await page.getByRole('button', { name: /Big5|GB18030/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Reopen with another encoding' });
    const present = await dialog.getByRole('radio', { checked: true }).inputValue();
    const [other, shown] =
      present === 'big5' ? (['GB18030', /^(?!.*圖書館)/] as const) : (['Big5', /圖書館/] as const);
    await dialog.getByRole('radio', { name: other }).check();
    await dialog.getByRole('button', { name: 'Reopen' }).click();
    await expect(text(page)).toHaveText(shown);
    await expect(status(page)).toContainText(other);
  });
});

test.describe('saving', () => {
  test('everything is found again by opening either file', async ({ kanwu }) => {
    const { page } = kanwu;
    const path = await openEdited(kanwu, '要闻 第1版.txt');
    await expect(text(page)).toContainText('中国银行');
    await tag(page, '中国银行', '2');
    await expect(status(page)).toContainText('1 mention');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+k');
    await openCount(page, 0, 2);
    const source = readFileSync(path);
    await page.keyboard.press('Control+s');
    await expect(status(page)).toContainText('Saved');
    const place = annotationsOf(path);
    expect(saved(place)).toMatchObject({
      mentions: [{ type: 'ORG', text: '中国银行' }],
      decisions: [{ answer: 'accepted' }, { answer: 'dismissed' }],
    });

    for (const either of [path, place]) {
      await kanwu.restart(either);
      await expect(blocks(kanwu.page)).toHaveText([...blocksOf(BROKEN_PAGE.replace('中\n\n国', '中国'))]);
      await openCount(kanwu.page, 0, 2);
      await expect(status(kanwu.page)).toContainText('1 mention');
      await kanwu.page.getByRole('tab', { name: 'Mentions' }).click();
      await expect(mentions(kanwu.page).getByRole('option')).toHaveText([/ORG.*中国银行/]);
    }
    expect(readFileSync(path)).toEqual(source);
  });

  test('an annotation file alone suffices: the source may be gone', async ({ kanwu }) => {
    const path = await openEdited(kanwu);
    await kanwu.page.keyboard.press('Control+s');
    await expect(status(kanwu.page)).toContainText('Saved');
    rmSync(path);
    await kanwu.restart(annotationsOf(path));
    await expect(text(kanwu.page)).toContainText('邀请了中国银行');
    await openCount(kanwu.page, 1, 1);
  });

  test('“Save as” goes elsewhere once, and later saves follow it', async ({ kanwu }) => {
    const { page } = kanwu;
    const path = await openEdited(kanwu);
    mkdirSync(join(kanwu.folder, 'elsewhere'));
    const place = join(kanwu.folder, 'elsewhere', '校样.kanwu.json');
    await kanwu.answerSave(place);
    await page.keyboard.press('Control+Shift+s');
    await expect(status(page)).toContainText('Saved');
    expect(saved(place).decisions).toHaveLength(1);
    await joinNext(page);
    await expect(status(page)).toContainText('Edited');
    await page.keyboard.press('Control+s');
    await expect.poll(() => saved(place).decisions.length).toBe(2);
    expect(existsSync(annotationsOf(path))).toBe(false);
  });

  test('a saved document is unsaved work again after undo', async ({ kanwu }) => {
    const { page } = kanwu;
    await openEdited(kanwu);
    await page.keyboard.press('Control+s');
    await expect(status(page)).toContainText('Saved');
    await page.keyboard.press('Control+z');
    await expect(status(page)).toContainText('Edited');
  });
});

test.describe('unsaved work', () => {
  test('opening another file: Cancel stays, Don’t save goes on, Save saves first', async ({ kanwu }) => {
    const { page } = kanwu;
    const path = await openEdited(kanwu);
    const other = file(kanwu, 'other.txt', '另一篇。\n');
    const openOther = async (button: number) => {
      await kanwu.answerOpen(other);
      await kanwu.answerMessage(button);
      // While a file is being opened, and for a moment after that was cancelled, the command is greyed out.
      await expect(status(page)).not.toContainText('Opening…');
      await page.keyboard.press('Control+o');
    };
    await openOther(2);
    await expect.poll(async () => (await kanwu.dialogs()).at(-1)?.options.message).toContain('page.txt');
    await expect(page).toHaveTitle('page.txt — Kanwu');
    await expect(text(page)).toContainText('邀请了中国银行');

    await openOther(1);
    await expect(text(page)).toHaveText('另一篇。');
    expect(existsSync(annotationsOf(path))).toBe(false);

    await kanwu.openFile(path);
    await joinNext(page);
    await openOther(0);
    await expect(text(page)).toHaveText('另一篇。');
    expect(saved(annotationsOf(path)).decisions).toHaveLength(1);
  });

  test('closing the window: Save writes what was done and ends the program', async ({ kanwu }) => {
    const path = await openEdited(kanwu);
    await kanwu.answerMessage(0);
    await kanwu.closeWindow();
    await kanwu.ended;
    expect(saved(annotationsOf(path)).decisions).toHaveLength(1);
    expect(readFileSync(path, 'utf8')).toBe(BROKEN_PAGE);
  });

  test('closing the window: Don’t save ends the program and writes nothing', async ({ kanwu }) => {
    const path = await openEdited(kanwu);
    await kanwu.answerMessage(1);
    await kanwu.closeWindow();
    await kanwu.ended;
    expect(readdirSync(kanwu.folder)).toEqual(['page.txt']);
    expect(readFileSync(path, 'utf8')).toBe(BROKEN_PAGE);
  });

  test('a save that fails keeps the window open, says why, and “Save as” saves the work', async ({
    kanwu,
  }) => {
    const { page } = kanwu;
    mkdirSync(join(kanwu.folder, 'stick'));
    await openEdited(kanwu, 'stick/page.txt');
    rmSync(join(kanwu.folder, 'stick'), { recursive: true });
    await kanwu.answerMessage(0);
    await kanwu.closeWindow();
    const dialog = page.getByRole('alertdialog', { name: 'Not saved' });
    await expect(dialog).toContainText('“page.kanwu.json”: its folder is no longer there');
    const place = join(kanwu.folder, 'rescued.kanwu.json');
    await kanwu.answerSave(place);
    await dialog.getByRole('button', { name: 'Save as…' }).click();
    await expect(status(page)).toContainText('Saved');
    expect(saved(place).decisions).toHaveLength(1);
  });

  test('quitting and closing the document ask as well', async ({ kanwu }) => {
    const { page } = kanwu;
    await openEdited(kanwu);
    await kanwu.answerMessage(2);
    await page.keyboard.press('Control+w');
    await expect.poll(async () => (await kanwu.dialogs()).length).toBe(2);
    await expect(page).toHaveTitle('page.txt — Kanwu');
    await kanwu.answerMessage(2);
    await page.keyboard.press('Control+q');
    await expect.poll(async () => (await kanwu.dialogs()).length).toBe(3);
    await expect(text(page)).toContainText('邀请了中国银行');
  });
});

test.describe('exporting', () => {
  test('what was not changed is exported byte for byte, GB18030 and CRLF kept', async ({ kanwu }) => {
    const bytes = iconv.encode(`${BROKEN_PAGE}镕、㐀与𠮷。`.replace(/\n/g, '\r\n'), 'gb18030');
    await kanwu.openFile(file(kanwu, 'gb.txt', bytes));
    await expect(status(kanwu.page)).toContainText('GB18030');
    await expect(status(kanwu.page)).toContainText('CRLF');
    expect(await exported(kanwu, 'file.exportText', 'same.txt')).toEqual(bytes);
    const utf16 = Buffer.from(`\ufeff${BROKEN_PAGE}`, 'utf16le');
    await kanwu.openFile(file(kanwu, 'utf16.txt', utf16));
    await expect(status(kanwu.page)).toContainText('UTF-16 LE');
    expect(await exported(kanwu, 'file.exportText', 'same16.txt')).toEqual(utf16);
  });

  test('plain text and Markdown hold the corrections and nothing else changed', async ({ kanwu }) => {
    const { page } = kanwu;
    await openEdited(kanwu, 'page.md');
    await joinNext(page);
    await openCount(page, 0, 2);
    expect((await exported(kanwu, 'file.exportText', 'out.txt')).toString()).toBe(JOINED_PAGE);
    const markdown = (await exported(kanwu, 'file.exportMarkdown', 'out.md')).toString();
    expect(markdown).toContain('# 老菜场的第二春\n\n停业改造');
    expect(markdown).toContain('人民政府承担');
  });

  test('the HTML page is whole by itself, marks the mentions and runs nothing', async ({ kanwu }) => {
    const { page } = kanwu;
    await kanwu.openFile(file(kanwu, 'page.txt', `${BROKEN_PAGE}\n<script>alert(1)</script> & 其他。\n`));
    await joinNext(page);
    await tag(page, '中国银行', '2');
    const html = (await exported(kanwu, 'file.exportHtml', 'out.html')).toString();
    const errors: string[] = [];
    const tree = parse(html, { onParseError: error => errors.push(error.code) });
    expect(errors).toEqual([]);
    const elements = elementsOf(tree);
    expect(elements.map(({ name }) => name)).not.toContain('script');
    expect(elements.filter(({ attributes }) => attributes.some(([name]) => /^(on|src$)/.test(name)))).toEqual(
      [],
    );
    expect(elements.filter(({ name }) => name === 'h1').map(element => element.text)).toEqual([
      '老菜场的第二春',
    ]);
    expect(elements.filter(element => element.text === '中国银行').length).toBeGreaterThan(0);
    expect(elements.find(({ name }) => name === 'body')?.text).toContain(
      '<script>alert(1)</script> & 其他。',
    );
  });

  test('the source itself is refused as target', async ({ kanwu }) => {
    const { page } = kanwu;
    const path = await openEdited(kanwu);
    await kanwu.answerSave(path);
    await kanwu.menu('file.exportText');
    const dialog = page.getByRole('alertdialog', { name: 'Not exported' });
    await expect(dialog).toContainText('page.txt');
    await expect(dialog).toContainText('never overwrites');
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(readFileSync(path, 'utf8')).toBe(BROKEN_PAGE);
    await expect(queued(page)).toHaveCount(1);
  });
});

interface Element {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  /** Of it and everything in it. */
  readonly text: string;
}

/** The elements of a parsed page, in document order. */
function elementsOf(node: object): Element[] {
  const children = ((node as { childNodes?: object[] }).childNodes ?? []).flatMap(elementsOf);
  const { nodeName, attrs } = node as { nodeName: string; attrs?: { name: string; value: string }[] };
  if (nodeName.startsWith('#')) return children;
  const own = {
    name: nodeName,
    attributes: (attrs ?? []).map(a => [a.name, a.value] as const),
    text: textOf(node),
  };
  return [own, ...children];
}

function textOf(node: object): string {
  const { nodeName, value, childNodes } = node as { nodeName: string; value?: string; childNodes?: object[] };
  return nodeName === '#text' ? (value ?? '') : (childNodes ?? []).map(textOf).join('');
}
