import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { claimLock } from './singleInstance';

type Implemented = Pick<
  Electron.App,
  | 'whenReady'
  | 'isReady'
  | 'getPath'
  | 'setPath'
  | 'getAppPath'
  | 'getVersion'
  | 'getName'
  | 'getLocale'
  | 'isPackaged'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
>;

/** A window as the application's life needs it. */
interface LivingWindow {
  close(): void;
  isDestroyed(): boolean;
  emit(event: 'unresponsive'): boolean;
}

/** The application's life: ready, windows, quitting. */
class DoubleApp extends EventEmitter implements Implemented {
  readonly isPackaged = false;
  readonly #paths = new Map<string, string>();
  readonly #windows = new Set<LivingWindow>();
  readonly #ending: (() => Promise<void>)[] = [];
  #quitting = false;

  whenReady(): Promise<void> {
    return Promise.resolve();
  }

  isReady(): boolean {
    return true;
  }

  getPath(name: Parameters<Implemented['getPath']>[0]): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    if (name === 'home') return homedir();
    if (name === 'userData')
      return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'kanwu');
    if (name === 'documents') {
      const documents = join(homedir(), 'Documents');
      return existsSync(documents) ? documents : homedir();
    }
    throw new Error(`the double knows no path "${name}"`);
  }

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Path '${path}' does not exist`);
    this.#paths.set(name, path);
  }

  /** The folder whose package.json names the program: the nearest above the main bundle. */
  getAppPath(): string {
    let folder = dirname(process.argv[1] ?? process.cwd());
    while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
    return folder;
  }

  getVersion(): string {
    const { version } = JSON.parse(readFileSync(join(this.getAppPath(), 'package.json'), 'utf8')) as {
      version: string;
    };
    return version;
  }

  getName(): string {
    return 'kanwu';
  }

  getLocale(): string {
    const { env } = process;
    const language = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'C').split('.')[0] ?? 'C';
    return language === 'C' || language === 'POSIX' ? 'en-US' : language.replace('_', '-');
  }

  requestSingleInstanceLock(additionalData?: Record<never, unknown>): boolean {
    return claimLock(this.getPath('userData'), additionalData, (argv, folder, data) =>
      this.emit('second-instance', {}, argv, folder, data),
    );
  }

  quit(): void {
    this.#quitting = true;
    this.emit('before-quit', cancellable());
    if (this.#windows.size === 0) this.#willQuit();
    this.closeWindows();
  }

  /** As if every window's close button was pressed. */
  closeWindows(): void {
    for (const window of [...this.#windows]) window.close();
  }

  /** As Electron does of a window whose page has not answered for half a minute. */
  reportUnresponsive(): void {
    for (const window of this.#windows) window.emit('unresponsive');
  }

  /** At once, without a word to those who listen for `will-quit`. */
  exit(code = 0): void {
    void this.#end(code);
  }

  /** Something to be shut down before the process ends. */
  beforeEnd(shutDown: () => Promise<void>): void {
    this.#ending.push(shutDown);
  }

  windowOpened(window: LivingWindow): void {
    this.#windows.add(window);
  }

  windowClosed(window: LivingWindow): void {
    this.#windows.delete(window);
    if (this.#windows.size > 0) return;
    if (this.#quitting) this.#willQuit();
    else if (!this.emit('window-all-closed')) this.quit();
  }

  #willQuit(): void {
    const event = cancellable();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) void this.#end(0);
  }

  async #end(code: number): Promise<void> {
    this.emit('quit', {}, code);
    for (const shutDown of this.#ending.splice(0)) await shutDown().catch(() => undefined);
    process.exit(code);
  }
}

/** An event as Electron's listeners cancel it. */
export function cancellable(): { preventDefault(): void; readonly defaultPrevented: boolean } {
  let prevented = false;
  return {
    preventDefault() {
      prevented = true;
    },
    get defaultPrevented() {
      return prevented;
    },
  };
}

export const app = new DoubleApp();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.exit(0));
