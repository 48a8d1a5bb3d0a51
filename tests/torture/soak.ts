import { availableParallelism, loadavg } from 'node:os';
import type { CDPSession, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { KEPT_STEPS } from '../../shared/document/history';
import { clickAt, openText, savedFile, textbox } from '../e2e/support/document';
import type { Kanwu } from '../e2e/support/launch';
import { type RandomNumbers, randomNumbers } from './randomNumbers';

/** What a stretch of editing cost. */
export interface SoakSample {
  /** Seconds since the text was open. */
  readonly at: number;
  /** Megabytes the page's JavaScript holds after a collection. */
  readonly heap: number;
  /** 95th percentile of milliseconds from a key to the frame that shows it, since the sample before. */
  readonly keyToPaint: number;
  readonly keys: number;
  readonly rounds: number;
  /** Programs that wanted a processor, on average of the last five minutes, and how many processors there are. */
  readonly load: number;
  readonly processors: number;
}

/** Name of the text that is edited, in the spec's folder. */
export const SOAK_FILE = 'soak.txt';

const WORDS = ['发展', '，并', '今年', '上街区', 'OCR', '的', '市民', '。'];

/** Some paragraphs with a name each, and now and then one that a break has cut in two. */
export function soakText(characters: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let n = 0; length < characters; n++) {
    const line =
      n % 9 === 0
        ? `第${n}段：记者陈立新从上街区获悉，今年全区将大\n\n力发展现代农业，加快建设。`
        : `第${n}段：${'上街区坚持发展第一要务，做大做强经济基础，全面扩大开放优势。'.repeat(8)}`;
    parts.push(line, '\n\n');
    length += line.length + 2;
  }
  return parts.join('');
}

/** Milliseconds in which what is under way ends, before memory is looked at. */
const SETTLED = 1000;
/** Looks at memory for one figure, where an hour depends on it. */
const LOOKS = 3;
/** Rounds after a restart in which the engine compiles what editing takes. */
const WARM = 40;
/** Rounds of editing between two looks whether the history is as long as it gets. */
const BETWEEN_LOOKS = 50;

/**
 * An editor's hours in short: types, deletes, joins, splits, tags, undoes and redoes some, scrolls, saves now and then;
 * all by keys. A sample at the start and every `every` seconds. With `fill` the time begins when the history keeps as
 * many steps as it ever does: until then memory grows, as it should.
 */
export async function soak(
  kanwu: Kanwu,
  text: string,
  seconds: number,
  every: number,
  { fill = false, onSample = () => {} }: { fill?: boolean; onSample?: (sample: SoakSample) => void } = {},
): Promise<readonly SoakSample[]> {
  const { page } = kanwu;
  const source = await openText(kanwu, text, SOAK_FILE);
  await clickAt(page, '第0段');
  await recordKeys(page);
  const devtools = await page.context().newCDPSession(page);
  const random = randomNumbers(7);
  const samples: SoakSample[] = [];
  for (let n = 1; fill; n++) {
    await edits(page, random);
    if (n % BETWEEN_LOOKS > 0) continue;
    const kept = await stepsKept(kanwu);
    console.log(`soak: ${n} rounds to fill the history, ${kept} steps`);
    if (kept >= KEPT_STEPS) break;
  }
  await strokesSince(page);
  const started = Date.now();
  const elapsed = () => (Date.now() - started) / 1000;
  let rounds = 0;
  const take = async () => {
    const taken = await sample(page, devtools, elapsed(), rounds, fill ? LOOKS : 1);
    samples.push(taken);
    onSample(taken);
  };
  let next = Math.min(every, seconds) / 2;
  while (elapsed() < seconds) {
    await round(page, random);
    if (++rounds % 25 === 0) await savedFile(kanwu, source);
    if (elapsed() < next) continue;
    await take();
    next += every;
  }
  await take();
  await devtools.detach();
  return samples;
}

