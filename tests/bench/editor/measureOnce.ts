import { readFileSync } from 'node:fs';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import type { SubjectName } from './page';

/** What one run of one editor gave. Lists in milliseconds, memory in MB (2^20 bytes). */
export interface Run {
  readonly open: number;
  readonly key: readonly number[];
  /** Processor time of the main thread for opening: all of it. */
  readonly openWork: number;
  /** Processor time of the main thread per key: script, style and layout. */
  readonly keyWork: number;
  readonly tag: readonly number[];
  readonly undo: readonly number[];
  readonly frames: readonly number[];
  readonly pss: number;
  readonly heap: number;
  readonly selectAll: number;
  readonly typeOverAll: number;
  readonly undoOverAll: number;
}

const KEYS = 25;
const TAGS = 11;
const SEPARATE_STEPS = 7;
/** The first of each kind are warm-up and left out. */
const WARM_UP = 2;
const WHEEL_EVENTS = 80;
const WHEEL_PIXELS = 500;
/** Longer than either history waits for typing to go on, in milliseconds. */
const NEW_STEP = 650;

/** Opens a fresh browser, measures one editor at one size, and closes it. */
export async function measureOnce(address: string, name: SubjectName, characters: number): Promise<Run> {
  const browser = await chromium.launch({
    executablePath: process.env['KANWU_CHROMIUM'] ?? '/usr/bin/chromium',
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    const failures: string[] = [];
    page.on('pageerror', error => failures.push(error.message));
    await page.goto(address);
    const run = await measure(browser, page, name, characters);
    if (failures.length > 0) throw new Error(`${name} at ${characters}: ${failures.join('; ')}`);
    return run;
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, page: Page, name: SubjectName, characters: number): Promise<Run> {
  const devtools = await page.context().newCDPSession(page);
  // Processor time, not time gone by: what else runs on the machine does not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(([length, stretches]) => window.bench.prepare(length, stretches), [
    characters,
    TAGS,
  ] as const);
  await devtools.send('HeapProfiler.collectGarbage');
  const idle = await workDone(devtools, ALL_WORK);
  const open = await page.evaluate(subject => window.bench.open(subject), name);
  const openWork = (await workDone(devtools, ALL_WORK)) - idle;
  const { pss, heap } = await memory(browser, devtools);
  const start = await page.evaluate(() => window.bench.count());

  await page.evaluate(() => window.bench.goToMiddle());
  await page.waitForTimeout(400);
  await strokes(page, WARM_UP, 'a', 60);
  const before = await workDone(devtools, PAGE_WORK);
  const key = await strokes(page, KEYS, 'a', 60);
  const keyWork = ((await workDone(devtools, PAGE_WORK)) - before) / KEYS;

  const tag: number[] = [];
  for (let n = 0; n < TAGS; n++) {
    tag.push(await page.evaluate(n => window.bench.tag(n), n));
    await page.waitForTimeout(60);
  }
  const changed = await page.evaluate(() => window.bench.count());
  const typed = changed.characters - start.characters;
  if (typed !== KEYS + WARM_UP || changed.mentions - start.mentions !== TAGS) {
    throw new Error(
      `${name} at ${characters}: ${typed} keys and ${changed.mentions - start.mentions} tags came through.`,
    );
  }

  const undo = await strokes(page, TAGS, 'Control+z', 60);
  await page.evaluate(() => window.bench.goToMiddle());
  await page.waitForTimeout(NEW_STEP);
  await strokes(page, SEPARATE_STEPS, 'b', NEW_STEP);
  undo.push(...(await strokes(page, SEPARATE_STEPS, 'Control+z', 60)));
  const frames = await scroll(page);

  // The typing at first: one step, or several where the machine was slow.
  let undone = await page.evaluate(() => window.bench.count());
  for (let n = 0; n < KEYS && undone.characters !== start.characters; n++) {
    await strokes(page, 1, 'Control+z', 60);
    undone = await page.evaluate(() => window.bench.count());
  }
  if (undone.characters !== start.characters || undone.mentions !== start.mentions) {
    throw new Error(
      `${name} at ${characters}: undo left ${JSON.stringify(undone)} of ${JSON.stringify(start)}.`,
    );
  }

  const selectAll = await page.evaluate(() => window.bench.selectAll());
  await page.waitForTimeout(300);
  const [typeOverAll = Number.NaN] = await strokes(page, 1, 'c', NEW_STEP);
  const [undoOverAll = Number.NaN] = await strokes(page, 1, 'Control+z', 300);
  const restored = await page.evaluate(() => window.bench.count());
  if (restored.characters !== start.characters) {
    throw new Error(`${name} at ${characters}: typing over all was not undone (${restored.characters}).`);
  }
  return {
    open,
    openWork,
    key,
    keyWork,
    tag: tag.slice(WARM_UP),
    undo: undo.slice(WARM_UP),
    frames,
    pss,
    heap,
    selectAll,
    typeOverAll,
    undoOverAll,
  };
}

/** Presses a key `count` times, each after the one before was painted and `pause` ms went by. */
async function strokes(page: Page, count: number, key: string, pause: number): Promise<number[]> {
  const before = await page.evaluate(() => window.bench.strokes().length);
  for (let n = 1; n <= count; n++) {
    await page.keyboard.press(key);
    await page.waitForFunction(wanted => window.bench.strokes().length >= wanted, before + n, {
      polling: 20,
    });
    await page.waitForTimeout(pause);
  }
  return (await page.evaluate(() => window.bench.strokes())).slice(before);
}

/** Wheels through the text as fast as the browser takes it, turning back near the end; the frames meanwhile. */
async function scroll(page: Page): Promise<readonly number[]> {
  await page.mouse.move(600, 450);
  let pixels = WHEEL_PIXELS;
  await page.evaluate(() => window.bench.startFrames());
  for (let n = 0; n < WHEEL_EVENTS; n++) {
    await page.mouse.wheel(0, pixels);
    if (n % 10 === 9 && (await page.evaluate(() => window.bench.roomBelow())) < 12 * WHEEL_PIXELS) {
      pixels = -WHEEL_PIXELS;
    }
  }
  await page.waitForTimeout(200);
  return page.evaluate(() => window.bench.stopFrames());
}

const ALL_WORK = ['TaskDuration'];
/** Without what the runner itself asks of the page. */
const PAGE_WORK = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'];

/** Processor time the page's main thread spent on such work so far, in milliseconds. */
async function workDone(devtools: CDPSession, wanted: readonly string[]): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * metrics.reduce((sum, { name, value }) => (wanted.includes(name) ? sum + value : sum), 0);
}

/** The page's share of memory after garbage collection: its process (proportional set size) and its JavaScript heap. */
async function memory(browser: Browser, devtools: CDPSession): Promise<{ pss: number; heap: number }> {
  for (let n = 0; n < 2; n++) {
    await new Promise(resolve => setTimeout(resolve, 400));
    await devtools.send('HeapProfiler.collectGarbage');
  }
  const { metrics } = await devtools.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  const system = await browser.newBrowserCDPSession();
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  await system.detach();
  // Chromium keeps a spare renderer; the page's is the larger.
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => proportionalSetSize(id));
  return { pss: Math.max(...sizes), heap: heap / 2 ** 20 };
}

/** In MB; Linux only, NaN elsewhere. */
function proportionalSetSize(process: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}
