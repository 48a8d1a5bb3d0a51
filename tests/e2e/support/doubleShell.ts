import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { LaunchOptions, MenuItem, Shell, ShownDialog } from './shell';

const REPOSITORY = resolve(import.meta.dirname, '../../..');
const START_LIMIT = 30_000;

/** Starts the program on the electron double: a Node process that drives Chromium, to which the spec connects as well. */
export async function launchDouble({ userData, program, files, env }: LaunchOptions): Promise<Shell> {
  const portFile = join(userData, 'chromium', 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const register = join(REPOSITORY, 'tests/electron-double/register.mjs');
  const environment = {
    ...process.env,
    KANWU_HEADLESS: '1',
    KANWU_USER_DATA: userData,
    KANWU_DEVTOOLS_PORT: '0',
    LC_ALL: 'en_US.UTF-8',
    ...env,
  };
  const start = (named: readonly string[]) =>
    spawn(process.execPath, ['--import', register, join(program, 'dist/main/main.mjs'), ...named], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: environment,
    });
  const child = start(files);
  const ended = new Promise<void>(done => child.once('exit', () => done()));
  const browser = await connect(portFile, child).catch((error: unknown) => {
    // Or it would hold the user data against the next start.
    child.kill('SIGKILL');
    endChromium(userData);
    throw error;
  });
  const page = await firstPage(browser);
  // Chromium's own question before closing is main's to answer.
  page.on('dialog', () => undefined);
  const ask = controlOf(child);
  return {
    get page() {
      return page.context().pages().at(-1) ?? page;
    },
    ended,
    answer: async answer => void (await ask({ do: 'answer', answer })),
    dialogs: () => ask({ do: 'dialogs' }) as Promise<readonly ShownDialog[]>,
    menu: async command => void (await ask({ do: 'menu', command })),
    menuItems: () => ask({ do: 'menuItems' }) as Promise<readonly MenuItem[]>,
    startAgain: others => new Promise(done => start(others).once('exit', () => done())),
    closeWindow: async () => void (await ask({ do: 'closeWindow' })),
    reportUnresponsive: async () => void (await ask({ do: 'unresponsive' })),
    sleep: async () => void (await ask({ do: 'sleep' })),
    async killPage() {
      const devtools = await browser.newBrowserCDPSession();
      const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
      await devtools.detach();
      for (const { type, id } of processInfo) if (type === 'renderer') endRenderer(id, userData);
    },
    async kill() {
      child.kill('SIGKILL');
      endChromium(userData);
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}

async function connect(portFile: string, child: ChildProcess): Promise<Browser> {
  const limit = Date.now() + START_LIMIT;
  while (Date.now() < limit && child.exitCode === null) {
    const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : '';
    if (port) return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    await delay(30);
  }
  throw new Error(`the program did not start (exit code ${child.exitCode})`);
}

/** Chromium writes its own process id into its profile; left alone it would go on writing there for seconds. */
function endChromium(userData: string): void {
  try {
    process.kill(
      Number(/\d+$/.exec(readlinkSync(join(userData, 'chromium', 'SingletonLock')))?.[0]),
      'SIGKILL',
    );
  } catch {
    // It has ended already.
  }
}

/** Only a process of this very Chromium: one that is just starting is told of as 0, which would be all of our own. */
function endRenderer(id: number, userData: string): void {
  if (id <= 1) return;
  try {
    if (process.platform === 'linux' && !isRendererOf(id, userData)) return;
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** Chromium's renderers do not name the profile; the browser above them does. */
function isRendererOf(id: number, userData: string): boolean {
  if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')) return false;
  for (let above = id; above > 1; ) {
    const stat = readFileSync(`/proc/${above}/stat`, 'utf8');
    above = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (above > 1 && readFileSync(`/proc/${above}/cmdline`, 'utf8').includes(userData)) return true;
  }
  return false;
}

/** The window, as soon as it shows the program's page. */
async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no context');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForURL(/^https:/, { waitUntil: 'domcontentloaded', timeout: START_LIMIT });
  return page;
}

type Ask = (request: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** Questions to the double over the channel between parent and child; see `tests/electron-double/control.ts`. */
function controlOf(child: ChildProcess): Ask {
  let last = 0;
  return request =>
    new Promise((answered, failed) => {
      const id = ++last;
      const onMessage = (reply: { id: number; value?: unknown; error?: string }) => {
        if (reply.id !== id) return;
        child.off('message', onMessage);
        if (reply.error === undefined) answered(reply.value);
        else failed(new Error(reply.error));
      };
      child.on('message', onMessage);
      child.once('exit', () => failed(new Error('the program has ended')));
      child.send({ id, ...request });
    });
}
