import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { test as base, expect, type Page } from '@playwright/test';
import { launchDouble } from './doubleShell';
import { launchElectron } from './electronShell';
import type { MenuItem, Shell, ShownDialog } from './shell';

export { expect };

const REPOSITORY = resolve(import.meta.dirname, '../../..');

/** Milliseconds a story may take that starts the program more than once. */
const SEVERAL_STARTS = 180_000;

/** The running program. One per spec, in a folder and with user data of its own. */
export class Kanwu {
  /** Where a spec puts its files; removed afterwards. */
  readonly folder: string;
  readonly userData: string;
  readonly #program: string;
  readonly #env: Readonly<Record<string, string>>;
  #shell: Shell | null = null;

  constructor(folder: string, program: string, env: Readonly<Record<string, string>>) {
    this.folder = join(folder, 'files');
    this.userData = join(folder, 'user data');
    this.#program = program;
    this.#env = env;
    for (const made of [this.folder, this.userData]) mkdirSync(made, { recursive: true });
  }

  get #running(): Shell {
    if (!this.#shell) throw new Error('the program is not running');
    return this.#shell;
  }

  /** The window's page; another one after `restart`. */
  get page(): Page {
    return this.#running.page;
  }

  async start(...files: string[]): Promise<void> {
    const launch = process.env['KANWU_SHELL'] === 'electron' ? launchElectron : launchDouble;
    this.#shell = await launch({ userData: this.userData, program: this.#program, files, env: this.#env });
  }

  /** Opens a file through menu and dialog, and waits until the window's title names it. */
  async openFile(path: string): Promise<void> {
    await this.answerOpen(path);
    await this.menu('file.open');
    await expect(this.page).toHaveTitle(new RegExp(basename(path).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  }

  /** Answers the next "open" dialog (or the one on the screen); null cancels it. */
  answerOpen(path: string | null): Promise<void> {
    return this.#running.answer({ path, button: null });
  }

  /** Answers the next "save" dialog; null cancels it. */
  answerSave(path: string | null): Promise<void> {
    return this.#running.answer({ path, button: null });
  }

  /** Answers the next message box with the button of this index; null is as if it was closed. */
  answerMessage(button: number | null): Promise<void> {
    return this.#running.answer({ path: null, button });
  }

  /** Every dialog shown since the start, answered or not. */
  dialogs(): Promise<readonly ShownDialog[]> {
    return this.#running.dialogs();
  }

  /** Chooses a menu item by its command's id. */
  menu(command: string): Promise<void> {
    return this.#running.menu(command);
  }

  menuItems(): Promise<readonly MenuItem[]> {
    return this.#running.menuItems();
  }

  /** Drops files of the disk on the element, as from the desktop. */
  async drop(selector: string, ...paths: string[]): Promise<void> {
    const box = await this.page.locator(selector).boundingBox();
    if (!box) throw new Error(`${selector} is not on the screen`);
    const devtools = await this.page.context().newCDPSession(this.page);
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
    }
    await devtools.detach();
  }

  /** Starts the program once more with the same user data, as the desktop does for another file. */
  startAgain(...files: string[]): Promise<void> {
    return this.#running.startAgain(files);
  }

  /** Closes the window as its close button does; main may ask first. See `ended`. */
  closeWindow(): Promise<void> {
    return this.#running.closeWindow();
  }

  /** Resolves when the process has ended. */
  get ended(): Promise<void> {
    return this.#running.ended;
  }

  /** Kills the process that draws the page, as when it runs out of memory; main starts another. */
  killPage(): Promise<void> {
    return this.#running.killPage();
  }

  /** Main hears that the page does not answer. */
  reportUnresponsive(): Promise<void> {
    return this.#running.reportUnresponsive();
  }

  /** The computer goes to sleep, and wakes. */
  sleep(): Promise<void> {
    return this.#running.sleep();
  }

  /** Ends the process at once, as a crash does. */
  async kill(): Promise<void> {
    await this.#shell?.kill();
    this.#shell = null;
  }

  /** Kills the program and starts it again with the same user data. */
  async restart(...files: string[]): Promise<void> {
    // A start takes seconds, and many times that where the machine has other work. 0 is no limit.
    const { timeout } = base.info();
    if (timeout !== 0) base.setTimeout(Math.max(timeout, SEVERAL_STARTS));
    await this.kill();
    await this.start(...files);
  }
}

interface Options {
  /** Files (paths) to start with. */
  launchFiles: string[];
  /** The folder whose `dist/` is run. */
  program: string;
  launchEnv: Readonly<Record<string, string>>;
}

/** Chromium's helper processes may still write into the profile for a moment after its end. */
async function removeFolder(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      return await rm(folder, { recursive: true, force: true });
    } catch {
      await delay(250);
    }
  }
}

/** Folders on their way out; the next spec does not wait for them. */
const leaving: Promise<void>[] = [];

/** Playwright's `test` with the running program as `kanwu`. */
export const test = base.extend<Options & { kanwu: Kanwu }, { swept: undefined }>({
  launchFiles: [[], { option: true }],
  program: [REPOSITORY, { option: true }],
  launchEnv: [{}, { option: true }],
  kanwu: async ({ launchFiles, program, launchEnv }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'kanwu-e2e-'));
    const kanwu = new Kanwu(folder, program, launchEnv);
    await kanwu.start(...launchFiles);
    await use(kanwu);
    await kanwu.kill();
    leaving.push(removeFolder(folder));
  },
  swept: [
    async ({ browserName: _ }, use) => {
      await use(undefined);
      await Promise.all(leaving);
    },
    { scope: 'worker', auto: true },
  ],
});
