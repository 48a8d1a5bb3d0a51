import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Dialog, Page } from 'playwright-core';
import { app, cancellable } from './app';
import { startChromium } from './chromium';
import type { DialogAnswer, DialogSpec } from './dialogSpec';
import { nativeTheme } from './environment';
import { toChromium } from './origin';
import type { PageEnd } from './page/pageShim';
import { WebContents } from './webContents';

type Implemented = Pick<
  Electron.BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'isMinimized'
  | 'restore'
  | 'setDocumentEdited'
  | 'getNormalBounds'
>;

/** A window: one page of Chromium, whose closing main can prevent. */
export class BrowserWindow extends EventEmitter implements Implemented {
  readonly webContents: WebContents;
  #page: Promise<Page>;
  /** The page that is the window's; another one after a crash. */
  #shown: Page | null = null;
  #renewing = false;
  readonly #size: { width: number; height: number };
  #destroyed = false;
  #closing = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.#size = { width: options.width ?? 800, height: options.height ?? 600 };
    this.#page = this.#open(options.webPreferences?.preload);
    this.webContents = new WebContents(() => this.#page);
    app.windowOpened(this);
    app.emit('web-contents-created', {}, this.webContents);
    this.#page.catch(error => {
      console.error(
        `kanwu: Chromium could not be started: ${error instanceof Error ? error.message : error}`,
      );
      app.exit(1);
    });
  }

  async #open(preload: string | undefined): Promise<Page> {
    const context = await startChromium(this.#size);
    context.on('page', other => {
      if (other !== this.#shown && !this.#renewing) void other.close();
    });
    nativeTheme.on('updated', () => {
      if (this.#shown) void applyTheme(this.#shown);
    });
    return this.#prepare(context.pages()[0] ?? (await context.newPage()), preload);
  }

  async #prepare(page: Page, preload: string | undefined): Promise<Page> {
    this.#shown = page;
    await page.exposeBinding('kanwuDoubleBinding', ({ frame }, kind: string, name: string, packed: string) =>
      this.webContents.receive(frame, kind, name, packed),
    );
    if (preload) await page.addInitScript({ content: preloadScript(preload) });
    page.on('dialog', dialog => void this.#chromiumAsks(dialog));
    page.on('crash', () => this.#renew(page, preload));
    page.on('close', () => {
      if (this.#shown === page) this.destroy();
    });
    await this.webContents.take(page);
    await applyTheme(page);
    return page;
  }

  /** A page that crashed can't be used again through Playwright: another takes its place before main hears of it. */
  #renew(crashed: Page, preload: string | undefined): void {
    if (this.#shown !== crashed) return;
    this.#shown = null;
    this.#renewing = true;
    const context = crashed.context();
    this.#page = anotherPage(context).then(page => {
      this.#renewing = false;
      for (const other of context.pages()) if (other !== page) void other.close().catch(() => undefined);
      return this.#prepare(page, preload);
    });
    this.#page.then(
      () => this.webContents.emit('render-process-gone', {}, { reason: 'crashed' }),
      error => {
        console.error(
          `kanwu: no other page after a crash: ${error instanceof Error ? error.message : error}`,
        );
        app.exit(1);
      },
    );
  }

  /** Someone closes Chromium's window: it stays, and main decides. */
  async #chromiumAsks(dialog: Dialog): Promise<void> {
    await dialog.dismiss().catch(() => undefined);
    if (dialog.type() === 'beforeunload') this.close();
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#page;
    await page.goto(toChromium(url), { waitUntil: 'load' });
    this.emit('ready-to-show');
  }

  close(): void {
    if (this.#destroyed || this.#closing) return;
    const event = cancellable();
    this.#closing = true;
    this.emit('close', event);
    this.#closing = false;
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.webContents.markDestroyed();
    void this.#page.then(page => page.close()).catch(() => undefined);
    this.emit('closed');
    app.windowClosed(this);
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  show(): void {
    // Chromium's window is there from its start.
  }

  focus(): void {
    void this.#page.then(page => page.bringToFront()).catch(() => undefined);
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {
    // Never minimised, as far as the double can tell.
  }

  setDocumentEdited(): void {
    // A mark in macOS's title bar only.
  }

  getNormalBounds(): Electron.Rectangle {
    return { x: 0, y: 0, ...this.#size };
  }

  /** Draws one of main's dialogs over the page. */
  async showDialog(spec: DialogSpec): Promise<DialogAnswer> {
    const page = await this.#page;
    await page.bringToFront();
    return page.evaluate(asked => {
      const end = Reflect.get(globalThis, Symbol.for('kanwu-double')) as PageEnd;
      return end.showDialog(asked);
    }, spec);
  }
}

/** A spec kills every process that draws pages, one after the other: the next page may have begun in one of them. */
const MOST_TRIES = 5;

/** Another page of Chromium's, whose process is alive when it resolves. */
async function anotherPage(context: BrowserContext): Promise<Page> {
  for (let tries = 1; ; tries++) {
    try {
      return await context.newPage();
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
    }
  }
}

/** Preload as a script that Chromium runs before the page's own, with the shim that stands in for `require`. */
function preloadScript(path: string): string {
  const preload = readFileSync(path, 'utf8');
  const shim = readFileSync(new URL('./pageShim.js', import.meta.url), 'utf8');
  return `globalThis.kanwuDoublePreload = require => { const module = { exports: {} }; const exports = module.exports;\n${preload}\n};\n${shim}`;
}

async function applyTheme(page: Page): Promise<void> {
  const { themeSource } = nativeTheme;
  await page
    .emulateMedia({ colorScheme: themeSource === 'system' ? null : themeSource })
    .catch(() => undefined);
}
