/**
 * The part of Electron's API that Kanwu's main process uses, over an installed Chromium driven by Playwright. The
 * built main and preload bundles run on it unmodified; `register.mjs` puts it in Electron's place.
 */
import { app } from './app';
import { BrowserWindow } from './browserWindow';
import { dialog } from './dialog';
import { nativeTheme, powerMonitor, screen } from './environment';
import { ipcMain } from './ipcMain';
import { Menu } from './menu';
import { protocol } from './protocol';
import { session } from './session';

export { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, powerMonitor, protocol, screen, session };

/** electron-store imports the module as a whole. */
export default {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
};
