import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

/**
 * The 20 items of Electron's Security tutorial, each as a test: of what main does with Electron's API, and, where the
 * item is about something that must not be used, of the sources. `electron/security.md` tells how each is met.
 */
type Listener = (...args: unknown[]) => unknown;
const heard = new Map<string, Listener>();
const contents = {
  listeners: new Map<string, Listener>(),
  openHandler: undefined as Listener | undefined,
  on: (name: string, listener: Listener) => contents.listeners.set(name, listener),
  setWindowOpenHandler: (handler: Listener) => {
    contents.openHandler = handler;
  },
};
const windows: Record<string, unknown>[] = [];
const sessionHandlers = new Map<string, Listener>();
const keepHandler = (name: string) => (handler: Listener) => sessionHandlers.set(name, handler);

vi.mock('electron-store', () => ({ default: class {} }));
vi.mock('electron', () => ({
  app: {
    isPackaged: true,
    getPath: () => '/nowhere',
    on: (name: string, listener: Listener) => heard.set(name, listener),
  },
  BrowserWindow: class {
    constructor(options: Record<string, unknown>) {
      windows.push(options);
    }
    once() {}
    on() {}
  },
  nativeTheme: { shouldUseDarkColors: false },
  screen: { getAllDisplays: () => [] },
  ipcMain: { handle: () => undefined },
  protocol: {
    registerSchemesAsPrivileged: keepHandler('schemes'),
    handle: (_scheme: string, handler: Listener) => sessionHandlers.set('protocol', handler),
  },
  session: {
    defaultSession: {
      setPermissionRequestHandler: keepHandler('permissionRequest'),
      setPermissionCheckHandler: keepHandler('permissionCheck'),
      setDevicePermissionHandler: keepHandler('device'),
      on: (name: string, listener: Listener) => sessionHandlers.set(name, listener),
      webRequest: { onBeforeRequest: keepHandler('request') },
    },
  },
}));

const { createWindow } = await import('../../../electron/window');
const { denyEverything } = await import('../../../electron/permissions');
const { declareAppScheme, isOwnPage, PAGE_URL, serveApp } = await import('../../../electron/appProtocol');
const { refuseNetwork } = await import('../../../electron/networkGate');

const ROOT = join(import.meta.dirname, '../../..');
const refusedSchemes: string[] = [];
createWindow({ get: () => undefined } as unknown as Parameters<typeof createWindow>[0], '/p/preload.cjs');
denyEverything(isOwnPage);
declareAppScheme();
const gate = refuseNetwork(scheme => refusedSchemes.push(scheme));
heard.get('web-contents-created')?.({}, contents);
const [options] = windows;
const preferences = options?.['webPreferences'] as Record<string, unknown>;

function listener(map: Map<string, Listener>, name: string): Listener {
  const found = map.get(name);
  if (!found) throw new Error(`nothing listens to ${name}`);
  return found;
}

function prevented(name: string, more: object = {}): boolean {
  let stopped = false;
  const event = { preventDefault: () => (stopped = true), ...more };
  listener(contents.listeners, name)(event);
  return stopped;
}

/** All sources of a folder, by path. */
function sources(...folders: string[]): [string, string][] {
  return folders.flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$|\.html$/.test(name))
      .map((name): [string, string] => [join(folder, name), readFileSync(join(ROOT, folder, name), 'utf8')]),
  );
}

function namedIn(pattern: RegExp, ...folders: string[]): string[] {
  return sources(...folders).flatMap(([path, text]) => (pattern.test(text) ? [path] : []));
}

async function served(path: string): Promise<Response> {
  const handler = listener(sessionHandlers, 'protocol');
  return (await handler(new Request(`app://kanwu${path}`))) as Response;
}

function cancelled(url: string): boolean {
  let answer: { cancel?: boolean } = {};
  listener(sessionHandlers, 'request')({ url }, (reply: { cancel?: boolean }) => (answer = reply));
  return answer.cancel ?? false;
}

