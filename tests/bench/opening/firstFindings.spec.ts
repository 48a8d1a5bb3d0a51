import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type Kanwu, test } from '../../e2e/support/launch';
import { BROKEN_PAGE, text } from '../../e2e/support/screen';

/** Milliseconds from the opening of a file to the first findings of what is on screen (a page, a book). */
const LIMIT = 100;
const STARTS = 5;
const FILES = 9;

/** A newspaper page of some 7,500 characters, or as many of them as make `characters`, broken at the top. */
function page(characters: number, seed: number): string {
  const parts: string[] = [];
  for (let length = 0, n = 0; length < characters; n++) {
    const part = BROKEN_PAGE.replace('# ', `# ${seed}·${n} `);
    parts.push(part);
    length += part.length;
  }
  return parts.join('\n');
}

/** Notes, in the page, when the frame with the text and when that with the first marker has been drawn. */
async function watch(window: Page): Promise<void> {
  await window.evaluate(() => {
    const seen: { text?: number; marker?: number; from: number } = { from: performance.now() };
    Reflect.set(globalThis, 'seen', seen);
    const look = () => {
      const shown = document.querySelector('[role=textbox] p, [role=textbox] h1') !== null;
      if (shown) seen.text ??= performance.now();
      if (shown && document.querySelector('.break-marker')) seen.marker ??= performance.now();
      if (seen.marker === undefined) requestAnimationFrame(look);
    };
    look();
  });
}

async function waited(window: Page): Promise<number> {
  // Not by `expect`: each of its looks that fails describes the whole page, which takes the page 100 ms.
  await window.waitForFunction(() => Reflect.get(globalThis, 'seen')?.marker !== undefined);
  const { text: shown, marker } = await window.evaluate(
    () => Reflect.get(globalThis, 'seen') as { text: number; marker: number },
  );
  return marker - shown;
}

async function opened(kanwu: Kanwu, characters: number, n: number): Promise<number> {
  const path = join(kanwu.folder, `${characters}-${n}.txt`);
  writeFileSync(path, page(characters, n));
  await watch(kanwu.page);
  await kanwu.answerOpen(path);
  await kanwu.menu('file.open');
  return waited(kanwu.page);
}

async function closed(kanwu: Kanwu): Promise<void> {
  // What the workers go on with is not to disturb the next.
  await expect(kanwu.page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
  await kanwu.page.waitForTimeout(1000);
  await expect(async () => {
    await kanwu.menu('file.close');
    await expect(text(kanwu.page)).toHaveCount(0, { timeout: 2000 });
  }).toPass();
}

test('the first findings come within 100 ms of the text', async ({ kanwu }) => {
  test.setTimeout(600_000);
  const rows: [string, readonly number[]][] = [];
  const first: number[] = [];
  for (let n = 0; n < STARTS; n++) {
    if (n > 0) await kanwu.restart();
    first.push(await opened(kanwu, 7500, n));
    await closed(kanwu);
  }
  rows.push(['7,500 characters, the first after a start', first]);
  for (const characters of [7500, 1_000_000]) {
    const times: number[] = [];
    for (let n = 0; n < FILES; n++) {
      times.push(await opened(kanwu, characters, 100 + n));
      await closed(kanwu);
    }
    rows.push([`${characters.toLocaleString('en')} characters`, times]);
  }
  for (const [name, times] of rows) {
    const sorted = times.toSorted((a, b) => a - b).map(Math.round);
    console.log(`${name}: median ${sorted[Math.floor(sorted.length / 2)]} ms of ${sorted.join(', ')}`);
  }
  for (const [name, times] of rows) {
    const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    expect.soft(median, name).toBeLessThanOrEqual(LIMIT);
  }
});
