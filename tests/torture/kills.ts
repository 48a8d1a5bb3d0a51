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

/** Milliseconds within which a change reaches the journal: an older one is never lost. */
const JOURNALED = 250;
/** Characters that no other text of the round holds: a state of the document is told by which of them it has. */
const FIRST_MARK = 0x9a00;
const LINES = 6;
/** No more lines than are all on the screen: only what is mounted can be read off it. */
const MOST_LINES = 12;

export interface KillsReport {
  readonly kills: { main: number; page: number };
  /** Edits that were seen in the window before a kill. */
  edits: number;
  saves: number;
  /** Edits younger than 250 ms at a kill, and how many of them were gone. */
  young: number;
  youngLost: number;
}

/** What the window showed after an edit, and when it showed that (ms). */
interface Seen {
  readonly at: number;
  readonly lines: readonly string[];
}

/**
 * Edits and saves at random and kills main or the page at a random moment, `count` times. After each kill what the
 * window shows must be a state it was in, with every edit that it had shown 250 ms before; and the annotation file sound.
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
  const report: KillsReport = { kills: { main: 0, page: 0 }, edits: 0, saves: 0, young: 0, youngLost: 0 };
  const marks = { next: FIRST_MARK };
  let states: Seen[] = [{ at: 0, lines: await linesOf(kanwu.page) }];
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
    judge(report, states, round.pending, lines, killedAt);
    checkFile(path);
    states = [{ at: 0, lines }];
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
  /** The edit that was under way when it came. */
  pending: 'type' | 'enter' | 'history' | null = null;
  private readonly kanwu: Kanwu;
  private readonly random: RandomNumbers;
  private readonly report: KillsReport;
  private readonly states: Seen[];
  private readonly marks: { next: number };

  constructor(
    kanwu: Kanwu,
    random: RandomNumbers,
    report: KillsReport,
    states: Seen[],
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
    for (let n = random.below(3); n > 0; n--) {
      await keyboard.press(random.pick(['ArrowDown', 'ArrowUp', 'End', 'Home', 'ArrowRight']));
    }
    const dice = random.below(20);
    if (dice === 0) {
      this.report.saves++;
      await keyboard.press('Control+s');
      return;
    }
    if (dice < 15) {
      this.pending = 'type';
      await keyboard.insertText(String.fromCodePoint(this.marks.next++));
    } else if (dice < 17 && (this.states.at(-1)?.lines.length ?? 0) < MOST_LINES) {
      this.pending = 'enter';
      await keyboard.press('Enter');
    } else {
      this.pending = 'history';
      await keyboard.press(dice < 19 ? 'Control+z' : 'Control+Shift+z');
    }
    const lines = await linesOf(page);
    this.states.push({ at: Date.now(), lines });
    this.pending = null;
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

function judge(
  report: KillsReport,
  states: readonly Seen[],
  pending: Round['pending'],
  lines: readonly string[],
  killedAt: number,
): void {
  const safe = states.findLastIndex(({ at }) => at <= killedAt - JOURNALED);
  const found = states.findLastIndex(state => state.lines.join('\n') === lines.join('\n'));
  report.young += states.length - 1 - safe;
  if (found >= 0) {
    report.youngLost += states.length - 1 - Math.max(found, safe);
    // Undo and redo lead to states that were before; then the last state of that content counts.
    expect(
      found,
      `${states.length - 1 - found} edits lost, the oldest ${killedAt - (states[found + 1]?.at ?? killedAt)} ms old`,
    ).toBeGreaterThanOrEqual(safe);
    return;
  }
  // The edit under way was taken, but the spec did not get to see it.
  const last = states[states.length - 1]?.lines ?? [];
  const known = new Set([...last.join('')]);
  const without = (all: readonly string[]) => [...all.join('')].filter(char => known.has(char)).join('');
  expect(pending, `the window shows what it never showed before:\n${apart(last, lines)}`).not.toBeNull();
  if (pending !== 'history') expect(without(lines)).toBe(last.join(''));
}

/** The lines in which two states differ. */
function apart(a: readonly string[], b: readonly string[]): string {
  const only = (these: readonly string[], those: readonly string[]) =>
    these.filter(line => !those.includes(line));
  return `last seen: ${only(a, b).join(' | ')}\nnow: ${only(b, a).join(' | ')}`;
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
