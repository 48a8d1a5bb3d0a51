import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { faultsOf } from '../../cli/soundness';
import { readAnnotations } from '../../shared/annotation/readAnnotations';
import { applyCorrections, corrections } from '../../shared/document/corrections';
import { workingText } from '../../shared/document/document';
import { expect, type Kanwu } from '../e2e/support/launch';
import { blocks, text } from '../e2e/support/screen';
import { type RandomNumbers, randomNumbers } from './randomNumbers';
import { SeenStates } from './seenStates';

/** Characters that no other text of the round holds: a state of the document is told by which of them it has. */
const FIRST_MARK = 0x3400;
const LINES = 6;
/** No more lines than are all on the screen: only what is mounted can be read off it. */
const MOST_LINES = 12;

const NO_LOSS = { young: 0, youngLost: 0, oldestLost: 0, underWay: 0 };

export interface KillsReport {
  readonly kills: { main: number; page: number };
  /** Edits that were seen in the window before a kill. */
  edits: number;
  saves: number;
  /** Edits younger than 250 ms at a kill, and how many of them were gone. */
  young: number;
  youngLost: number;
  /** Milliseconds since the oldest change that was ever lost had been seen. */
  oldestLost: number;
  /** Kills under which a key was on its way. */
  underWay: number;
}

/**
 * Edits and saves at random and kills main or the page at a random moment, `count` times. After each kill what the
 * window shows must be a legitimate state (`SeenStates` says which): nothing is missing that it had shown 250 ms before. And the
 * annotation file must be sound.
 */
export async function kills(
  kanwu: Kanwu,
  count: number,
  seed: number,
  onKill: (soFar: KillsReport) => void = () => {},
): Promise<KillsReport> {
  const random = randomNumbers(seed);
  const path = join(kanwu.folder, 'kills.txt');
  writeFileSync(path, Array.from({ length: LINES }, (_, n) => `第${n}行的文字，共有这些。\n\n`).join(''));
  await kanwu.openFile(path);
  const report: KillsReport = { kills: { main: 0, page: 0 }, edits: 0, saves: 0, ...NO_LOSS };
  const marks = { next: FIRST_MARK };
  const states = new SeenStates(await linesOf(kanwu.page));
  for (let n = 0; n < count; n++) {
    const main = random.below(2) === 0;
    const round = new Round(kanwu, random, report, states, marks);
    const working = round.work();
    await delay(200 + random.below(2000));
    const killedAt = Date.now();
    round.ends = true;
    if (main) await startAgain(kanwu, path);
    else await kanwu.killPage();
    await working;
    report.kills[main ? 'main' : 'page']++;
    const lines = await shownAgain(kanwu);
    if (round.isUnderWay) report.underWay++;
    const { young, lost, oldestLost, fault } = states.judge(lines, killedAt);
    report.young += young;
    report.youngLost += lost;
    report.oldestLost = Math.max(report.oldestLost, oldestLost);
    expect(fault, `kill ${n + 1} (${main ? 'main' : 'the page'}), seed ${seed}`).toBeNull();
    checkFile(path);
    onKill(report);
  }
  return report;
}

/** Chromium itself does not always come up on a busy machine, which is no fault of what was killed: once more then. */
async function startAgain(kanwu: Kanwu, path: string): Promise<void> {
  try {
    await kanwu.restart(path);
  } catch (error) {
    console.log(`kills: ${error instanceof Error ? error.message : error}; once more`);
    await kanwu.restart(path);
  }
}

/** One stretch of editing, until something is killed under it. */
class Round {
  /** Set when the kill is on its way: whatever fails from then on fails by it. */
  ends = false;
  /** Whether a key was on its way when it came. */
  isUnderWay = false;
  /** Whether the caret may be elsewhere than where the last edit left it. */
  private moved = true;
  private readonly kanwu: Kanwu;
  private readonly random: RandomNumbers;
  private readonly report: KillsReport;
  private readonly states: SeenStates;
  private readonly marks: { next: number };

  constructor(
    kanwu: Kanwu,
    random: RandomNumbers,
    report: KillsReport,
    states: SeenStates,
    marks: { next: number },
  ) {
    this.kanwu = kanwu;
    this.random = random;
    this.report = report;
    this.states = states;
    this.marks = marks;
  }

  async work(): Promise<void> {
    const { page } = this.kanwu;
    try {
      await text(page).click({ position: { x: 200, y: 80 } });
      while (!this.ends) await this.edit(page);
    } catch (error) {
      if (!this.ends) throw error;
    }
  }

  private async edit(page: Page): Promise<void> {
    const { random } = this;
    const { keyboard } = page;
    const steps = random.below(3);
    for (let n = steps; n > 0; n--) {
      await keyboard.press(random.pick(['ArrowDown', 'ArrowUp', 'End', 'Home', 'ArrowRight']));
    }
    this.moved ||= steps > 0;
    const dice = random.below(20);
    if (dice === 0) {
      this.report.saves++;
      await keyboard.press('Control+s');
      return;
    }
    const parts = dice < 17 && this.states.lines.length < MOST_LINES;
    const key = dice < 15 ? 'type' : parts ? 'enter' : dice < 19 ? 'undo' : 'redo';
    const mark = key === 'type' ? String.fromCodePoint(this.marks.next++) : '';
    this.states.press({ key, at: Date.now(), moved: this.moved, mark });
    this.isUnderWay = true;
    if (key === 'type') await keyboard.insertText(mark);
    else await keyboard.press({ enter: 'Enter', undo: 'Control+z', redo: 'Control+Shift+z' }[key]);
    const lines = await linesOf(page);
    this.states.see(lines, Date.now());
    this.isUnderWay = false;
    this.moved = key === 'undo' || key === 'redo';
    this.report.edits++;
  }
}

/** After a frame: what a key did is painted then. */
async function linesOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => new Promise(done => requestAnimationFrame(done)));
  return blocks(page).allTextContents();
}

async function shownAgain(kanwu: Kanwu): Promise<readonly string[]> {
  // The page may still be the dead one.
  await expect(async () => expect(await text(kanwu.page).count()).toBe(1)).toPass({ timeout: 30_000 });
  await expect(kanwu.page.getByRole('alertdialog')).toHaveCount(0);
  let lines = await linesOf(kanwu.page);
  await expect(async () => {
    const before = lines;
    lines = await linesOf(kanwu.page);
    expect(lines).toEqual(before);
  }).toPass();
  return lines;
}

function checkFile(path: string): void {
  const file = path.replace('.txt', '.kanwu.json');
  let json: string;
  try {
    json = readFileSync(file, 'utf8');
  } catch {
    return; // not saved yet
  }
  const reading = readAnnotations(json, 'kills.kanwu.json');
  if (reading.kind === 'failed') throw new Error(reading.error.message.en);
  expect(faultsOf(json, reading)).toEqual([]);
  const { document } = reading;
  expect(applyCorrections(document.source.text, corrections(document))).toBe(workingText(document));
}
