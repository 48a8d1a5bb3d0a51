import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { programWithBarePage } from './support/barePage';
import { expect, type Kanwu, test } from './support/launch';

/** What the bare page keeps of the shell. */
interface Heard {
  readonly heard: readonly { event: string; payload: unknown }[];
  readonly start: import('../../shared/ipc/contract').StartReply;
  readonly opened: import('../../shared/ipc/contract').OpenReply;
  readonly current: import('../../shared/ipc/contract').OpenedFile;
  readonly saved: import('../../shared/ipc/contract').WriteReply;
}

test.use({
  // Made when a spec runs and not when this file is read: before that nothing may be built.
  program: async ({ browserName: _ }, use) => {
    const program = programWithBarePage();
    await use(program);
    rmSync(program, { recursive: true, force: true });
  },
});

function kept<K extends keyof Heard>(page: Page, name: K): Promise<Heard[K]> {
  return page.evaluate(key => Reflect.get(window, key), name);
}

async function ready({ page }: Kanwu): Promise<void> {
  await expect(page.locator('#drop')).toHaveText('ready');
}

/** Calls a channel with any payload, as a page that was taken over could. */
function call(page: Page, channel: string, payload: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, request]) =>
      (Reflect.get(window.kanwu, name) as (request: unknown) => Promise<unknown>)(request).catch(String),
    [channel, payload] as const,
  );
}

async function openEdited(kanwu: Kanwu, name = 'page.txt'): Promise<string> {
  await ready(kanwu);
  const path = join(kanwu.folder, name);
  writeFileSync(path, '第一段。\n');
  await kanwu.openFile(path);
  const { documentId } = await kept(kanwu.page, 'current');
  await call(kanwu.page, 'setEdited', { documentId, edited: true });
  return path;
}

test('the page starts with the contract and nothing else', async ({ kanwu }) => {
  await ready(kanwu);
  const { page } = kanwu;
  expect(await kept(page, 'start')).toMatchObject({ locale: 'en', launch: null, recents: [], notices: [] });
  const reach = await page.evaluate(() => ({
    node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
    ours: Object.keys(window).filter(key => /kanwu|electron/i.test(key)),
    frozen: Object.isFrozen(window.kanwu),
  }));
  expect(reach).toEqual({ node: ['undefined', 'undefined'], ours: ['kanwu'], frozen: true });
});

test('the page is served with a policy that forbids everything but its own files', async ({ kanwu }) => {
  const answers = await kanwu.page.evaluate(async () => {
    const page = await fetch('/index.html');
    const missing = await fetch('/../main/main.mjs');
    const outside = await fetch('https://example.com/').catch(() => 'refused');
    return { policy: page.headers.get('content-security-policy'), missing: missing.status, outside };
  });
  expect(answers.policy).toContain("default-src 'none'");
  expect(answers).toMatchObject({ missing: 404, outside: 'refused' });
});

test('inline scripts, new windows and other pages are refused', async ({ kanwu }) => {
  await ready(kanwu);
  const { page } = kanwu;
  const address = page.url();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    window.open('https://example.com/');
    location.href = 'https://example.com/';
  });
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => Reflect.get(window, 'inlineRan'))).toBeUndefined();
  expect(page.url()).toBe(address);
  expect(page.context().pages()).toHaveLength(1);
});

test('malformed requests are rejected and change nothing', async ({ kanwu }) => {
  await ready(kanwu);
  const { page } = kanwu;
  expect(await call(page, 'save', { documentId: 'x', text: 7, ask: false })).toContain(
    'malformed request, text',
  );
  expect(await call(page, 'open', { from: 'path', path: '/etc/passwd' })).toContain('malformed request');
  expect(await call(page, 'changeSettings', { fontSize: 4000 })).toContain('malformed request, fontSize');
  expect(await call(page, 'changeSettings', { unknown: 1 })).toContain('malformed request');
  expect(
    await call(page, 'save', { documentId: 'nobody', text: '', ask: false, auto: false, mark: null }),
  ).toContain('no document');
  expect(await call(page, 'start', null)).toMatchObject({ settings: { fontSize: 18 } });
});

test('a chosen menu item reaches the page as its command', async ({ kanwu }) => {
  await ready(kanwu);
  await call(kanwu.page, 'setCommandStates', { disabled: ['file.save'], checked: ['view.outline'] });
  await kanwu.menu('view.outline');
  await expect
    .poll(() => kept(kanwu.page, 'heard'))
    .toContainEqual({ event: 'command', payload: { id: 'view.outline' } });
  await expect(kanwu.menu('file.save')).rejects.toThrow('greyed out');
  const items = await kanwu.menuItems();
  expect(items.find(item => item.id === 'view.outline')).toMatchObject({ label: 'Outline', checked: true });
});