describe('Electron’s security checklist', () => {
  it('1. only secure content is loaded: the page comes from the program itself', () => {
    expect(PAGE_URL).toMatch(/^app:/);
    expect(namedIn(/loadURL\(['"`]|loadFile\(|https?:\/\/(?!www\.w3\.org)[a-z]/, 'electron')).toEqual([]);
  });
  it('2. no Node for the page', () => {
    expect(preferences['nodeIntegration']).toBe(false);
    expect(preferences).not.toHaveProperty('nodeIntegrationInWorker');
    expect(preferences).not.toHaveProperty('nodeIntegrationInSubFrames');
  });
  it('3. the context is isolated', () => expect(preferences['contextIsolation']).toBe(true));
  it('4. the process is sandboxed', () => expect(preferences['sandbox']).toBe(true));
  it('5. every permission is denied', () => {
    const answers: unknown[] = [];
    for (const permission of ['media', 'clipboard-read', 'notifications', 'openExternal', 'fileSystem']) {
      listener(sessionHandlers, 'permissionRequest')({}, permission, (may: unknown) => answers.push(may));
      answers.push(listener(sessionHandlers, 'permissionCheck')({}, permission));
    }
    answers.push(listener(sessionHandlers, 'device')({}));
    expect(new Set(answers)).toEqual(new Set([false]));
    let stopped = false;
    listener(sessionHandlers, 'will-download')({ preventDefault: () => (stopped = true) });
    expect(stopped).toBe(true);
  });
  it('6. webSecurity stays on', () => expect(preferences['webSecurity']).toBe(true));
  it('7. a content security policy forbids everything but the page’s own files', async () => {
    const dist = mkdtempSync(join(tmpdir(), 'kanwu-dist-'));
    for (const folder of ['renderer', 'assets']) mkdirSync(join(dist, folder));
    writeFileSync(join(dist, 'renderer', 'index.html'), '<p>');
    serveApp(dist);
    const page = await served('/index.html');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toMatch(/unsafe|\*|https?:|script-src[^;]*data:/);
    const status = async (path: string) => (await served(path)).status;
    expect(await Promise.all(['/../main/main.mjs', '/%2e%2e/x', '/main.js'].map(status))).toEqual([
      404, 404, 404,
    ]);
    rmSync(dist, { recursive: true });
  });
  it('8. no insecure content is allowed', () =>
    expect(preferences).not.toHaveProperty('allowRunningInsecureContent'));
  it('9. no experimental features', () => expect(preferences).not.toHaveProperty('experimentalFeatures'));
  it('10. no Blink features', () => {
    expect(preferences).not.toHaveProperty('enableBlinkFeatures');
    expect(namedIn(/appendSwitch|enableBlinkFeatures/, 'electron')).toEqual([]);
  });
  it('11. no webview may open windows: there is none', () =>
    expect(namedIn(/<webview|allowpopups/i, 'electron', 'renderer')).toEqual([]));
  it('12. a webview is refused whatever its options', () => {
    expect(preferences['webviewTag']).toBe(false);
    expect(prevented('will-attach-webview')).toBe(true);
  });
  it('13. no navigation but a reload of the page', () => {
    expect(prevented('will-navigate', { url: 'https://example.com/' })).toBe(true);
    expect(prevented('will-navigate', { url: 'file:///etc/passwd' })).toBe(true);
    expect(prevented('will-navigate', { url: 'app://other/index.html' })).toBe(true);
    expect(prevented('will-navigate', { url: PAGE_URL })).toBe(false);
    expect(prevented('will-redirect', { url: PAGE_URL })).toBe(true);
  });
  it('14. no new windows', () =>
    expect(contents.openHandler?.({ url: PAGE_URL })).toEqual({ action: 'deny' }));
  it('15. openExternal is not used', () =>
    expect(namedIn(/openExternal|openPath\(.*shell|from 'electron'.*shell/, 'electron', 'renderer')).toEqual(
      [],
    ));
  it('16. Electron is one exact version', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  });
  it('17. the sender of every message is checked: nothing listens but the one wrapper', () => {
    expect(namedIn(/ipcMain/, 'electron')).toEqual(['electron/ipc.ts']);
    expect(readFileSync(join(ROOT, 'electron/ipc.ts'), 'utf8').match(/ipcMain\.\w+/g)).toEqual([
      'ipcMain.handle',
    ]);
  });
  it('18. nothing comes over file:', () => {
    expect(namedIn(/['"`]file:|loadFile/, 'electron', 'renderer')).toEqual([]);
    expect(cancelled('file:///etc/passwd')).toBe(true);
  });
  it('19. the fuses to be set are named, for there is no packaged program yet', () => {
    const told = readFileSync(join(ROOT, 'electron/security.md'), 'utf8');
    for (const fuse of ['RunAsNode', 'EnableNodeCliInspectArguments', 'OnlyLoadAppFromAsar']) {
      expect(told).toContain(fuse);
    }
  });
  it('20. the page gets no Electron API: preload exposes one frozen contract', () => {
    expect(namedIn(/from 'electron'/, 'renderer', 'shared', 'cli')).toEqual([]);
    expect(
      readFileSync(join(ROOT, 'electron/preload.ts'), 'utf8').match(/exposeInMainWorld\([^,]+/g),
    ).toEqual(["exposeInMainWorld('kanwu'"]);
  });
});

describe('the network', () => {
  it('every request but those to the page’s own files is refused and counted', () => {
    const before = gate.refused();
    const outside = [
      'https://example.com/',
      'http://localhost:80/',
      'ws://example.com/',
      'ftp://example.com/',
      'app://other/index.html',
      'chrome-extension://x/y.js',
      'not a URL',
    ];
    for (const url of outside) expect(cancelled(url), url).toBe(true);
    for (const url of [PAGE_URL, 'app://kanwu/main.js', 'data:text/plain,x', 'blob:app://kanwu/1']) {
      expect(cancelled(url), url).toBe(false);
    }
    expect(gate.refused() - before).toBe(outside.length);
    expect(refusedSchemes).toContain('ws:');
  });

  it('no source of the program opens a connection of its own', () => {
    const nodeNetwork = /from 'node:(https?|net|tls|dgram|dns|http2)'/;
    expect(namedIn(nodeNetwork, 'electron', 'renderer', 'shared', 'cli')).toEqual([]);
    expect(
      namedIn(/XMLHttpRequest|WebSocket|EventSource|sendBeacon/, 'electron', 'renderer', 'shared'),
    ).toEqual([]);
  });
});
