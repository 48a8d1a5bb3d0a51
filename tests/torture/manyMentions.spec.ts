import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { annotationFileParts } from '../../shared/annotation/writeAnnotations';
import type { KanwuDocument } from '../../shared/document/document';
import { idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import { textbox } from '../e2e/support/document';
import { expect, test } from '../e2e/support/launch';
import { status } from '../e2e/support/screen';

const PARAGRAPHS = 10_000;
/** Mentions of a paragraph: one for each character. */
const EACH = 100;
const MENTIONS = PARAGRAPHS * EACH;
const DIGITS = '一二三四五六七八九十';
const WHEN = '2026-01-01T00:00:00.000Z';

function documentOf(text: string): KanwuDocument {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const document = openSource(
    {
      name: 'million.txt',
      text,
      sha256,
      encoding: 'utf-8',
      bom: false,
      newline: '\n',
    },
    idSource(),
  );
  let n = 0;
  const blocks = document.blocks.map(block => ({
    ...block,
    mentions: Array.from({ length: block.body.text.length }, (_, start) => ({
      id: `m${++n}`,
      type: n % 3 === 0 ? 'LOC' : 'PER',
      start,
      end: start + 1,
      who: 'editor',
      when: WHEN,
    })),
  }));
  return { ...document, blocks };
}

/** Mentions of an annotation file, whose records stand one to a line, and whether the record of the last one is whole. */
async function mentionsIn(path: string): Promise<{ count: number; last: unknown }> {
  let count = 0;
  let last = '';
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (!line.startsWith('    {"id":"m')) continue;
    count++;
    last = line;
  }
  return { count, last: JSON.parse(last.replace(/,$/, '')) };
}

test('a million mentions open, are edited, saved and undone', async ({ kanwu }) => {
  test.setTimeout(1_800_000);
  const { page } = kanwu;
  const source = join(kanwu.folder, 'million.txt');
  const text = `${Array.from({ length: PARAGRAPHS }, () => DIGITS.repeat(EACH / DIGITS.length)).join('\n\n')}\n`;
  writeFileSync(source, text);
  const path = join(kanwu.folder, 'million.kanwu.json');
  const out = createWriteStream(path);
  for (const part of annotationFileParts(documentOf(text), { generator: 'test', saved: WHEN }))
    out.write(part);
  out.end();
  await finished(out);

  const count = MENTIONS.toLocaleString('en');
  let began = Date.now();
  const say = (what: string) => {
    console.log(`${count} mentions: ${what} after ${((Date.now() - began) / 1000).toFixed(1)} s`);
    began = Date.now();
  };
  await kanwu.answerOpen(path);
  await kanwu.menu('file.open');
  await expect(status(page)).toContainText(`${count} mentions`, { timeout: 600_000 });
  say('open');
  await textbox(page).locator('p').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('好');
  await expect(textbox(page).locator('p').first()).toContainText('好一');
  say('edited');
  await page.getByRole('tab', { name: /Mentions/ }).click();
  await expect(page.getByText(`${count} mentions`).first()).toBeVisible({ timeout: 60_000 });
  say('listed');
  await kanwu.menu('file.save');
  await expect(status(page)).toContainText('Saved', { timeout: 600_000 });
  say('saved');
  expect(await mentionsIn(path)).toMatchObject({
    count: MENTIONS,
    last: { id: `m${MENTIONS}`, start: text.length - 1, end: text.length, text: '十' },
  });
  await textbox(page).focus();
  await page.keyboard.press('Control+z');
  await expect(textbox(page).locator('p').first()).not.toContainText('好');
  await expect(status(page)).toContainText('Edited');
});
