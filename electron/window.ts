import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import type Store from 'electron-store';
import * as v from 'valibot';
import { PAGE_URL } from './appProtocol';
import { keep, type Stored } from './store';

const DEFAULT_SIZE = { width: 1280, height: 860 };
const SMALLEST = { width: 720, height: 480 };

const boundsSchema = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() });

/** Makes the program's window where it was last; it shows itself once the page has something to show. */
export function createWindow(store: Store<Stored>, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...rememberedBounds(store),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Kanwu',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1b1a' : '#faf8f4',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Its red lines under Chinese names would compete with the findings.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keep(store, 'window', window.getNormalBounds()));
  return window;
}

export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(PAGE_URL);
}

/** The preload bundle lies beside the main bundle. */
export function preloadPath(mainFolder: string): string {
  return join(mainFolder, 'preload.cjs');
}

/** The bounds at the last close, if a screen still shows them. */
function rememberedBounds(store: Store<Stored>): Rectangle | null {
  const stored = v.safeParse(boundsSchema, store.get('window'));
  if (!stored.success) return null;
  const { x, y, width, height } = stored.output;
  const visible = screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    const overlapY = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y);
    return overlapX > 100 && overlapY > 100;
  });
  return visible ? stored.output : null;
}
