import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openText, textbox } from './support/document';
import { expect, type Kanwu, test } from './support/launch';

/** Everything by which markup has ever run or loaded something. */
const MARKUP = `<script>window.ran = 1</script><img src=x onerror="window.ran = 2">
<img src="https://example.com/a.png"><link rel="stylesheet" href="https://example.com/a.css">
<style>@import "https://example.com/b.css"; body { background: url(https://example.com/b.png) }</style>
<a href="javascript:window.ran = 3">一</a> <iframe src="data:text/html,<script>parent.ran=4</script>"></iframe>
<svg onload="window.ran = 5"></svg> <details open ontoggle="window.ran = 6">二</details>
<object data="https://example.com/c"></object> <form action="https://example.com/d"><button>三</button></form>
[四](javascript:window.ran=7) ![五](https://example.com/e.png)
`;

async function paste(kanwu: Kanwu, html: string, text: string): Promise<void> {
  await textbox(kanwu.page).evaluate(
    (root, [markup, plain]) => {
      const data = new DataTransfer();
      data.setData('text/html', markup);
      data.setData('text/plain', plain);
      root.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    [html, text] as const,
  );
}

test('opened and pasted markup is text: nothing of it runs or is loaded; what the page asks of a network is refused and counted', async ({
  kanwu,
}) => {
  const { page } = kanwu;
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  await openText(kanwu, `# 页\n\n${MARKUP}`, 'page.md');
  await expect(textbox(page)).toContainText('window.ran = 1');
  await textbox(page).press('ControlOrMeta+Home');
  await paste(kanwu, MARKUP, MARKUP);
  await paste(kanwu, MARKUP, '只有文字');
  await expect(textbox(page)).toContainText('只有文字');
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
  expect(await textbox(page).locator('script, img, iframe, link, style, svg, object, form, a').count()).toBe(
    0,
  );
  const own = new URL(page.url()).origin;
  expect(asked.filter(url => !url.startsWith(own) && !url.startsWith('data:'))).toEqual([]);

  // The policy lets the page load pictures of its own only; this one gets as far as the gate.
  await page.evaluate(() => fetch('https://example.com/').catch(() => undefined));
  await page.evaluate(() => window.open('https://example.com/'));
  await kanwu.menu('help.diagnostics');
  const text = page.getByRole('textbox', { name: 'Diagnostics' });
  await expect(text).toHaveValue(/requests refused: \d+/);
  const said = await text.inputValue();
  expect(said).toMatch(/document: \d+ units of utf-8/);
  expect(said).not.toMatch(/只有文字|window\.ran|page\.md/);
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a page that was taken over gets nothing from main: hundreds of wrong requests, and the program goes on', async ({
  kanwu,
}) => {
  const { page } = kanwu;
  const path = await openText(kanwu, '他走了。\n');
  const outcome = await page.evaluate(async () => {
    const values = [
      ...[null, undefined, true, 0, -1, Number.NaN, '', 'dialog', '/etc/passwd', '../x', '\0', [], [[]], {}],
      ...[{ from: 'path', path: '/etc/passwd' }, { documentId: '../x' }, { documentId: {} }, { text: 1 }],
      ...[
        JSON.parse('{"__proto__":{"from":"sample"}}'),
        { from: { toString: 'dialog' } },
        { id: 'x'.repeat(9999) },
      ],
    ];
    let rejected = 0;
    let answered = 0;
    // Null is what channels without a request take: it would open dialogs, or end the program.
    const wrong = values.filter(value => value !== null && value !== undefined);
    const channels = Object.keys(window.kanwu).filter(name => name !== 'on' && name !== 'openDropped');
    for (const channel of channels) {
      const call = Reflect.get(window.kanwu, channel) as (request: unknown) => Promise<unknown>;
      for (const one of wrong) {
        await call(one).then(
          () => answered++,
          () => rejected++,
        );
      }
    }
    return { rejected, answered };
  });
  expect(outcome.rejected).toBeGreaterThan(400);
  expect(readFileSync(path, 'utf8')).toBe('他走了。\n');
  await textbox(page).press('End');
  await page.keyboard.type('好。');
  await expect(textbox(page)).toContainText('他走了。好。');
});

test('hostile texts open: what has no shape is shown, a million empty lines, a hundred thousand headings, and stay quick to edit', async ({
  kanwu,
}) => {
  const { page } = kanwu;
  await openText(kanwu, `头\n${'\n'.repeat(1_000_000)}尾\n`, 'lines.txt');
  await textbox(page).press('ControlOrMeta+End');
  await expect(textbox(page)).toContainText('尾');
  const hidden = textbox(page).locator('.hidden-character');
  await textbox(page).press('ControlOrMeta+End');
  await page.keyboard.insertText('甲\u202e乙\u200b丙');
  await expect(hidden).toHaveCount(1);
  await kanwu.menu('view.invisible');
  await expect(hidden).toHaveCount(2);
  await expect(hidden.last()).toHaveAttribute('data-hidden', 'ZWSP');
  const headings = Array.from({ length: 100_000 }, (_, n) => `# 第${n + 1}章\n\n文。\n\n`).join('');
  const path = join(kanwu.folder, 'headings.txt');
  writeFileSync(path, headings);
  await textbox(page).press('ControlOrMeta+z');
  await expect(hidden).toHaveCount(0);
  await kanwu.openFile(path);
  await expect(textbox(page)).toContainText('第1章');
  await expect(page.getByRole('treeitem').or(page.getByRole('option')).first()).toBeVisible();
  await textbox(page).press('ControlOrMeta+End');
  await expect(textbox(page)).toContainText('第100000章');
  await page.keyboard.type('完');
  await expect(textbox(page)).toContainText('文。完');
});
