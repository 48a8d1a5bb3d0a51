import { EventEmitter } from 'node:events';
import type { CDPSession, Frame, Page } from 'playwright-core';
import { ipcMain } from './ipcMain';
import { fromChromium } from './origin';
import type { PageEnd } from './page/pageShim';
import { leaveParcels } from './parcels';
import { pack, unpack } from './wire';

type Implemented = Pick<
  Electron.WebContents,
  'send' | 'isDestroyed' | 'cut' | 'copy' | 'paste' | 'setWindowOpenHandler' | 'forcefullyCrashRenderer'
>;

/** How a call from the page comes back to it. */
export interface Answer {
  readonly value?: string;
  /** Where the page fetches a long value instead. */
  readonly parcels?: readonly string[];
  readonly error?: string;
}

/** Longer values are fetched by the page: several times quicker than through the DevTools protocol's JSON. */
const LONGEST_IN_LINE = 200_000;

function packedAnswer(value: string): Answer {
  return value.length <= LONGEST_IN_LINE ? { value } : { parcels: leaveParcels(value) };
}

/** The page of a window as main talks to it. */
export class WebContents extends EventEmitter implements Implemented {
  readonly #current: () => Promise<Page>;
  /** Made while the page answers: one that hangs takes no other, but can be ended through this one. */
  #rein: CDPSession | null = null;
  #destroyed = false;

  constructor(current: () => Promise<Page>) {
    super();
    this.#current = current;
  }

  get #page(): Promise<Page> {
    return this.#current();
  }

  /** Another page is the window's from now on. */
  async take(page: Page): Promise<void> {
    this.#rein = await page.context().newCDPSession(page);
  }

  send(channel: string, ...payload: unknown[]): void {
    const packed = pack(payload);
    void this.#page
      .then(page =>
        page.evaluate(
          ([name, text]) => {
            const end = Reflect.get(globalThis, Symbol.for('kanwu-double')) as PageEnd | undefined;
            end?.receive(name, text);
          },
          [channel, packed] as const,
        ),
      )
      // A page that is just going away hears nothing, as in Electron.
      .catch(() => undefined);
  }

  /** A call of preload's `require('electron')`. */
  async receive(frame: Frame, kind: string, name: string, packed: string): Promise<Answer> {
    try {
      if (kind === 'path') return { value: pack(await this.#pathOfFile(name)) };
      const senderFrame = { url: fromChromium(frame.url()), parent: frame.parentFrame() };
      const reply = await ipcMain.invoke(name, { sender: this, senderFrame }, unpack(packed) as unknown[]);
      return packedAnswer(pack(reply));
    } catch (error) {
      return { error: `Error invoking remote method '${name}': ${error}` };
    }
  }

  /** Chromium tells the path of a File only through its DevTools protocol. Empty where the file has none. */
  async #pathOfFile(id: string): Promise<string> {
    const page = await this.#page;
    const devtools = await page.context().newCDPSession(page);
    try {
      const { result } = await devtools.send('Runtime.evaluate', {
        expression: `globalThis[Symbol.for('kanwu-double')].droppedFile(${JSON.stringify(id)})`,
      });
      if (!result.objectId) return '';
      const { path } = await devtools.send('DOM.getFileInfo', { objectId: result.objectId });
      return path;
    } finally {
      await devtools.detach();
    }
  }

  cut(): void {
    void this.#edit('cut');
  }

  copy(): void {
    void this.#edit('copy');
  }

  paste(): void {
    void this.#edit('paste');
  }

  forcefullyCrashRenderer(): void {
    // The answer never comes: who would give it has crashed.
    this.#rein?.send('Page.crash').catch(() => undefined);
  }

  /** A key event that is no key but carries an editing command, as Chromium's own menus send it. */
  async #edit(command: string): Promise<void> {
    const page = await this.#page;
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] });
    await devtools.detach();
  }

  setWindowOpenHandler(): void {
    // The double closes every further page at once, which is what Kanwu's handler says.
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  markDestroyed(): void {
    this.#destroyed = true;
  }
}
