import { spawn } from 'node:child_process';
import { _electron } from '@playwright/test';
import type { DialogAnswer, LaunchOptions, MenuItem, Shell, ShownDialog } from './shell';

/** Starts the program in Electron itself; its dialogs are replaced by ones that wait for the spec's answers. */
export async function launchElectron({ userData, program, files, env }: LaunchOptions): Promise<Shell> {
  // Chromium's sandbox refuses to run as root.
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const environment = {
    ...(process.env as Record<string, string>),
    KANWU_USER_DATA: userData,
    LC_ALL: 'en_US.UTF-8',
    ...env,
  };
  const application = await _electron.launch({
    args: [...flags, program, ...files],
    env: environment,
  });
  await application.evaluate(({ dialog }) => {
    const shown: unknown[] = [];
    const answers: DialogAnswer[] = [];
    const waiting: ((answer: DialogAnswer) => void)[] = [];
    const next = (kind: string, options: { signal?: AbortSignal }) => {
      shown.push({ kind, options: JSON.parse(JSON.stringify(options)) });
      const answer = answers.shift();
      if (answer) return Promise.resolve(answer);
      return new Promise<DialogAnswer>(resolve => {
        waiting.push(resolve);
        options.signal?.addEventListener('abort', () => {
          const at = waiting.indexOf(resolve);
          if (at < 0) return;
          waiting.splice(at, 1);
          resolve({ path: null, button: null });
        });
      });
    };
    const give = (answer: DialogAnswer) => {
      const wanting = waiting.shift();
      if (wanting) wanting(answer);
      else answers.push(answer);
    };
    Object.assign(globalThis, { kanwuTest: { shown, give } });
    Object.assign(dialog, {
      showOpenDialog: async (_window: unknown, options: object) => {
        const { path } = await next('open', options);
        return { canceled: path === null, filePaths: path === null ? [] : [path] };
      },
      showSaveDialog: async (_window: unknown, options: object) => {
        const { path } = await next('save', options);
        return { canceled: path === null, filePath: path ?? '' };
      },
      showMessageBox: async (_window: unknown, options: { cancelId?: number; signal?: AbortSignal }) => {
        const { button } = await next('message', options);
        return { response: button ?? options.cancelId ?? 0, checkboxChecked: false };
      },
    });
  });
  const page = await application.firstWindow();
  const ended = new Promise<void>(done => application.process().once('exit', () => done()));
  return {
    page,
    ended,
    answer: answer =>
      application.evaluate((_electron, given) => {
        Reflect.get(globalThis, 'kanwuTest').give(given);
      }, answer),
    dialogs: () => application.evaluate(() => Reflect.get(globalThis, 'kanwuTest').shown as ShownDialog[]),
    menu: command =>
      application.evaluate(({ Menu }, id) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(id);
        if (!item) throw new Error(`the menu has no item "${id}"`);
        if (!item.enabled) throw new Error(`the menu item "${id}" is greyed out`);
        item.click();
      }, command),
    menuItems: () =>
      application.evaluate(({ Menu }) => {
        const items: MenuItem[] = [];
        for (const menu of Menu.getApplicationMenu()?.items ?? []) {
          for (const { id, label, enabled, checked, type } of menu.submenu?.items ?? []) {
            if (id && type !== 'separator') items.push({ id, label, enabled, checked });
          }
        }
        return items;
      }),
    startAgain: others =>
      new Promise(done => {
        const arguments_ = [...flags, program, ...others];
        spawn(application.process().spawnfile, arguments_, { env: environment }).once('exit', () => done());
      }),
    closeWindow: () => application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    reportUnresponsive: () =>
      application.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
      }),
    sleep: () =>
      application.evaluate(({ powerMonitor }) => {
        powerMonitor.emit('suspend');
        powerMonitor.emit('resume');
      }),
    async killPage() {
      const id = await application.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
      );
      if (id !== undefined) process.kill(id, 'SIGKILL');
    },
    async kill() {
      application.process().kill('SIGKILL');
      await ended;
    },
  };
}