test('settings last, and a damaged settings file is set aside with a notice', async ({ kanwu }) => {
  await ready(kanwu);
  await call(kanwu.page, 'changeSettings', { locale: 'zh', theme: 'dark' });
  await expect
    .poll(() => kanwu.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(true);
  expect((await kanwu.menuItems())[0]?.label).toBe('打开…');
  await kanwu.restart();
  await ready(kanwu);
  expect(await kept(kanwu.page, 'start')).toMatchObject({ locale: 'zh', settings: { theme: 'dark' } });
  await kanwu.kill();
  writeFileSync(join(kanwu.userData, 'config.json'), '{"settings": {"the');
  await kanwu.start();
  await ready(kanwu);
  const start = await kept(kanwu.page, 'start');
  expect(start.settings.theme).toBe('system');
  expect(start.notices).toHaveLength(1);
});

test('a file opens from dialog, drop, recents, command line and a second start', async ({ kanwu }) => {
  await ready(kanwu);
  const path = join(kanwu.folder, '第一页.txt');
  writeFileSync(path, '第一段。\n第二段。\n');
  await kanwu.openFile(path);
  expect(await kept(kanwu.page, 'current')).toMatchObject({
    name: '第一页.txt',
    source: { text: '第一段。\n第二段。\n', encoding: 'utf-8' },
    annotationName: '第一页.kanwu.json',
  });

  const dropped = join(kanwu.folder, 'dropped.txt');
  writeFileSync(dropped, 'dropped');
  await kanwu.drop('#drop', dropped);
  await expect(kanwu.page).toHaveTitle(/dropped\.txt/);

  const recents = (await kept(kanwu.page, 'heard')).filter(({ event }) => event === 'recentsChanged').at(-1);
  const [, earlier] = (recents?.payload ?? []) as { id: string; name: string }[];
  expect(earlier?.name).toBe('第一页.txt');
  expect(await call(kanwu.page, 'open', { from: 'recent', id: earlier?.id })).toMatchObject({
    kind: 'opened',
  });

  await kanwu.restart(path);
  await expect(kanwu.page).toHaveTitle(/第一页/);
  await kanwu.startAgain(dropped);
  await expect(kanwu.page).toHaveTitle(/dropped\.txt/);
});

test('closing with unsaved work: cancel keeps the window, save saves and closes', async ({ kanwu }) => {
  const path = await openEdited(kanwu);
  await kanwu.closeWindow();
  await kanwu.answerMessage(2);
  await expect.poll(async () => (await kanwu.dialogs()).length).toBe(2);
  expect(await kanwu.page.title()).toContain('page.txt');

  await kanwu.closeWindow();
  await kanwu.answerMessage(0);
  await kanwu.ended;
  expect(readFileSync(path.replace('.txt', '.kanwu.json'), 'utf8')).toBe('{}');
});

test('a save that does not succeed keeps the window open', async ({ kanwu }) => {
  await openEdited(kanwu);
  await kanwu.page.evaluate(() => Reflect.set(window, 'refuses', true));
  await kanwu.closeWindow();
  await kanwu.answerMessage(0);
  await expect.poll(() => kept(kanwu.page, 'saved')).toEqual({ kind: 'cancelled' });
  await kanwu.page.waitForTimeout(300);
  expect(await kanwu.page.title()).toContain('page.txt');
});

test('not saving closes and writes nothing', async ({ kanwu }) => {
  const path = await openEdited(kanwu);
  await kanwu.closeWindow();
  await kanwu.answerMessage(1);
  await kanwu.ended;
  expect(existsSync(path.replace('.txt', '.kanwu.json'))).toBe(false);
});

test('opening another file asks about unsaved work first', async ({ kanwu }) => {
  await openEdited(kanwu);
  const other = join(kanwu.folder, 'other.txt');
  writeFileSync(other, '另一篇。');
  await kanwu.answerOpen(other);
  await kanwu.answerMessage(2);
  await kanwu.menu('file.open');
  await expect.poll(() => kept(kanwu.page, 'opened')).toEqual({ kind: 'cancelled' });
  await kanwu.answerOpen(other);
  await kanwu.answerMessage(1);
  await kanwu.menu('file.open');
  await expect(kanwu.page).toHaveTitle(/other\.txt/);
});

test('the clipboard commands act on the page as their keys do', async ({ kanwu }) => {
  await ready(kanwu);
  const field = kanwu.page.getByRole('textbox');
  await field.fill('中国银行');
  await field.selectText();
  await call(kanwu.page, 'clipboard', { action: 'cut' });
  await expect(field).toHaveValue('');
  await call(kanwu.page, 'clipboard', { action: 'paste' });
  await expect(field).toHaveValue('中国银行');
});

test('lone surrogates and long texts cross between main and page unchanged', async ({ kanwu }) => {
  await ready(kanwu);
  const path = join(kanwu.folder, 'utf16.txt');
  const text = `甲\ud842乙${'汉'.repeat(300_000)}𠮷`;
  writeFileSync(path, Buffer.from(`\ufeff${text}`, 'utf16le'));
  await kanwu.openFile(path);
  const kept = await kanwu.page.evaluate(() => {
    const { text: arrived } = Reflect.get(window, 'current').source as { text: string };
    return [arrived.length, arrived.charCodeAt(1), arrived.codePointAt(arrived.length - 2)];
  });
  expect(kept).toEqual([text.length, 0xd842, 0x20bb7]);
});