/** How many steps can be undone, as the diagnostics say. */
async function stepsKept(kanwu: Kanwu): Promise<number> {
  const { page } = kanwu;
  await expect(() => kanwu.menu('help.diagnostics')).toPass();
  const said = page.getByRole('textbox', { name: 'Diagnostics' });
  await expect(said).toHaveValue(/\d+ steps to undo/);
  const [, steps] = /(\d+) steps to undo/.exec(await said.inputValue()) ?? [];
  await page.keyboard.press('Escape');
  await expect(said).toBeHidden();
  return Number(steps);
}

async function round(page: Page, random: RandomNumbers): Promise<void> {
  const { keyboard } = page;
  await edits(page, random);
  for (let n = random.below(8); n > 0; n--) await keyboard.press('Control+z');
  for (let n = random.below(3); n > 0; n--) await keyboard.press('Control+Shift+Z');
}

async function edits(page: Page, random: RandomNumbers): Promise<void> {
  const { keyboard } = page;
  for (let n = random.below(6); n >= 0; n--)
    await keyboard.press(random.pick(['ArrowDown', 'ArrowRight', 'PageDown']));
  if (random.below(12) === 0) await keyboard.press(random.pick(['Control+Home', 'Control+End']));
  await keyboard.type(random.pick(WORDS), { delay: 15 });
  await keyboard.press(random.pick(['Backspace', 'Delete', 'Enter', 'Backspace']));
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press(random.pick(['Alt+1', 'Alt+2', 'Alt+3']));
  await keyboard.press('ArrowRight');
  await keyboard.press(random.pick(['Alt+ArrowDown', 'Alt+J', 'Alt+K', 'Alt+J']));
}

/** From each key's own time stamp to the frame after it. */
async function recordKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const strokes: number[] = [];
    Reflect.set(window, 'strokes', strokes);
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => strokes.push(performance.now() - timeStamp);
          port2.postMessage(null);
        }),
      true,
    );
  });
}

/** Milliseconds of the keys since it was asked last. */
function strokesSince(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => (Reflect.get(window, 'strokes') as number[]).splice(0));
}

async function sample(
  page: Page,
  devtools: CDPSession,
  at: number,
  rounds: number,
  looks: number,
): Promise<SoakSample> {
  const strokes = (await strokesSince(page)).toSorted((a, b) => a - b);
  return {
    at: Math.round(at),
    heap: await heapOf(page, devtools, looks),
    keyToPaint: Math.round(strokes[Math.floor(strokes.length * 0.95)] ?? 0),
    keys: strokes.length,
    rounds,
    load: Math.round((loadavg()[1] ?? 0) * 10) / 10,
    processors: availableParallelism(),
  };
}

/** Megabytes the page's JavaScript holds after a collection: the least of so many looks, for one may fall into a save. */
async function heapOf(page: Page, devtools: CDPSession, looks: number): Promise<number> {
  const sizes: number[] = [];
  while (sizes.length < looks) {
    await page.waitForTimeout(SETTLED);
    // Twice: what finalisers let go of is free only at the second.
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    sizes.push(usedSize);
  }
  return Math.round(Math.min(...sizes) / 2 ** 17) / 8;
}

/**
 * What the document as it is now, with its history, takes in a window that has done little else: megabytes after the program
 * was killed, started with the source again, and some rounds were edited. What an older window holds beyond that, it leaks.
 */
export async function heapAfresh(kanwu: Kanwu, source: string): Promise<number> {
  await savedFile(kanwu, source);
  await kanwu.restart(source);
  const { page } = kanwu;
  await expect(textbox(page)).toBeVisible({ timeout: 60_000 });
  await textbox(page).click();
  const random = randomNumbers(11);
  for (let n = 0; n < WARM; n++) await round(page, random);
  const devtools = await page.context().newCDPSession(page);
  return heapOf(page, devtools, LOOKS);
}
